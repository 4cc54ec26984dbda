// How an asynchronous wx function is called and answers: by callbacks or by a Promise, never both, and each callback
// runs once.

import { reasonOf } from '../encoding.js'
import { queueMicrotask } from '../host.js'
import { placeInStack } from '../trace.js'

/** @typedef {import('../channel.js').Result} Result */
/** @typedef {Record<string, any>} Options */
/** @typedef {(result: Result) => void} Settle */

/** The functions that never return a Promise, with callbacks or without. */
const NEVER_A_PROMISE = new Set(
  `getFuzzyLocation getPrivacySetting openPrivacyContract requirePrivacyAuthorize request uploadFile downloadFile
  connectSocket sendSocketMessage closeSocket canvasGetImageData canvasPutImageData createBLEConnection chooseContact
  saveFileToDisk setWindowSize`.split(/\s+/),
)

/**
 * Makes a wx function. `run` gets the options without the callbacks, and settles once; what it returns (a task) is
 * returned if there is no Promise to return. Options that cannot be read are answered by a failure; nothing is thrown.
 * @param {string} name
 * @param {(options: Options, settle: Settle) => unknown} run
 * @param {import('../journal.js').Journal} journal
 * @param {boolean} [givesPromises] whether callers without a callback get a Promise
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
 * Splits what a program passed into callbacks and other options. A program may pass anything, also what throws when it
 * is read.
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
 * Returns those callbacks that can be read.
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
 * Returns the failure of a call with bad options.
 * @param {string} name
 * @param {string} problem with the options
 */
const misused = (name, problem) => failure(name, `parameter error: ${problem}`, 1001)

/**
 * Returns what is wrong with the parameters that a call must have, in the platform's words; '' if nothing is.
 * @param {Options} options
 * @param {Record<string, string>} kinds the name of each parameter's type, such as 'String'
 */
export function parameterError(options, kinds) {
  const wrong = Object.entries(kinds).flatMap(([name, kind]) => {
    const found = Object.prototype.toString.call(options[name]).slice(8, -1)
    return found === kind ? [] : `parameter.${name} should be ${kind} instead of ${found};`
  })
  return wrong.length === 0 ? '' : `parameter error: ${wrong.join('')}`
}

/**
 * Returns the result `name:ok` with fields of its own.
 * @param {string} name
 * @param {object} [fields]
 * @returns {Result}
 */
export const ok = (name, fields = {}) => ({ ...fields, errMsg: `${name}:ok` })

/**
 * Returns the result `name:fail reason`.
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
 * The stacks of calls that failed. Results don't have one, and programs reject Promises of their own with them.
 * @type {WeakMap<object, Error>}
 */
const calls = new WeakMap()

/**
 * Returns the line of the program that made the call with this result; null if it is not known.
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
 * Returns a function of which only the first call counts; it settles after the caller has returned.
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
