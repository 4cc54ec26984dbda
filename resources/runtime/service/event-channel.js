// The channel between a page and the page that opened it (the `events` of wx.navigateTo).

/** @typedef {(...args: unknown[]) => void} Listener */

/** One end of a channel. What it emits is heard at the other end, also by listeners that are added later. */
export class EventChannel {
  /** @type {Map<string, {listener: Listener, once: boolean}[]>} */ #listeners = new Map()
  /**
   * What was emitted before anybody listened, by event.
   * @type {Map<string, unknown[][]>}
   */
  #unheard = new Map()
  /** @type {EventChannel} where what we emit is heard */ other = this
  #journal

  /** @param {import('./journal.js').Journal} journal */
  constructor(journal) {
    this.#journal = journal
  }

  /**
   * Makes the two ends of a channel.
   * @param {import('./journal.js').Journal} journal
   * @returns {[EventChannel, EventChannel]}
   */
  static pair(journal) {
    const ends = /** @type {[EventChannel, EventChannel]} */ ([new EventChannel(journal), new EventChannel(journal)])
    ends[0].other = ends[1]
    ends[1].other = ends[0]
    return ends
  }

  /**
   * Adds a listener; it gets what was emitted before.
   * @param {string} name
   * @param {Listener} listener
   */
  on(name, listener) {
    this.#add(name, listener, false)
  }

  /**
   * Adds a listener for one event only.
   * @param {string} name
   * @param {Listener} listener
   */
  once(name, listener) {
    this.#add(name, listener, true)
  }

  /**
   * Removes a listener, or all listeners of an event.
   * @param {string} name
   * @param {Listener} [listener]
   */
  off(name, listener) {
    const left = (this.#listeners.get(name) ?? []).filter((each) => listener && each.listener !== listener)
    this.#listeners.set(name, left)
  }

  /**
   * Emits an event at the other end.
   * @param {string} name
   * @param {...unknown} args
   */
  emit(name, ...args) {
    this.other.#hear(name, args)
  }

  /**
   * Adds a listener and hands it what nobody has heard yet.
   * @param {string} name
   * @param {Listener} listener
   * @param {boolean} once
   */
  #add(name, listener, once) {
    if (typeof listener !== 'function') return
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), { listener, once }])
    const unheard = this.#unheard.get(name) ?? []
    this.#unheard.delete(name)
    for (const args of unheard) this.#hear(name, args)
  }

  /**
   * Calls the listeners of an event; keeps it if there are none.
   * @param {string} name
   * @param {unknown[]} args
   */
  #hear(name, args) {
    const listeners = this.#listeners.get(name) ?? []
    if (listeners.length === 0) this.#unheard.set(name, [...(this.#unheard.get(name) ?? []), args])
    this.#listeners.set(
      name,
      listeners.filter(({ once }) => !once),
    )
    for (const { listener } of listeners) this.#journal.guard(`event ${name}`, () => listener(...args))
  }
}
