// What a script hears of the program without asking: lines of the console, errors that nobody caught, and calls of the
// functions that it has put into the program.

import { describe } from '../journal.js'
import { plainText } from './plain-text.js'

/** @typedef {import('./driving.js').Methods} Methods */

/** The most characters of a line of the console as JSON. */
const LONGEST = 200_000

const scope = /** @type {Record<string, unknown>} */ (globalThis)

/** Tells events from the first request on: a program that nobody drives is left alone. */
export class DrivingEvents {
  #channel
  #journal
  #driven = false
  /** @type {Set<string>} */ #bindings = new Set()

  /**
   * @param {{channel: import('../channel.js').Channel, journal: import('../journal.js').Journal}} parts
   */
  constructor({ channel, journal }) {
    this.#channel = channel
    this.#journal = journal
  }

  /** Notes that a script drives the program. */
  begin() {
    this.#driven = true
  }

  /**
   * Tells of an error that nobody caught.
   * @param {unknown} error
   */
  threw(error) {
    if (!this.#driven) return
    const { message = String(error), stack = '' } = Object(error)
    this.#tell('App.exceptionThrown', { message: String(message), stack: String(stack) })
  }

  /** @returns {Methods} */
  methods() {
    return {
      'App.enableLog': () =>
        this.#journal.onLine((type, args) =>
          this.#tell('App.logAdded', { type, args }, () => ({ type, args: args.map(describe) })),
        ),
      'App.addBinding': ({ name }) => this.#bind(String(name)),
    }
  }

  /**
   * Makes a global function whose calls the script hears of.
   * @param {string} name
   * @throws {Error} if the program has such a global
   */
  #bind(name) {
    if (!this.#bindings.has(name) && name in globalThis) throw new Error(`${name} exists already`)
    this.#bindings.add(name)
    scope[name] = (/** @type {unknown[]} */ ...args) => this.#tell('App.bindingCalled', { name, args })
  }

  /**
   * @param {string} event
   * @param {object} params
   * @param {() => object} [short] gives what is told instead of parameters that are too long
   */
  #tell(event, params, short = () => params) {
    try {
      const text = plainText(params)
      this.#channel.tell('drivingEvent', event, text.length > LONGEST ? plainText(short()) : text)
    } catch {
      // a value that can't be read: there is nobody to tell
    }
  }
}
