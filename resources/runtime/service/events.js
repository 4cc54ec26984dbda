// The events that wx.onX listens to: those of the phone and of the program, each under the name that the host gives it
// (`themeChange`).

/** @typedef {(detail: unknown) => void} Listener */

/** The listeners of the program, and those of the service, which hear first. */
export class Events {
  /** @type {Map<string, Set<Listener>>} */ #listeners = new Map()
  /**
   * The service's own listeners, which no program can remove.
   * @type {Map<string, Listener[]>}
   */
  #watching = new Map()
  #journal

  /** @param {import('./journal.js').Journal} journal */
  constructor(journal) {
    this.#journal = journal
  }

  /**
   * Adds a listener of the service, which hears before the program.
   * @param {string} name
   * @param {Listener} listener
   */
  watch(name, listener) {
    this.#watching.set(name, [...(this.#watching.get(name) ?? []), listener])
  }

  /**
   * Adds a listener of the program, once.
   * @param {string} name
   * @param {unknown} listener
   */
  on(name, listener) {
    if (typeof listener !== 'function') return
    const listeners = this.#listeners.get(name) ?? new Set()
    listeners.add(/** @type {Listener} */ (listener))
    this.#listeners.set(name, listeners)
  }

  /**
   * Removes a listener of the program; without one, all listeners of the event.
   * @param {string} name
   * @param {unknown} [listener]
   */
  off(name, listener) {
    if (listener === undefined) this.#listeners.delete(name)
    else this.#listeners.get(name)?.delete(/** @type {Listener} */ (listener))
  }

  /**
   * Returns whether the program listens to an event.
   * @param {string} name
   */
  isHeard(name) {
    return (this.#listeners.get(name)?.size ?? 0) > 0
  }

  /**
   * Calls everyone who listens to an event; what a listener throws is reported.
   * @param {string} name
   * @param {unknown} detail
   */
  emit(name, detail) {
    for (const listener of this.#watching.get(name) ?? []) listener(detail)
    for (const listener of [...(this.#listeners.get(name) ?? [])]) {
      this.#journal.guard(`wx.on${name[0].toUpperCase()}${name.slice(1)}`, () => listener(detail))
    }
  }
}
