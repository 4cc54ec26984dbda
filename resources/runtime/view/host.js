// The way to the host: one QWebChannel object. Texts wait until the channel is open, and until the host has read what
// was said before: what it has not read yet stays here, in the program's own process.

import { PageText } from './page-text.js'

/**
 * @typedef {{exchange(text: string, answered: (text: string) => void): void, tapped(): void,
 *   measured(question: number, facts: string): void, masked(page: number, up: boolean): void, settled(): void,
 *   grounded(page: number, dark: boolean): void,
 *   takes_function(code: string, answered: (wanted: boolean) => void): void,
 *   opened(): void, shows(text: string): void,
 *   sent: {connect(slot: (text: string) => void): void}, all_read: {connect(slot: () => void): void},
 *   text_wanted: {connect(slot: (wanted: boolean) => void): void}}} HostObject
 */

/** Begins an answer while the host has not yet read all of what it answers. */
const UNREAD = '\n'

/** The characters after which waiting texts are not joined any more. */
const MOST_CHARACTERS = 200_000
/** The most characters of one text. The service's are shorter: a longer one was posted by the program itself. */
const LONGEST = 250_000
/** The most characters of a line for the console. */
const LONGEST_LINE = 10_000

/** The link to the host, which all pages share. */
export class HostLink {
  /**
   * The texts that wait, each an array in JSON.
   * @type {string[]}
   */
  #texts = []
  /** Whether the host reads now. */
  #reading = false
  /** @type {HostObject | null} */
  #host = null
  /** @type {((host: HostObject) => void)[]} */
  #waiting = []

  #hear

  /**
   * @param {(text: string) => void} hear gets what the host says
   */
  constructor(hear) {
    this.#hear = hear
    const { QWebChannel, qt } = /** @type {any} */ (window)
    new QWebChannel(qt.webChannelTransport, (/** @type {any} */ channel) => this.#open(channel.objects.host))
  }

  /** @param {HostObject} host */
  #open(host) {
    host.sent.connect(this.#hear)
    const text = new PageText(host)
    host.text_wanted.connect((wanted) => text.want(wanted))
    host.all_read.connect(() => this.#onRead(host))
    host.opened()
    this.#host = host
    for (const say of this.#waiting.splice(0)) say(host)
  }

  /** @param {(host: HostObject) => void} say */
  #whenOpen(say) {
    if (this.#host) say(this.#host)
    else this.#waiting.push(say)
  }

  /**
   * Relays a batch of messages unchanged, together with others that wait.
   * @param {string} text an array in JSON
   */
  sendText(text) {
    if (text.length > LONGEST) return this.log('error', `a message of ${text.length} characters was not sent`)
    this.#texts.push(text)
    if (this.#texts.length === 1) this.#whenOpen((host) => this.#say(host))
  }

  /**
   * Says the next of the waiting texts, unless the host still reads.
   * @param {HostObject} host
   */
  #say(host) {
    if (this.#reading || this.#texts.length === 0) return
    this.#reading = true
    host.exchange(joined(this.#texts), (answer) => {
      if (answer && answer !== UNREAD) this.#hear(answer)
      if (!answer?.startsWith(UNREAD)) this.#onRead(host)
    })
  }

  /** @param {HostObject} host */
  #onRead(host) {
    this.#reading = false
    this.#say(host)
  }

  /** Tells the host of a real tap on something that listens: it counts as the person's wish. */
  tapped() {
    this.#host?.tapped()
  }

  /**
   * Sends an answer that the service waits for.
   * @param {number} question
   * @param {string} facts
   */
  measured(question, facts) {
    this.#whenOpen((host) => host.measured(question, facts))
  }

  /**
   * Tells the host that a sheet with a mask comes up in a page, or goes: the mask lies over the bars, too.
   * @param {number} page
   * @param {boolean} up
   */
  masked(page, up) {
    this.#whenOpen((host) => host.masked(page, up))
  }

  /** Tells the host that the page in front is the only one that is seen: the one before has gone. */
  settled() {
    this.#whenOpen((host) => host.settled())
  }

  /**
   * Tells the host whether a page is dark at its bottom.
   * @param {number} page
   * @param {boolean} dark
   */
  grounded(page, dark) {
    this.#whenOpen((host) => host.grounded(page, dark))
  }

  /**
   * Asks the host whether a function is a script's that drives the program: the program could have ordered it itself.
   * @param {string} code
   * @returns {Promise<boolean>}
   */
  takesFunction(code) {
    return new Promise((resolve) => this.#whenOpen((host) => host.takes_function(code, resolve)))
  }

  /**
   * Writes a line to the phone's console.
   * @param {'error' | 'warn'} level
   * @param {string} text
   */
  log(level, text) {
    this.sendText(JSON.stringify([['note', level, text.slice(0, LONGEST_LINE), null, null]]))
  }
}

/**
 * Takes the first texts away, as many as may be read at once, and returns them as one array in JSON.
 * @param {string[]} texts at least one
 */
function joined(texts) {
  let count = 1
  let characters = texts[0].length
  while (count < texts.length && characters + texts[count].length <= MOST_CHARACTERS) {
    characters += texts[count++].length
  }
  const taken = texts.splice(0, count)
  return count === 1 ? taken[0] : `[${taken.map((text) => text.slice(1, -1)).join(',')}]`
}
