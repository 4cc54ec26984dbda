// wx.request, downloadFile and uploadFile where the host answers them. Each call returns a task at once; the host
// tells its progress by the number of the task.

import { LONGEST_MESSAGE } from '../apart.js'
import { bytesOf } from './bytes.js'
import { makeFunction } from './convention.js'
import { onAndOff } from './on-and-off.js'
import { fromWire, toWire } from './wire.js'

/** @typedef {import('./convention.js').Options} Options */
/** @typedef {import('../channel.js').Result} Result */

/**
 * The functions, and the events of their tasks.
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
   * Returns those of the functions that the host answers.
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
    this.#channel.call(name, { ...toWire(withDataAsText(options)), taskId: number }, (result) => {
      this.#tasks.delete(number)
      settle(name === 'request' ? received(result, options) : fromWire(result))
    })
    return task.face
  }
}

/**
 * Returns options whose data, if it is much, is the JSON that is sent to the server anyway: the host need not read it.
 * @param {Options} options
 * @returns {Options}
 */
function withDataAsText(options) {
  if (!isSentAsJson(options)) return options
  try {
    const text = JSON.stringify(options.data)
    return text.length > LONGEST_MESSAGE ? { ...options, data: text } : options
  } catch {
    return options // what cannot be sent fails the call, in the channel's words
  }
}

/** @param {Options} options */
function isSentAsJson({ data, method = 'GET', header }) {
  if (typeof data !== 'object' || bytesOf(data)) return false
  const type = Object.entries(Object(header)).find(([name]) => name.toLowerCase() === 'content-type')
  return !/^(get|head)$/i.test(method) && !/x-www-form-urlencoded/i.test(String(type))
}

/** The task of a call under way: what the program holds of it, and its listeners. */
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
 * Returns the answer with its data decoded, if the data should be JSON and is.
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
