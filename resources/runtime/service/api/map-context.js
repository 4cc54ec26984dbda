// wx.createMapContext(): commands a <map> and asks it where it is. moveToLocation() without a place goes to the place
// of the phone, which the host tells once the person allows it.

import { CODE } from '../../operations.js'
import { failure, makeFunction, ok, parameterError } from './convention.js'
import { renamed } from './internal-calls.js'

/** @typedef {import('../nodes.js').BackendNode} BackendNode */
/** @typedef {{scale: number, centerLocation: object, region: object}} MapState */

/** What the map of this phone does not do: each fails, and stops nothing. */
const ABSENT = `addArc addCustomLayer addGroundOverlay addMarkers addVisualLayer eraseLines executeVisualLayerCommand
fromScreenLocation initMarkerCluster moveAlong on openMapApp removeArc removeCustomLayer removeGroundOverlay removeMarkers
removeVisualLayer setBoundary setCenterOffset setLocMarkerIcon toScreenLocation translateMarker updateGroundOverlay`.split(
  /\s+/,
)

/**
 * Makes the function that makes the context of a map, which is looked for when it is commanded.
 * @param {import('../channel.js').Channel} channel
 * @param {import('./absent.js').Absent} absent
 * @param {import('../journal.js').Journal} journal
 */
export function mapContexts(channel, absent, journal) {
  const failing = Object.fromEntries(ABSENT.map((name) => [name, absent.failing(`MapContext.${name}`)]))
  return (/** @type {() => BackendNode | null} */ node) => ({
    ...failing,
    getRotate: asking('getRotate', node, () => ({ rotate: 0 }), journal),
    getSkew: asking('getSkew', node, () => ({ skew: 0 }), journal),
    getCenterLocation: asking('getCenterLocation', node, ({ centerLocation }) => centerLocation, journal),
    getRegion: asking('getRegion', node, ({ region }) => region, journal),
    getScale: asking('getScale', node, ({ scale }) => ({ scale }), journal),
    moveToLocation: moveToLocation(node, channel, journal),
    includePoints: includePoints(node, journal),
  })
}

/**
 * @param {string} name
 * @param {() => BackendNode | null} find
 * @param {(state: MapState) => object} pick
 * @param {import('../journal.js').Journal} journal
 */
function asking(name, find, pick, journal) {
  return makeFunction(
    name,
    (_options, settle) => {
      const node = find()
      if (!node) return settle(failure(name, 'map not found'))
      return node.view.ask(node.id, 'state', null, (state) =>
        settle(state ? ok(name, pick(state)) : failure(name, 'map not found')),
      )
    },
    journal,
  )
}

/**
 * @param {() => BackendNode | null} find
 * @param {import('../channel.js').Channel} channel
 * @param {import('../journal.js').Journal} journal
 */
function moveToLocation(find, channel, journal) {
  return makeFunction(
    'moveToLocation',
    ({ longitude, latitude }, settle) => {
      if (longitude !== undefined || !find()) return settle(move({ longitude, latitude }))
      return channel.call('MapContext.moveToLocation', {}, (result) => {
        settle(result.longitude === undefined ? renamed('moveToLocation', result) : move(result))
      })
    },
    journal,
  )

  /** @param {any} place */
  function move({ longitude, latitude }) {
    return command('moveToLocation', find(), 'showPlace', { longitude, latitude })
  }
}

/**
 * @param {() => BackendNode | null} find
 * @param {import('../journal.js').Journal} journal
 */
const includePoints = (find, journal) =>
  makeFunction(
    'includePoints',
    (options, settle) => {
      const problem = parameterError(options, { points: 'Array' })
      if (problem) return settle(failure('includePoints', problem, 1001))
      return settle(command('includePoints', find(), 'includePoints', options))
    },
    journal,
  )

/**
 * @param {string} name
 * @param {BackendNode | null} node
 * @param {string} method
 * @param {object} options
 */
function command(name, node, method, options) {
  if (!node) return failure(name, 'map not found')
  node.view.do(CODE.invoke, node.id, method, [options])
  return ok(name)
}
