// requirePlugin. There are no plugins here: what is asked of one fails or returns an inert object, and nothing stops
// the program.

import { callersPlace } from '../trace.js'
import { Absent } from './absent.js'
import { failure, makeFunction } from './convention.js'

const UNSUPPORTED = 100

/**
 * Matches functions of plugins that promise an object to go on with: `getRecordRecognitionManager`, `createContext`.
 */
const MAKER = /^create|(?:Manager|Context|Instance)$/

/** @param {import('../journal.js').Journal} journal */
export function pluginFunctions(journal) {
  const absent = new Absent(journal)
  const refuse = (/** @type {unknown} */ name) => {
    journal.say('warn', `requirePlugin("${name}"): plugins are not supported`, callersPlace())
    return { mod: name, ...failure('requirePlugin', 'not supported', UNSUPPORTED) }
  }
  const requirePlugin = (
    /** @type {unknown} */ name,
    /** @type {unknown} */ _onDone,
    /** @type {unknown} */ onFail,
  ) => {
    const reason = refuse(name)
    if (typeof onFail === 'function') onFail(reason)
    return new Proxy({}, { get: (_target, key) => memberOf(key, absent, journal) })
  }
  requirePlugin.async = (/** @type {unknown} */ name) => Promise.reject(refuse(name))
  return { requirePlugin }
}

/**
 * @param {string | symbol} name
 * @param {Absent} absent
 * @param {import('../journal.js').Journal} journal
 */
function memberOf(name, absent, journal) {
  if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined
  const fail = makeFunction(name, (_options, settle) => settle(failure(name, 'not supported', UNSUPPORTED)), journal)
  return (/** @type {Record<string, unknown>} */ options) => {
    if (options?.success || options?.fail || options?.complete) return fail(options)
    return MAKER.test(name) ? absent.inert(name) : null
  }
}
