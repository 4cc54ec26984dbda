// wx.getRecorderManager(): there is one for the whole program. The host tells as events what happens to a recording.

import { renamed } from './internal-calls.js'

const OPERATE = 'operateRecorder'
const EVENTS = ['Start', 'Pause', 'Resume', 'Stop', 'FrameRecorded', 'Error', 'InterruptionBegin', 'InterruptionEnd']

/**
 * @param {import('../channel.js').Channel} channel
 * @param {import('../events.js').Events} events
 */
export function recorderFunctions(channel, events) {
  const manager = makeManager(channel, events)
  return { getRecorderManager: () => manager }
}

/**
 * @param {import('../channel.js').Channel} channel
 * @param {import('../events.js').Events} events
 * @returns {Record<string, (argument?: unknown) => void>}
 */
function makeManager(channel, events) {
  const fail = (/** @type {import('./convention.js').Result} */ result) => {
    if (!result.errMsg.endsWith(':ok')) events.emit('recorderError', renamed(OPERATE, result))
  }
  const operate = (/** @type {string} */ operation) => (/** @type {unknown} */ options) =>
    channel.call(`RecorderManager.${operation}`, Object(options), fail)
  return {
    ...Object.fromEntries(['start', 'pause', 'resume', 'stop'].map((name) => [name, operate(name)])),
    ...Object.fromEntries(EVENTS.map((name) => [`on${name}`, setter(`recorder${name}`, events)])),
  }
}

/**
 * Makes a function that sets the one listener of an event.
 * @param {string} event
 * @param {import('../events.js').Events} events
 */
function setter(event, events) {
  return (/** @type {unknown} */ listener) => {
    events.off(event)
    events.on(event, listener)
  }
}
