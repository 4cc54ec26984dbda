// wx.getSystemInfo: called like the asynchronous functions, answered before it returns, as WeChat documents. Programs read
// in their components' files what their App.onLaunch was told this way.

import { callNow } from './host-calls.js'
import { callBack, ok } from './convention.js'

const NAME = 'getSystemInfo'

/** @param {import('../journal.js').Journal} journal */
export const systemInfoFunctions = (journal) => ({
  [NAME]: (/** @type {unknown} */ options) => {
    const { success, fail, complete } = Object(options)
    const result = ok(NAME, callNow('getSystemInfoSync', []))
    if (!(success || fail || complete)) return Promise.resolve(result)
    callBack(NAME, { success, fail, complete }, result, journal)
    return undefined
  },
})
