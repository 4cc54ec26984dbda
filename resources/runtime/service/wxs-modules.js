// Runs WXS for compiled templates. The compiler's own loader lets one failing module or function take every template of
// the package with it; here it is told, and gives nothing.

import { resolve } from './paths.js'
import { makeWxsListeners } from './wxs.js'
import { BUILT_IN } from './wxs-names.js'
import { makeWxsLibrary, makeWxsValues } from './wxs-values.js'

/** @typedef {(require: Function, exports: unknown, module: {exports: unknown}) => void} Body */

/** What compiled templates are given: the hooks that they call, then the library of WXS. */
export const WXS_PARAMETERS = ['hooks', ...BUILT_IN].join(',')

/**
 * @param {import('./journal.js').Journal} journal
 * @returns {unknown[]} what `WXS_PARAMETERS` names
 */
export function makeWxs(journal) {
  const library = /** @type {Record<string, unknown>} */ (makeWxsLibrary(journal))
  /**
   * What modules gave away: an expression may choose one of these for a listener.
   * @type {WeakSet<Function>}
   */
  const functions = new WeakSet()
  const hooks = { ...makeWxsListeners(journal, functions), ...makeWxsValues(), ...makeWxsModules(journal, functions) }
  return [hooks, ...BUILT_IN.map((name) => library[name])]
}

/**
 * What compiled templates use in place of their runtime's loader.
 * @param {import('./journal.js').Journal} journal
 * @param {WeakSet<Function>} functions grows by what modules export
 */
function makeWxsModules(journal, functions) {
  /** @type {Map<string, {body: Body, exports: unknown, loaded: boolean}>} */
  const modules = new Map()
  /** @type {WeakMap<Function, Function>} */
  const guards = new WeakMap()
  const nothing = () => undefined

  /** @param {string} file without suffix; `page#module` for one that stands in a template */
  const load = (file) => {
    const module = modules.get(file)
    if (!module) return tellMissing(file)
    if (!module.loaded) {
      module.loaded = true
      journal.guard(`${file}.wxs`, () =>
        module.body((/** @type {string} */ name) => load(nameOf(file, name)), module.exports, module),
      )
      for (const one of [module.exports, ...Object.values(Object(module.exports))])
        if (typeof one === 'function') functions.add(one)
    }
    return module.exports
  }

  /** @param {string} file */
  const tellMissing = (file) => {
    journal.write('error', [`WXS module ${file}.wxs is not found`], null)
    return {}
  }

  return {
    /**
     * @param {string} file
     * @param {Body} body
     */
    define(file, body) {
      modules.set(file, { body, exports: {}, loaded: false })
      return () => load(file)
    },
    /**
     * The scripts of a group, by name; one that is not there gives nothing.
     * @param {Record<string, Function>} scripts
     */
    scripts: (scripts) =>
      new Proxy(scripts, { get: (table, file) => table[String(file)] ?? (() => tellMissing(String(file))) }),
    /**
     * A function that is called while a page is drawn.
     * @param {unknown} value
     */
    guarded(value) {
      if (typeof value !== 'function') return nothing
      const known = guards.get(value)
      if (known) return known
      const made = tellingOnce(value, (error) => journal.report(error, 'WXS'))
      guards.set(value, made)
      return made
    },
  }
}

/**
 * What a function throws is told the first time: a list draws it for every row.
 * @param {Function} run
 * @param {(error: unknown) => void} tell
 */
function tellingOnce(run, tell) {
  let told = false
  return (/** @type {unknown[]} */ ...args) => {
    try {
      return run(...args)
    } catch (error) {
      if (!told) tell(error)
      told = true
      return undefined
    }
  }
}

/**
 * @param {string} file
 * @param {string} reference
 */
const nameOf = (file, reference) => resolve(file.split('#')[0], reference).replace(/\.wxs$/, '')
