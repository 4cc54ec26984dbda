// The way to the host: one QWebChannel object. Texts wait until the channel is open.

/** @typedef {{receive(text: string): void, sent: {connect(slot: (text: string) => void): void}}} HostObject */

export class HostLink {
  /** @type {HostObject | null} */
  #host = null
  /** @type {string[]} */
  #waiting = []

  /** @param {(text: string) => void} hear what the host says */
  constructor(hear) {
    const { QWebChannel, qt } = /** @type {any} */ (window)
    new QWebChannel(qt.webChannelTransport, (/** @type {any} */ channel) => this.#open(channel.objects.host, hear))
  }

  /** @param {HostObject} host @param {(text: string) => void} hear */
  #open(host, hear) {
    host.sent.connect(hear)
    this.#host = host
    for (const text of this.#waiting.splice(0)) host.receive(text)
  }

  /** Relays a batch of messages as it is. @param {string} text */
  sendText(text) {
    if (this.#host) this.#host.receive(text)
    else this.#waiting.push(text)
  }

  /** A trusted tap on something that listens: the host counts it as the person's wish. */
  tapped() {
    this.sendText('[["tap"]]')
  }

  /** A line for the phone's console. @param {'error' | 'warn'} level @param {string} text */
  log(level, text) {
    this.sendText(JSON.stringify([['log', level, text, null, null]]))
  }
}
