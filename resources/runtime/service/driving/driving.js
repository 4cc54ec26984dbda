// What a script outside asks of the program, over the automator's protocol. The host passes the requests on and gives
// the answers back; each is answered once.

import { appMethods } from './app.js'
import { elementMethods } from './element.js'
import { DrivingEvents } from './events.js'
import { pageMethods } from './page.js'
import { plainText } from './plain-text.js'

/** @typedef {Record<string, any>} Params */
/** @typedef {Record<string, (params: Params) => unknown>} Methods */

/** Answers a request once the program has its first page. */
export class Driving {
  #channel
  #pages
  #events
  /** @type {Methods} */ #methods

  /**
   * @param {{channel: import('../channel.js').Channel, pages: import('../pages.js').Pages,
   *   loader: import('../loader.js').Loader, view: import('../view.js').View,
   *   journal: import('../journal.js').Journal, wx: Record<string, any>}} parts
   */
  constructor(parts) {
    this.#channel = parts.channel
    this.#pages = parts.pages
    this.#events = new DrivingEvents(parts)
    const ofApp = { ...appMethods(parts), ...this.#events.methods() }
    this.#methods = { ...ofApp, ...pageMethods(parts), ...elementMethods(parts) }
  }

  listen() {
    this.#channel.on('drive', (number, method, params) => {
      this.#events.begin()
      this.#pages.afterLaunch(() => void this.#answer(number, method, Object(params)))
    })
  }

  /**
   * Tells the script of an error that nobody caught.
   * @param {unknown} error
   */
  threw(error) {
    this.#events.threw(error)
  }

  /**
   * @param {number} number
   * @param {string} method
   * @param {Params} params
   */
  async #answer(number, method, params) {
    this.#channel.tell('driven', number, await this.#outcome(method, params))
  }

  /**
   * @param {string} method
   * @param {Params} params
   * @returns {Promise<{result: string} | {error: string}>} the result as JSON
   */
  async #outcome(method, params) {
    try {
      if (!Object.hasOwn(this.#methods, method)) throw new Error(`${method} unimplemented`)
      return { result: plainText((await this.#methods[method](params)) ?? {}) }
    } catch (error) {
      return { error: messageOf(error) }
    }
  }
}

/**
 * Says an error in words, whatever was thrown.
 * @param {unknown} error
 */
function messageOf(error) {
  try {
    return String(error instanceof Error ? error.message : error)
  } catch {
    return 'an error that has no text'
  }
}
