// Messages to and from the host (Python), relayed by the page. The messages of one turn of the event loop go out as
// arrays, mostly as one. Calls are numbered, and each is answered once.

import { Unsendable, encode } from './encoding.js'
import { queueMicrotask } from './host.js'
import { NewestWhole } from './newest-whole.js'

/** @typedef {{errMsg: string, errno?: number, [field: string]: any}} Result */

/** The most messages of one array, and the most characters unless one message has more: the phone reads it at once. */
const MOST_MESSAGES = 500
const MOST_CHARACTERS = 200_000

/** The worker's end of the channel: `tell` sends a message, `call` asks for an answer, `on` listens. */
export class Channel {
  /**
   * The messages that wait for the end of the turn, as JSON.
   * @type {string[]}
   */
  #outbox = []
  #newestWhole = new NewestWhole(this.#outbox)
  /** Whether sending is due at the end of this turn. */
  #sending = false
  /** @type {Map<number, (result: Result) => void>} */ #calls = new Map()
  /** @type {Map<string, (...args: unknown[]) => void>} */ #listeners = new Map()
  #lastCall = 0
  #post

  /** @param {(message: unknown) => void} post */
  constructor(post) {
    this.#post = post
  }

  /**
   * Sends a message to the host; later changes of its values do not count.
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
   * Sends a message with all that it has; if there are too many in this turn, only the newest go out so.
   * @param {[kind: string, ...rest: unknown[]]} whole
   * @param {[kind: string, ...rest: unknown[]]} short
   * @throws {Unsendable}
   */
  tellNewestWhole(whole, short) {
    this.tell(...whole)
    this.#newestWhole.add(encode(short))
  }

  /**
   * Makes a wx call. `onResult` gets the answer in a later turn. The channel itself answers a call whose arguments
   * cannot be sent.
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
   * Sets who hears the host's messages of a kind; there is one listener for each kind.
   * @param {string} kind
   * @param {(...args: any[]) => void} listener
   */
  on(kind, listener) {
    this.#listeners.set(kind, listener)
  }

  /**
   * Takes a message from the host, or an array of them.
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
   * Hands the answer to the call of that number, once.
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
    this.#newestWhole = new NewestWhole(this.#outbox)
    this.#sending = false
    for (const text of texts(messages)) this.#post({ type: 'host', text })
  }
}

/**
 * Yields the messages as arrays in JSON, none of them too large.
 * @param {string[]} messages each as JSON
 */
function* texts(messages) {
  let first = 0
  let characters = 0
  for (let at = 0; at < messages.length; at++) {
    const isFull = at - first >= MOST_MESSAGES || characters + messages[at].length > MOST_CHARACTERS
    if (isFull && at > first) {
      yield `[${messages.slice(first, at).join(',')}]`
      first = at
      characters = 0
    }
    characters += messages[at].length
  }
  yield `[${messages.slice(first).join(',')}]`
}
