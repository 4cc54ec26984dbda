// The wx functions that the host answers: it says their names when the program starts.

import { askHost } from '../network.js'
import { makeFunction } from './convention.js'
import { sendable } from './wire.js'

/**
 * @param {{async: string[], sync: string[]}} names @param {import('../channel.js').Channel} channel
 * @param {import('../journal.js').Journal} journal @returns {Record<string, Function>}
 */
export function hostFunctions(names, channel, journal) {
  /** @type {Record<string, Function>} */ const functions = {}
  for (const name of names.async) {
    functions[name] = makeFunction(name, (options, settle) => channel.call(name, sendable(options), settle), journal)
  }
  for (const name of names.sync) functions[name] = (/** @type {unknown[]} */ ...args) => callNow(name, args)
  return functions
}

/** Asks the host and waits. Throws what the phone throws. @param {string} name @param {unknown[]} args */
export function callNow(name, args) {
  const answer = askHost(name, args.map((arg) => sendable(arg)))
  if (answer.error === undefined) return answer.value
  throw Object.assign(new Error(answer.error), { errMsg: answer.error, errno: answer.errno })
}
