// Messages to and from the host (Python), relayed by the page. What one turn of the event loop says goes out as one
// array; calls are numbered, and each is answered once.

import { Unsendable, encode } from './encoding.js'
import { queueMicrotask } from './host.js'

/** @typedef {{errMsg: string, errno?: number, [field: string]: any}} Result */

/** The worker's end: `tell` says, `call` asks, `on` hears. */
export class Channel {
  /**
   * Messages as JSON.
   * @type {string[]}
   */
  #outbox = []
  /** What has gathered goes out at the end of this turn. */ #sending = false
  /** @type {Map<number, (result: Result) => void>} */ #calls = new Map()
  /** @type {Map<string, (...args: unknown[]) => void>} */ #listeners = new Map()
  #lastCall = 0
  #post

  /** @param {(message: unknown) => void} post */
  constructor(post) {
    this.#post = post
  }

  /**
   * Says something to the host, as it is now.
   * @param {string} kind
   * @param {...unknown} rest
   * @throws {Unsendable}
   */
  tell(kind, ...rest) {
    this.#outbox.push(encode([kind, ...rest]))
    if (this.#sending) return
    this.#sending = true
    queueMicrotask(() => this.#send())
  }

  /**
   * One wx call; `onResult` hears the answer, later. What cannot be sent is answered here.
   * @param {string} name
   * @param {unknown} args
   * @param {(result: Result) => void} onResult
   */
  call(name, args, onResult) {
    const number = ++this.#lastCall
    this.#calls.set(number, onResult)
    try {
      this.tell('call', number, name, args)
    } catch (problem) {
      if (!(problem instanceof Unsendable)) throw problem
      queueMicrotask(() => this.#answer(number, { errMsg: `${name}:fail ${problem.message}`, errno: 1001 }))
    }
  }

  /**
   * Who hears messages of this kind from the host.
   * @param {string} kind
   * @param {(...args: any[]) => void} listener
   */
  on(kind, listener) {
    this.#listeners.set(kind, listener)
  }

  /**
   * A message from the host, or an array of them.
   * @param {string} text
   */
  receive(text) {
    const heard = JSON.parse(text)
    const messages = Array.isArray(heard[0]) ? heard : [heard]
    for (const [kind, ...rest] of messages) {
      if (kind === 'result') this.#answer(rest[0], rest[1])
      else this.#listeners.get(kind)?.(...rest)
    }
  }

  /**
   * @param {number} id
   * @param {Result} result
   */
  #answer(id, result) {
    const onResult = this.#calls.get(id)
    this.#calls.delete(id)
    onResult?.(result)
  }

  #send() {
    const messages = this.#outbox
    this.#outbox = []
    this.#sending = false
    this.#post({ type: 'host', text: `[${messages.join(',')}]` })
  }
}
