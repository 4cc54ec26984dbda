// Objects of wx with listeners of their own: `onX(listener)` adds one, `offX(listener)` removes it, `offX()` removes
// all.

/** @typedef {(detail?: unknown) => void} Listener */

/**
 * Makes the functions.
 * @param {string[]} events their names, as `timeUpdate`
 * @param {import('../journal.js').Journal} journal
 * @returns {{face: Record<string, (listener?: unknown) => void>, tell: (event: string, detail: unknown) => void,
 *   clear: () => void}}
 */
export function onAndOff(events, journal) {
  const listeners = new Map(events.map((event) => [event, /** @type {Set<Listener>} */ (new Set())]))
  /** @type {Record<string, (listener?: unknown) => void>} */ const face = {}
  for (const [event, heard] of listeners) {
    face[`on${capital(event)}`] = (listener) =>
      void (typeof listener === 'function' && heard.add(/** @type {Listener} */ (listener)))
    face[`off${capital(event)}`] = (listener) =>
      void (listener ? heard.delete(/** @type {Listener} */ (listener)) : heard.clear())
  }
  return {
    face,
    tell: (event, detail) => {
      for (const listener of [...(listeners.get(event) ?? [])])
        journal.guard(`on${capital(event)}`, () => listener(detail))
    },
    clear: () => listeners.forEach((heard) => heard.clear()),
  }
}

/** @param {string} name */
const capital = (name) => name[0].toUpperCase() + name.slice(1)
