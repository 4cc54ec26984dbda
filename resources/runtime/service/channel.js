// Messages to and from the host (Python), relayed by the page. What one turn of the event loop says goes out as one
// array; calls are numbered, and each is answered once.

import { queueMicrotask } from './host.js'

/** @typedef {{errMsg: string, errno?: number, [field: string]: any}} Result */

export class Channel {
  /** @type {unknown[]} */ #outbox = []
  /** @type {Map<number, (result: Result) => void>} */ #calls = new Map()
  /** @type {Map<string, (...args: any[]) => void>} */ #listeners = new Map()
  #lastCall = 0
  #post

  /** @param {(message: unknown) => void} post */
  constructor(post) {
    this.#post = post
  }

  /** Says something to the host. @param {string} kind @param {...unknown} rest */
  tell(kind, ...rest) {
    if (this.#outbox.push([kind, ...rest]) === 1) queueMicrotask(() => this.#send())
  }

  /**
   * One wx call; `onResult` hears the answer, later. @param {string} name @param {unknown} args
   * @param {(result: Result) => void} onResult
   */
  call(name, args, onResult) {
    this.#calls.set(++this.#lastCall, onResult)
    this.tell('call', this.#lastCall, name, args)
  }

  /** Who hears messages of this kind from the host. @param {string} kind @param {(...args: any[]) => void} listener */
  on(kind, listener) {
    this.#listeners.set(kind, listener)
  }

  /** A message from the host, or an array of them. @param {string} text */
  receive(text) {
    const heard = JSON.parse(text)
    const messages = Array.isArray(heard[0]) ? heard : [heard]
    for (const [kind, ...rest] of messages) {
      if (kind === 'result') this.#answer(rest[0], rest[1])
      else this.#listeners.get(kind)?.(...rest)
    }
  }

  /** @param {number} id @param {Result} result */
  #answer(id, result) {
    const onResult = this.#calls.get(id)
    this.#calls.delete(id)
    onResult?.(result)
  }

  #send() {
    const messages = this.#outbox
    this.#outbox = []
    this.#post({ type: 'host', text: JSON.stringify(messages) })
  }
}
