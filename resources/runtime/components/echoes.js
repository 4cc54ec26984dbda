// A program that sets a field to what was typed answers the person, but the answer may be late: meanwhile more was
// typed.

/** How long, in ms, an assignment of what was typed before counts as an answer to it. */
const ECHO_TIME = 500

/** What was typed into one field and has no answer of the program yet. */
export class Echoes {
  /** @type {{value: string, until: number}[]} */ #typed = []

  /** @param {string} value */
  add(value) {
    this.#typed.push({ value, until: performance.now() + ECHO_TIME })
  }

  /** Stops waiting for answers to what was typed so far. */
  forget() {
    this.#typed = []
  }

  /**
   * Returns whether this value answers something that has been typed over since.
   * @param {string} value
   */
  isOld(value) {
    const now = performance.now()
    this.#typed = this.#typed.filter(({ until }) => until > now)
    if (this.#typed[0]?.value !== value) {
      this.forget()
      return false
    }
    this.#typed.shift()
    return this.#typed.length > 0
  }
}
