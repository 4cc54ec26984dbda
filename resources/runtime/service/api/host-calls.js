// The wx functions that the host answers; it says their names when the program starts.

import { unsent } from '../channel.js'
import { Unsendable } from '../encoding.js'
import { askHost } from '../network.js'
import { resolve } from '../paths.js'
import { makeFunction } from './convention.js'

/**
 * Makes the functions.
 * @param {{async: string[], sync: string[]}} names
 * @param {import('../channel.js').Channel} channel
 * @param {import('../journal.js').Journal} journal
 * @param {() => string} page gives the path of the page in front
 * @returns {Record<string, Function>}
 */
export function hostFunctions(names, channel, journal, page) {
  /** @type {Record<string, Function>} */ const functions = {}
  for (const name of names.async) {
    functions[name] = makeFunction(
      name,
      (options, settle) => channel.call(name, withPlaces(options, page()), settle),
      journal,
    )
  }
  for (const name of names.sync) functions[name] = (/** @type {unknown[]} */ ...args) => callNow(name, args)
  return functions
}

const FILES = ['src', 'filePath']
const RELATIVE = /^\.\.?\//

/**
 * Returns options whose paths start from the package: the host does not know the page that `./` and `../` start from.
 * @param {Record<string, any>} options
 * @param {string} page
 */
function withPlaces(options, page) {
  const found = FILES.filter((field) => RELATIVE.test(options[field]))
  return { ...options, ...Object.fromEntries(found.map((field) => [field, `/${resolve(page, options[field])}`])) }
}

/**
 * Asks the host and waits.
 * @param {string} name
 * @param {unknown[]} args
 * @throws {Error} with the phone's errMsg and errno, if the answer is a failure
 */
export function callNow(name, args) {
  const { value, error, errno } = answerNow(name, args)
  if (error === undefined) return value
  throw Object.assign(new Error(error), { errMsg: error, errno })
}

/**
 * @param {string} name
 * @param {unknown[]} args
 * @returns {import('../network.js').SyncAnswer}
 */
function answerNow(name, args) {
  try {
    return askHost(name, args)
  } catch (problem) {
    if (!(problem instanceof Unsendable)) throw problem
    const { errMsg, ...number } = unsent(name, problem)
    return { error: errMsg, ...number }
  }
}
