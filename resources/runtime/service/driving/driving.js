// What a script outside asks of the program, over the automator's protocol. The host passes the requests on and gives
// the answers back; each is answered once.

import { appMethods } from './app.js'
import { elementMethods } from './element.js'
import { pageMethods } from './page.js'
import { plainText } from './plain-text.js'

/** @typedef {Record<string, any>} Params */
/** @typedef {Record<string, (params: Params) => unknown>} Methods */

/** Answers a request once the program has its first page. */
export class Driving {
  #channel
  #pages
  /** @type {Methods} */ #methods

  /**
   * @param {{channel: import('../channel.js').Channel, pages: import('../pages.js').Pages,
   *   loader: import('../loader.js').Loader, view: import('../view.js').View, wx: Record<string, any>}} parts
   */
  constructor(parts) {
    this.#channel = parts.channel
    this.#pages = parts.pages
    this.#methods = { ...appMethods(parts), ...pageMethods(parts), ...elementMethods(parts) }
  }

  listen() {
    this.#channel.on('drive', (number, method, params) =>
      this.#pages.afterLaunch(() => void this.#answer(number, method, Object(params))),
    )
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
      return { error: error instanceof Error ? error.message : String(error) }
    }
  }
}
