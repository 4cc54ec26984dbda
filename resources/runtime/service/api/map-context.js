// What wx.createMapContext() gives: commands a <map> and asks it where it is. The phone's own place is not shown on maps here, so
// moveToLocation() wants one to go to.

import { CODE } from '../../operations.js'
import { failure, makeFunction, ok } from './convention.js'

/** @typedef {import('../nodes.js').BackendNode} BackendNode */
/** @typedef {{scale: number, centerLocation: object, region: object}} MapState */

/** What the map of this phone does not do: each fails, and stops nothing. */
const ABSENT = `addArc addCustomLayer addGroundOverlay addMarkers addVisualLayer eraseLines executeVisualLayerCommand
fromScreenLocation initMarkerCluster moveAlong on openMapApp removeArc removeCustomLayer removeGroundOverlay removeMarkers
removeVisualLayer setBoundary setCenterOffset setLocMarkerIcon toScreenLocation translateMarker updateGroundOverlay`.split(/\s+/)

/**
 * Makes the context of a map that is found when it is commanded. @param {import('./absent.js').Absent} absent
 * @param {import('../journal.js').Journal} journal
 */
export function mapContexts(absent, journal) {
  const failing = Object.fromEntries(ABSENT.map((name) => [name, absent.failing(`MapContext.${name}`)]))
  return (/** @type {() => BackendNode | null} */ node) => ({
    ...failing,
    getRotate: asking('getRotate', node, () => ({ rotate: 0 }), journal),
    getSkew: asking('getSkew', node, () => ({ skew: 0 }), journal),
    getCenterLocation: asking('getCenterLocation', node, ({ centerLocation }) => centerLocation, journal),
    getRegion: asking('getRegion', node, ({ region }) => region, journal),
    getScale: asking('getScale', node, ({ scale }) => ({ scale }), journal),
    moveToLocation: moving('moveToLocation', node, 'showPlace', ({ longitude }) => longitude !== undefined, journal),
    includePoints: moving('includePoints', node, 'includePoints', ({ points }) => Array.isArray(points), journal),
  })
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
