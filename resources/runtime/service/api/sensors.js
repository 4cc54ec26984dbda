// Accelerometer, compass, gyroscope and motion of a phone that lies still on a table, its top to the north.

import { makeFunction, ok } from './convention.js'
import { setTimeout } from '../host.js'

/**
 * Milliseconds between two readings.
 * @type {Record<string, number>}
 */
const INTERVALS = { game: 20, ui: 60, normal: 200 }

/**
 * Names of start and stop, the event, and what it always reads.
 * @type {[string, string, string, object][]}
 */
const SENSORS = [
  ['startAccelerometer', 'stopAccelerometer', 'accelerometerChange', { x: 0, y: 0, z: -1 }],
  ['startCompass', 'stopCompass', 'compassChange', { direction: 0, accuracy: 'high' }],
  ['startGyroscope', 'stopGyroscope', 'gyroscopeChange', { x: 0, y: 0, z: 0 }],
  ['startDeviceMotionListening', 'stopDeviceMotionListening', 'deviceMotionChange', { alpha: 0, beta: 0, gamma: 0 }],
]

/**
 * @param {import('../events.js').Events} events
 * @param {import('../journal.js').Journal} journal
 */
export function sensorFunctions(events, journal) {
  return Object.assign({}, ...SENSORS.map((sensor) => sensorOf(sensor, events, journal)))
}

/**
 * @param {[string, string, string, object]} sensor
 * @param {import('../events.js').Events} events
 * @param {import('../journal.js').Journal} journal
 */
function sensorOf([start, stop, event, reading], events, journal) {
  /** Counts up with every start and stop: readings of an older one end. */
  let turn = 0
  const read = (/** @type {number} */ own, /** @type {number} */ interval) =>
    setTimeout(() => {
      if (own !== turn) return
      events.emit(event, { ...reading })
      read(own, interval)
    }, interval)
  return {
    [start]: makeFunction(
      start,
      ({ interval }, settle) => {
        read(++turn, INTERVALS[interval] ?? INTERVALS.normal)
        settle(ok(start))
      },
      journal,
    ),
    [stop]: makeFunction(
      stop,
      (_options, settle) => {
        turn++
        settle(ok(stop))
      },
      journal,
    ),
  }
}
