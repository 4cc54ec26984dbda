// App() and getApp(): the one app object of the program, its launch, and its lifetime handlers.

import { describe } from './journal.js'

/** @typedef {Record<string, any>} AppObject */
/** @typedef {{path: string, query: Record<string, string>, scene: number, [field: string]: unknown}} LaunchOptions */

const LIFETIMES = ['onLaunch', 'onShow', 'onHide', 'onError', 'onUnhandledRejection', 'onPageNotFound', 'onThemeChange']

/** Keeps what the program handed to App(), and calls its handlers. */
export class App {
  /** @type {AppObject | null} */ #app = null
  /**
   * Holds what getApp({allowDefault: true}) gave before App() was called: an empty object that App() then fills.
   * @type {AppObject | null}
   */
  #early = null
  #events
  #journal
  #launchOptions
  #enterOptions

  /**
   * @param {import('./events.js').Events} events
   * @param {import('./journal.js').Journal} journal
   * @param {LaunchOptions} launchOptions
   */
  constructor(events, journal, launchOptions) {
    this.#events = events
    this.#journal = journal
    this.#launchOptions = launchOptions
    this.#enterOptions = launchOptions
  }

  /** Returns the global App and getApp. They are plain functions, because a program may wrap them. */
  globals() {
    return {
      App: (/** @type {AppObject} */ definition) => this.#register(definition),
      getApp: (/** @type {{allowDefault?: boolean}} */ options) => this.#get(options),
    }
  }

  /** How the program came to the front last. */
  get enterOptions() {
    return this.#enterOptions
  }

  /** Calls onLaunch and onShow once app.js has run. */
  launch() {
    this.#call('onLaunch', this.#launchOptions)
    this.#call('onShow', this.#launchOptions)
    this.#events.emit('appShow', this.#launchOptions)
  }

  /**
   * Calls onShow when the program comes to the front again.
   * @param {Partial<LaunchOptions>} detail
   */
  show(detail) {
    const options = { ...this.#launchOptions, ...detail }
    this.#enterOptions = options
    this.#call('onShow', options)
    this.#events.emit('appShow', options)
  }

  /**
   * Calls onHide when the program goes to the background.
   * @param {object} detail
   */
  hide(detail) {
    this.#call('onHide', detail)
    this.#events.emit('appHide', detail)
  }

  /**
   * Calls onError with the text of an error that the program's code threw.
   * @param {unknown} error
   */
  error(error) {
    const text = describe(error)
    this.#call('onError', text)
    this.#events.emit('error', { message: text, stack: text })
  }

  /**
   * Calls onUnhandledRejection for a promise of the program's that nobody caught.
   * @param {unknown} reason
   * @param {Promise<unknown>} promise
   */
  unhandledRejection(reason, promise) {
    this.#call('onUnhandledRejection', { reason, promise })
    this.#events.emit('unhandledRejection', { reason, promise })
  }

  /**
   * Calls onPageNotFound for an address that leads to no page.
   * @param {import('./pages.js').Address} address
   */
  pageNotFound({ path, query }) {
    const detail = { path, query, isEntryPage: true }
    this.#journal.say('error', `page "${path}" is not found`, null)
    this.#call('onPageNotFound', detail)
    this.#events.emit('pageNotFound', detail)
  }

  /**
   * Calls onThemeChange.
   * @param {{theme: string}} detail
   */
  themeChange(detail) {
    this.#call('onThemeChange', detail)
  }

  /**
   * Takes the definition that App() was called with; a second call is reported and ignored.
   * @param {AppObject} definition
   */
  #register(definition) {
    if (this.#app) return this.#journal.say('error', 'App() was called twice; the second call is ignored')
    this.#app = Object.assign(this.#early ?? {}, Object(definition))
    return undefined
  }

  /**
   * Returns the app object, as getApp() does.
   * @param {{allowDefault?: boolean}} [options]
   */
  #get(options) {
    if (this.#app) return this.#app
    if (options?.allowDefault) return (this.#early ??= {})
    return undefined
  }

  /**
   * Calls a handler of the app object, if it has it; what it throws is reported.
   * @param {string} name
   * @param {unknown} detail
   */
  #call(name, detail) {
    const app = this.#app
    if (!LIFETIMES.includes(name) || typeof app?.[name] !== 'function') return
    this.#journal.guard(`app.js ${name}`, () => app[name](detail))
  }
}
