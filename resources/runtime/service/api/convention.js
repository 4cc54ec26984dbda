// How an asynchronous wx function is called and answers: callbacks or a Promise, never both, each callback once.

import { reasonOf } from '../encoding.js'
import { queueMicrotask } from '../host.js'
import { placeInStack } from '../trace.js'

/** @typedef {import('../channel.js').Result} Result */
/** @typedef {Record<string, any>} Options */
/** @typedef {(result: Result) => void} Settle */

/** Functions that never give a Promise, with callbacks or without. */
const NEVER_A_PROMISE = new Set(
  `getFuzzyLocation getPrivacySetting openPrivacyContract requirePrivacyAuthorize request uploadFile downloadFile
  connectSocket sendSocketMessage closeSocket canvasGetImageData canvasPutImageData createBLEConnection chooseContact
  saveFileToDisk setWindowSize`.split(/\s+/),
)

/**
 * A wx function. `run` gets the options without the callbacks, and settles once; what it returns is returned if there
 * is no Promise to return (a task, say). Options that cannot be read or taken are answered, never thrown.
 * @param {string} name
 * @param {(options: Options, settle: Settle) => unknown} run
 * @param {import('../journal.js').Journal} journal
 * @param {boolean} [givesPromises] to those who give no callback
 */
export function makeFunction(name, run, journal, givesPromises = !NEVER_A_PROMISE.has(name)) {
  return (/** @type {unknown} */ given) => {
    const { callbacks, options, problem } = taken(given)
    const { success, fail, complete } = callbacks
    const call = new Error()
    const start = (/** @type {Settle} */ hear) => {
      const settle = once((result) => {
        if (!isOk(name, result)) calls.set(result, call)
        hear(result)
      })
      return problem === null ? attempt(name, () => run(options, settle), settle) : settle(misused(name, problem))
    }
    if (givesPromises && !(success || fail || complete)) return promised(name, start)
    return start((result) => callBack(name, callbacks, result, journal))
  }
}

/**
 * What a program passed, callbacks apart; a program may pass anything, also what throws when it is read.
 * @param {unknown} given
 * @returns {{callbacks: Options, options: Options, problem: string | null}}
 */
function taken(given) {
  if (typeof given !== 'object' || given === null) return { callbacks: {}, options: {}, problem: null }
  try {
    const { success, fail, complete, ...options } = /** @type {Options} */ (given)
    return { callbacks: { success, fail, complete }, options, problem: null }
  } catch (error) {
    return { callbacks: callbacksOf(given), options: {}, problem: reasonOf(error) }
  }
}

/**
 * Those that can be read.
 * @param {Options} given
 * @returns {Options}
 */
function callbacksOf(given) {
  /** @type {Options} */ const found = {}
  for (const name of ['success', 'fail', 'complete']) {
    try {
      found[name] = given[name]
    } catch {
      found[name] = undefined
    }
  }
  return found
}

/**
 * @param {string} name
 * @param {() => unknown} run
 * @param {Settle} settle
 */
function attempt(name, run, settle) {
  try {
    return run()
  } catch (error) {
    return settle(misused(name, reasonOf(error)))
  }
}

/**
 * @param {string} name
 * @param {string} problem with the options
 */
const misused = (name, problem) => failure(name, `parameter error: ${problem}`, 1001)

/**
 * `name:ok` and its fields.
 * @param {string} name
 * @param {object} [fields]
 * @returns {Result}
 */
export const ok = (name, fields = {}) => ({ ...fields, errMsg: `${name}:ok` })

/**
 * `name:fail reason`.
 * @param {string} name
 * @param {string} reason
 * @param {number} [errno]
 * @returns {Result}
 */
export const failure = (name, reason, errno) => ({
  errMsg: `${name}:fail ${reason}`,
  ...(errno !== undefined && { errno }),
})

/**
 * Where the calls were made that failed: results do not know, and programs reject Promises of their own with them.
 * @type {WeakMap<object, Error>}
 */
const calls = new WeakMap()

/**
 * The line of the program that made the call with this result.
 * @param {unknown} result
 */
export const placeOfResult = (result) => placeInStack(calls.get(Object(result))?.stack)

/**
 * @param {string} name
 * @param {(settle: Settle) => void} run
 */
function promised(name, run) {
  return new Promise((resolve, reject) => run((result) => (isOk(name, result) ? resolve(result) : reject(result))))
}

/**
 * @param {string} name
 * @param {Result} result
 */
const isOk = (name, result) => String(result.errMsg).startsWith(`${name}:ok`)

/**
 * The first answer counts, and nobody hears it before the caller has returned.
 * @param {Settle} settle
 * @returns {Settle}
 */
function once(settle) {
  let spent = false
  return (result) => {
    if (spent) return
    spent = true
    queueMicrotask(() => settle(result))
  }
}

/**
 * @param {string} name
 * @param {Options} callbacks
 * @param {Result} result
 * @param {import('../journal.js').Journal} journal
 */
export function callBack(name, { success, fail, complete }, result, journal) {
  const kind = isOk(name, result) ? 'success' : 'fail'
  const first = kind === 'success' ? success : fail
  if (typeof first === 'function') journal.guard(`wx.${name} ${kind}`, () => first(result))
  if (typeof complete === 'function') journal.guard(`wx.${name} complete`, () => complete(result))
}
