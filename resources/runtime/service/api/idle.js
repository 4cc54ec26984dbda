// wx.requestIdleCallback and wx.cancelIdleCallback: a worker is idle when its turn is over and nothing else waits for
// its own.

import { clearTimeout, now, setTimeout } from '../host.js'

/** How long an idle time lasts at most, in ms: as in browsers. */
const IDLE = 50

/** @param {import('../journal.js').Journal} journal */
export function idleFunctions(journal) {
  return {
    /**
     * @param {(deadline: object) => void} callback
     * @param {{timeout?: number}} [options]
     */
    requestIdleCallback(callback, options) {
      const asked = now()
      const timeout = Number(options?.timeout) || Infinity
      return setTimeout(() => {
        const begun = now()
        const didTimeout = begun - asked >= timeout
        const timeRemaining = () => (didTimeout ? 0 : Math.max(0, begun + IDLE - now()))
        journal.guard('wx.requestIdleCallback', () => callback({ didTimeout, timeRemaining }))
      })
    },
    /** @param {number} id */
    cancelIdleCallback: (id) => clearTimeout(id),
  }
}
