// What wx.onX listens to: events of the phone and of the program, each by the name the host gives it (`themeChange`).

/** @typedef {(detail: unknown) => void} Listener */

/** The listeners of the program, and before them those of the service. */
export class Events {
  /** @type {Map<string, Set<Listener>>} */ #listeners = new Map()
  /**
   * The service's own, which no program takes away.
   * @type {Map<string, Listener[]>}
   */
  #watching = new Map()
  #journal

  /** @param {import('./journal.js').Journal} journal */
  constructor(journal) {
    this.#journal = journal
  }

  /**
   * The service itself hears it, before the program.
   * @param {string} name
   * @param {Listener} listener
   */
  watch(name, listener) {
    this.#watching.set(name, [...(this.#watching.get(name) ?? []), listener])
  }

  /**
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
   * Without a listener: all of them.
   * @param {string} name
   * @param {unknown} [listener]
   */
  off(name, listener) {
    if (listener === undefined) this.#listeners.delete(name)
    else this.#listeners.get(name)?.delete(/** @type {Listener} */ (listener))
  }

  /**
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
