// wx.createMapContext(): commands a <map> and asks it where it is. The phone's own place is not shown on maps here, so
// moveToLocation() wants one to go to.

import { CODE } from '../../operations.js'
import { failure, makeFunction, ok } from './convention.js'

/** @typedef {import('../nodes.js').BackendNode} BackendNode */
/** @typedef {{scale: number, centerLocation: object, region: object}} MapState */

/** @param {() => any} front the instance of the page in front @param {import('../journal.js').Journal} journal */
export function mapFunctions(front, journal) {
  return {
    createMapContext: (/** @type {string} */ id, /** @type {any} */ owner) => {
      const node = () => nodeOf(owner?._$ ? owner : front(), id)
      return {
        getCenterLocation: asking('getCenterLocation', node, ({ centerLocation }) => centerLocation, journal),
        getRegion: asking('getRegion', node, ({ region }) => region, journal),
        getScale: asking('getScale', node, ({ scale }) => ({ scale }), journal),
        moveToLocation: moving('moveToLocation', node, 'showPlace', ({ longitude }) => longitude !== undefined, journal),
        includePoints: moving('includePoints', node, 'includePoints', ({ points }) => Array.isArray(points), journal),
      }
    },
  }
}

/**
 * @param {string} name @param {() => BackendNode | null} find @param {(state: MapState) => object} pick
 * @param {import('../journal.js').Journal} journal
 */
function asking(name, find, pick, journal) {
  return makeFunction(name, (_options, settle) => {
    const node = find()
    if (!node) return settle(failure(name, 'map not found'))
    return node.view.ask(node.id, 'state', null, (state) => settle(state ? ok(name, pick(state)) : failure(name, 'map not found')))
  }, journal)
}

/**
 * @param {string} name @param {() => BackendNode | null} find @param {string} method
 * @param {(options: any) => boolean} isComplete @param {import('../journal.js').Journal} journal
 */
function moving(name, find, method, isComplete, journal) {
  return makeFunction(name, (options, settle) => {
    const node = find()
    if (!node) return settle(failure(name, 'map not found'))
    if (!isComplete(options)) return settle(failure(name, 'not supported without a place'))
    node.view.do(CODE.invoke, node.id, method, [options])
    return settle(ok(name))
  }, journal)
}

/** @param {any} owner @param {string} id @returns {BackendNode | null} */
const nodeOf = (owner, id) => owner?._$?.getShadowRoot()?.getElementById(String(id))?.getBackendElement() ?? null
