// wx.batchSetStorage and the like: many keys at once, by the host's functions for one key.

import { failure, makeFunction, ok } from './convention.js'
import { callNow } from './host-calls.js'

/** @typedef {{key: string, value: unknown}} Pair */

/** @param {Pair[]} pairs */
const setAll = (pairs) => Array.from(pairs, ({ key, value }) => callNow('setStorageSync', [key, value]))

/** @param {string[]} keys */
const getAll = (keys) => Array.from(keys, (key) => callNow('getStorageSync', [key]))

/** @param {import('../journal.js').Journal} journal */
export function storageBatches(journal) {
  /**
   * @param {string} name
   * @param {(options: Record<string, any>) => object} run
   */
  const make = (name, run) =>
    makeFunction(name, (options, settle) => settle(attempt(name, () => run(options))), journal)
  return {
    batchSetStorageSync: (/** @type {Pair[]} */ pairs) => void setAll(pairs),
    batchGetStorageSync: getAll,
    batchSetStorage: make('batchSetStorage', ({ kvList }) => ({ done: setAll(kvList).length })),
    batchGetStorage: make('batchGetStorage', ({ keyList }) => ({ dataList: getAll(keyList) })),
  }
}

/**
 * @param {string} name
 * @param {() => object} run
 */
function attempt(name, run) {
  try {
    return ok(name, run())
  } catch (error) {
    return failure(name, String(/** @type {Error} */ (error).message).replace(/^\w+:fail /, ''))
  }
}
