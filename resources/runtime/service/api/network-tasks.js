// wx.request, downloadFile and uploadFile where the host answers them: each call gives a task object at once, by whose
// number the host tells its progress.

import { makeFunction } from './convention.js'
import { onAndOff } from './on-and-off.js'
import { fromWire, toWire } from './wire.js'

/** @typedef {import('./convention.js').Options} Options */
/** @typedef {import('../channel.js').Result} Result */

/**
 * The functions, and what their tasks can tell.
 * @type {Record<string, string[]>}
 */
const KINDS = {
  request: ['headersReceived', 'chunkReceived'],
  downloadFile: ['headersReceived', 'progressUpdate'],
  uploadFile: ['headersReceived', 'progressUpdate'],
}

/** The calls that are under way, by the numbers of their tasks. */
export class NetworkTasks {
  /** @type {Map<number, Task>} */ #tasks = new Map()
  #last = 0
  #channel
  #journal

  /**
   * @param {import('../channel.js').Channel} channel
   * @param {import('../events.js').Events} events
   * @param {import('../journal.js').Journal} journal
   */
  constructor(channel, events, journal) {
    this.#channel = channel
    this.#journal = journal
    events.on('networkTask', (/** @type {any} */ { task, event, detail }) =>
      this.#tasks.get(task)?.tell(event, fromWire(detail)),
    )
  }

  /**
   * Those of the functions that the host answers.
   * @param {string[]} names
   */
  functions(names) {
    const known = Object.keys(KINDS).filter((name) => names.includes(name))
    return Object.fromEntries(
      known.map((name) => [
        name,
        makeFunction(name, (options, settle) => this.#start(name, options, settle), this.#journal),
      ]),
    )
  }

  /**
   * @param {string} name
   * @param {Options} options
   * @param {(result: Result) => void} settle
   */
  #start(name, options, settle) {
    const number = ++this.#last
    const task = new Task(KINDS[name], this.#journal, () =>
      this.#channel.call('abortTask', { taskId: number }, () => {}),
    )
    this.#tasks.set(number, task)
    this.#channel.call(name, { ...toWire(options), taskId: number }, (result) => {
      this.#tasks.delete(number)
      settle(name === 'request' ? received(result, options) : fromWire(result))
    })
    return task.face
  }
}

/** What a program holds of a call under way, and what it hears. */
class Task {
  /**
   * @param {string[]} events
   * @param {import('../journal.js').Journal} journal
   * @param {() => void} abort
   */
  constructor(events, journal, abort) {
    const { face, tell } = onAndOff(events, journal)
    this.face = { ...face, abort }
    this.tell = tell
  }
}

/**
 * Text that should be JSON is given as its value, if it is.
 * @param {Result} result
 * @param {Options} options
 * @returns {Result}
 */
function received(result, { dataType = 'json' }) {
  if (typeof result.data !== 'string' || dataType !== 'json') return fromWire(result)
  try {
    return { ...result, data: JSON.parse(result.data) }
  } catch {
    return result
  }
}
