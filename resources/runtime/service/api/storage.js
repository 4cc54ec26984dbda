// wx.setStorage and its family. The host keeps JSON; what the platform keeps besides (a Date, undefined, numbers that
// are none) goes there as a record. wx.batchSetStorage and the like are many keys at once, by the functions for one.

import { failure, makeFunction, ok, parameterError } from './convention.js'
import { callNow } from './host-calls.js'

/** @typedef {{key: string, value: unknown}} Pair */

/** The field of a record that names the type of what it stands for. */
const TYPE = '@wx'

/**
 * @param {import('../channel.js').Channel} channel
 * @param {import('../journal.js').Journal} journal
 */
export function storageFunctions(channel, journal) {
  return {
    setStorage: makeFunction(
      'setStorage',
      (options, settle) => channel.call('setStorage', { ...options, data: toRecord(options.data) }, settle),
      journal,
    ),
    getStorage: makeFunction(
      'getStorage',
      (options, settle) =>
        channel.call('getStorage', options, (result) =>
          settle('data' in result ? { ...result, data: fromRecord(result.data) } : result),
        ),
      journal,
    ),
    setStorageSync: set,
    getStorageSync: get,
    removeStorageSync: (/** @type {unknown} */ key) =>
      void callNow('removeStorageSync', [named('removeStorageSync', key)]),
    ...batches(journal),
  }
}

/** @param {import('../journal.js').Journal} journal */
function batches(journal) {
  /**
   * @param {string} name
   * @param {string} list the parameter with what it is about
   * @param {(list: any[]) => object} run
   */
  const make = (name, list, run) =>
    makeFunction(
      name,
      (options, settle) => {
        const problem = parameterError(options, { [list]: 'Array' })
        settle(problem ? failure(name, problem, 1001) : attempt(name, () => run(options[list])))
      },
      journal,
    )
  return {
    batchSetStorageSync: (/** @type {Pair[]} */ pairs) => void setAll(pairs),
    batchGetStorageSync: getAll,
    batchSetStorage: make('batchSetStorage', 'kvList', (pairs) => ({ done: setAll(pairs).length })),
    batchGetStorage: make('batchGetStorage', 'keyList', (keys) => ({ dataList: getAll(keys) })),
  }
}

/**
 * @param {unknown} key
 * @param {unknown} value
 * @throws {Error} with an errMsg, if it is not kept
 */
const set = (key, value) => void callNow('setStorageSync', [named('setStorageSync', key), toRecord(value)])

/**
 * @param {unknown} key
 * @throws {Error} with an errMsg
 */
const get = (key) => fromRecord(callNow('getStorageSync', [named('getStorageSync', key)]))

/** @param {Pair[]} pairs */
const setAll = (pairs) => Array.from(pairs, ({ key, value }) => set(key, value))

/** @param {string[]} keys */
const getAll = (keys) => Array.from(keys, (key) => get(key))

/**
 * Returns a key.
 * @param {string} name of the function that it is for
 * @param {unknown} key
 * @throws {Error} if it is no text: JSON would make null of undefined
 */
function named(name, key) {
  const problem = parameterError({ key }, { key: 'String' })
  if (!problem) return key
  const errMsg = `${name}:fail ${problem}`
  throw Object.assign(new Error(errMsg), { errMsg, errno: 1001 })
}

/**
 * Returns a value as JSON can hold it.
 * @param {any} value
 */
function toRecord(value) {
  const type = typeOf(value)
  switch (type) {
    case 'Undefined':
      return { [TYPE]: type }
    case 'Date':
      return { [TYPE]: type, value: String(value.getTime()) }
    case 'Number':
      return Number.isFinite(value) ? value : { [TYPE]: type, value: String(value) }
    case 'Object':
      return TYPE in value ? { [TYPE]: type, value } : value
    default:
      return value
  }
}

/**
 * Returns the name of a value's type; '' for what cannot be read, which is refused when it is sent.
 * @param {unknown} value
 */
function typeOf(value) {
  try {
    return Object.prototype.toString.call(value).slice(8, -1)
  } catch {
    return ''
  }
}

/**
 * Returns the value that was made a record.
 * @param {any} kept
 */
function fromRecord(kept) {
  switch (Object(kept)[TYPE]) {
    case 'Undefined':
      return undefined
    case 'Date':
      return new Date(Number(kept.value))
    case 'Number':
      return Number(kept.value)
    case 'Object':
      return kept.value
    default:
      return kept
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
