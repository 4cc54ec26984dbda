// Messages to and from the host (Python), relayed by the page. The messages of one turn of the event loop go out as
// arrays, mostly as one. Calls are numbered, and each is answered once.

import { LONGEST_MESSAGE, TooLarge, encodeApart } from './apart.js'
import { Unsendable, encode } from './encoding.js'
import { queueMicrotask } from './host.js'
import { NewestWhole } from './newest-whole.js'

/** @typedef {{errMsg: string, errno?: number, [field: string]: any}} Result */

/**
 * How texts travel that are too long for a message: `handOver` gives them to the host before the message, `fetch` gets
 * one of the host's.
 * @typedef {{handOver(texts: string[]): void, fetch(number: number): string}} LongTexts
 */

/** The most messages of one array: the phone reads it at once. */
const MOST_MESSAGES = 500
/** Stands for a message that came as the first of its long texts. */
const WHOLE = '["whole"]'
/** What storage says of a value that no key may hold, however it is kept. */
const STORAGE = /^(set|batchSet)Storage(Sync)?$/

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
  #longTexts

  /**
   * @param {(message: unknown) => void} post
   * @param {LongTexts} longTexts
   */
  constructor(post, longTexts) {
    this.#post = post
    this.#longTexts = longTexts
  }

  /**
   * Sends a message to the host; later changes of its values do not count.
   * @param {string} kind
   * @param {...unknown} rest
   * @throws {Unsendable}
   */
  tell(kind, ...rest) {
    const { json, texts } = encodeApart([kind, ...rest])
    if (json.length > LONGEST_MESSAGE) this.#put(WHOLE, [json, ...texts])
    else this.#put(json, texts)
  }

  /**
   * @param {string} json a message
   * @param {string[]} texts its long texts
   */
  #put(json, texts) {
    if (texts.length) {
      this.#send() // what was said before must reach the host first: it takes texts only when it has read
      this.#longTexts.handOver(texts)
    }
    this.#outbox.push(json)
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
    const json = encode(whole)
    if (json.length > LONGEST_MESSAGE) return this.tell(...short)
    this.#put(json, [])
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
      queueMicrotask(() => this.#answer(number, unsent(name, problem)))
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
    for (const message of messages) this.#hear(message)
  }

  /** @param {any[]} message */
  #hear([kind, ...rest]) {
    if (kind === 'result') this.#answer(rest[0], rest[1])
    else if (kind === 'whole') this.receive(this.#longTexts.fetch(rest[0]))
    else if (kind === 'apart') this.#hear(this.#joined(rest[0], rest[1]))
    else this.#listeners.get(kind)?.(...rest)
  }

  /**
   * Puts the long texts of a message into their places.
   * @param {any[]} message
   * @param {[path: (string | number)[], number: number][]} texts
   */
  #joined(message, texts) {
    for (const [path, number] of texts) {
      const last = path.length - 1
      const owner = path.slice(0, last).reduce((inside, step) => inside[step], /** @type {any} */ (message))
      owner[path[last]] = this.#longTexts.fetch(number)
    }
    return message
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
    if (this.#outbox.length === 0) return
    const messages = this.#outbox
    this.#outbox = []
    this.#newestWhole = new NewestWhole(this.#outbox)
    this.#sending = false
    for (const text of texts(messages)) this.#post({ type: 'host', text })
  }
}

/**
 * Returns the failure of a call whose arguments cannot be sent.
 * @param {string} name
 * @param {Unsendable} problem
 */
export function unsent(name, problem) {
  if (problem instanceof TooLarge && STORAGE.test(name)) return { errMsg: `${name}:fail entry size limit reached` }
  return { errMsg: `${name}:fail ${problem.message}`, errno: 1001 }
}

/**
 * Yields the messages as arrays in JSON, none of them too large.
 * @param {string[]} messages each as JSON
 */
function* texts(messages) {
  let first = 0
  let characters = 0
  for (let at = 0; at < messages.length; at++) {
    const isFull = at - first >= MOST_MESSAGES || characters + messages[at].length > LONGEST_MESSAGE
    if (isFull && at > first) {
      yield `[${messages.slice(first, at).join(',')}]`
      first = at
      characters = 0
    }
    characters += messages[at].length
  }
  yield `[${messages.slice(first).join(',')}]`
}
