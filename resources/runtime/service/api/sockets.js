// wx.connectSocket returns a task at once, which hears of its connection. The older functions mean the latest task.

import { makeFunction } from './convention.js'
import { fromWire, toWire } from './wire.js'

/** @typedef {(detail: unknown) => void} Listener */

/**
 * The events of a task, and its readyState from then on.
 * @type {Record<string, number | undefined>}
 */
const EVENTS = { open: 1, message: undefined, error: undefined, close: 3 }

/**
 * Makes the functions.
 * @param {string[]} names that the host answers
 * @param {import('../channel.js').Channel} channel
 * @param {import('../events.js').Events} events
 * @param {import('../journal.js').Journal} journal
 * @returns {Record<string, Function>}
 */
export function socketFunctions(names, channel, events, journal) {
  if (!names.includes('connectSocket')) return {}
  /** @type {Map<number, SocketTask>} */ const tasks = new Map()
  /** @type {SocketTask | undefined} */ let latest
  let last = 0
  events.on('socketTask', (/** @type {any} */ { task: number, event, detail }) => {
    const task = tasks.get(number)
    const heard = fromWire(detail)
    if (event === 'close') tasks.delete(number)
    task?.tell(event, heard)
    if (task === latest) events.emit(`socket${capital(event)}`, heard)
  })
  /**
   * @param {string} name
   * @param {Record<string, unknown>} options
   * @param {number | undefined} taskId
   * @param {unknown} [gives]
   */
  const call = (name, options, taskId, gives) =>
    makeFunction(
      name,
      (rest, settle) => {
        channel.call(name, { ...toWire(rest), taskId: taskId ?? 0 }, settle)
        return gives
      },
      journal,
      false,
    )(options)
  const connectSocket = (/** @type {Record<string, unknown>} */ options) => {
    const task = new SocketTask(++last, journal, call)
    tasks.set(last, task)
    latest = task
    return call('connectSocket', options, last, task)
  }
  const meaningLatest = (/** @type {string} */ name) => (/** @type {Record<string, unknown>} */ options) =>
    void call(name, options, latest?.number)
  return {
    connectSocket,
    sendSocketMessage: meaningLatest('sendSocketMessage'),
    closeSocket: meaningLatest('closeSocket'),
  }
}

/** @param {string} word */
const capital = (word) => word[0].toUpperCase() + word.slice(1)

class SocketTask {
  CONNECTING = 0
  OPEN = 1
  CLOSING = 2
  CLOSED = 3
  readyState = 0
  /** @type {Map<string, Set<Listener>>} */ #listeners = new Map()
  #journal
  #call

  /**
   * @param {number} number
   * @param {import('../journal.js').Journal} journal
   * @param {(name: string, options: Record<string, unknown>, taskId: number) => unknown} call
   */
  constructor(number, journal, call) {
    this.number = number
    this.#journal = journal
    this.#call = call
  }

  /** @param {Record<string, unknown>} options */
  send(options) {
    this.#call('sendSocketMessage', options, this.number)
  }

  /** @param {any} [options] */
  close(options) {
    if (this.readyState < this.CLOSING) this.readyState = this.CLOSING
    this.#call('closeSocket', options, this.number)
  }

  /** @param {Listener} listener */
  onOpen(listener) {
    this.#on('open', listener)
  }

  /** @param {Listener} listener */
  onMessage(listener) {
    this.#on('message', listener)
  }

  /** @param {Listener} listener */
  onError(listener) {
    this.#on('error', listener)
  }

  /** @param {Listener} listener */
  onClose(listener) {
    this.#on('close', listener)
  }

  /**
   * @param {string} event
   * @param {unknown} detail
   */
  tell(event, detail) {
    this.readyState = EVENTS[event] ?? this.readyState
    for (const listener of [...(this.#listeners.get(event) ?? [])])
      this.#journal.guard(`SocketTask.on${capital(event)}`, () => listener(detail))
  }

  /**
   * @param {string} event
   * @param {Listener} listener
   */
  #on(event, listener) {
    if (typeof listener !== 'function') return
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
  }
}
