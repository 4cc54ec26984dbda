// wx.getSystemInfo: called like the asynchronous functions, but the service knows the answer at once and gives it
// after the call has returned.

import { setTimeout } from '../host.js'
import { callNow } from './host-calls.js'
import { makeFunction, ok } from './convention.js'

const NAME = 'getSystemInfo'

/** @param {import('../journal.js').Journal} journal */
export function systemInfoFunctions(journal) {
  /**
   * What the host said in this turn: programs ask for it again and again.
   * @type {object | null}
   */
  let known = null
  const read = () => {
    if (!known)
      setTimeout(() => {
        known = null
      })
    return (known ??= callNow('getSystemInfoSync', []))
  }
  return { [NAME]: makeFunction(NAME, (_options, settle) => settle(ok(NAME, read())), journal) }
}
