// What the person types into the inspector's console, evaluated where the program runs: it sees `wx`, getApp(),
// getCurrentPages() and every other global. The code comes from the host alone and is loaded as a script, as compiled
// templates are: `eval` stays refused for everybody.

import { describe } from './journal.js'
import { shownValue } from './shown-value.js'

/** @typedef {{text: string, value?: unknown, failed?: boolean}} Outcome */

/** So many values of a result are shown, and so many characters of all their texts. */
const MOST_VALUES = 5000
const LONGEST_VALUES = 1_000_000

/** Code that waits is only told of when it is through. */
const AWAITS = /\bawait\b/

/** Tells `evaluated` with the number of the code: once with what it gave, and once more when a promise has settled. */
export class Evaluation {
  #channel
  #loader
  #journal

  /**
   * @param {{channel: import('./channel.js').Channel, loader: import('./loader.js').Loader,
   *   journal: import('./journal.js').Journal}} parts
   */
  constructor({ channel, loader, journal }) {
    this.#channel = channel
    this.#loader = loader
    this.#journal = journal
  }

  listen() {
    this.#channel.on('evaluate', (number, code) => this.#evaluate(number, code))
    this.#channel.on('showValues', (on) => this.#journal.showValues(on))
  }

  /**
   * @param {number} number
   * @param {string} code
   */
  #evaluate(number, code) {
    try {
      const value = this.#run(code)
      const waits = value instanceof Promise
      if (!waits) this.#tell(number, value)
      else if (!AWAITS.test(code)) this.#channel.tell('evaluated', number, { text: 'Promise' })
      if (waits) this.#await(number, value)
    } catch (error) {
      this.#tell(number, error, true)
    }
  }

  /**
   * An expression gives its value. Anything else runs as a script does, so that its variables stay.
   * @param {string} code
   */
  #run(code) {
    const head = AWAITS.test(code) ? 'async () =>' : '() =>'
    const expression = this.#loadIfRight(`__define('code', ${head} (\n${code}\n))`)
    if (expression) return expression()
    if (!AWAITS.test(code)) return void this.#loader.loadText(code)
    const [statements] = this.#loader.loadText(`__define('code', ${head} {\n${code}\n})`).values()
    return statements()
  }

  /**
   * The function that the code hands over; null if it can't be read.
   * @param {string} code
   * @returns {(() => unknown) | null}
   */
  #loadIfRight(code) {
    try {
      return this.#loader.loadText(code).get('code') ?? null
    } catch (error) {
      if (error instanceof SyntaxError) return null
      throw error
    }
  }

  /**
   * @param {number} number
   * @param {Promise<unknown>} promise
   */
  #await(number, promise) {
    promise.then(
      (value) => this.#tell(number, value),
      (error) => this.#tell(number, error, true),
    )
  }

  /**
   * @param {number} number
   * @param {unknown} value
   * @param {boolean} [failed]
   */
  #tell(number, value, failed = false) {
    const budget = { left: MOST_VALUES, characters: LONGEST_VALUES }
    const outcome = { text: describe(value), value: shownValue(value, budget), failed }
    this.#channel.tell('evaluated', number, outcome)
  }
}
