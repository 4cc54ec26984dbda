// The way to the host: one QWebChannel object. Texts wait until the channel is open.

import { PageText } from './page-text.js'

/**
 * @typedef {{exchange(text: string, answered: (text: string) => void): void, tapped(): void,
 *   measured(question: number, facts: string): void, opened(): void, shows(text: string): void,
 *   sent: {connect(slot: (text: string) => void): void},
 *   text_wanted: {connect(slot: (wanted: boolean) => void): void}}} HostObject
 */

/** The link to the host, which all pages share. */
export class HostLink {
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
   * Handles what the host answers at once.
   * @param {string} text
   */
  #answered = (text) => {
    if (text) this.#hear(text)
  }

  /**
   * Relays a batch of messages unchanged.
   * @param {string} text
   */
  sendText(text) {
    this.#whenOpen((host) => host.exchange(text, this.#answered))
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
   * Writes a line to the phone's console.
   * @param {'error' | 'warn'} level
   * @param {string} text
   */
  log(level, text) {
    this.sendText(JSON.stringify([['log', level, text, null, null]]))
  }
}
