// Messages that have a short form. Of those of one turn only the newest go out whole: a loop may write more lines to
// the console than anybody keeps, and the phone would read the values of all of them.

/** As many lines as the phone's console keeps. */
const MOST_WHOLE = 1000

/** The most characters that the whole ones take together. */
const MOST_CHARACTERS = 1_000_000

/** The places of the whole messages in one turn's outbox. */
export class NewestWhole {
  #outbox
  /** @type {{at: number, short: string}[]} */ #whole = []
  #first = 0
  #characters = 0

  /** @param {string[]} outbox the messages of the turn, as JSON */
  constructor(outbox) {
    this.#outbox = outbox
  }

  /**
   * Takes the last message of the outbox as whole; older ones become short when there is too much.
   * @param {string} short the same message in its short form, as JSON
   */
  add(short) {
    const at = this.#outbox.length - 1
    this.#whole.push({ at, short })
    this.#characters += this.#outbox[at].length
    while (this.#whole.length - this.#first > MOST_WHOLE || this.#characters > MOST_CHARACTERS) this.#shorten()
  }

  #shorten() {
    const { at, short } = this.#whole[this.#first++]
    this.#characters -= this.#outbox[at].length
    this.#outbox[at] = short
  }
}
