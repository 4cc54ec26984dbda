// Runs WXS for compiled templates. With the compiler's own loader one failing module or function takes every template
// of the package with it; here the failure is reported, and the value is undefined.

import { resolve } from './paths.js'
import { makeWxsListeners } from './wxs.js'
import { BUILT_IN } from './wxs-names.js'
import { makeWxsLibrary, makeWxsValues } from './wxs-values.js'

/** @typedef {(require: Function, exports: unknown, module: {exports: unknown}) => void} Body */

/** The parameters of compiled templates: the hooks that they call, then the library of WXS. */
export const WXS_PARAMETERS = ['hooks', ...BUILT_IN].join(',')

/**
 * Returns the values of `WXS_PARAMETERS`.
 * @param {import('./journal.js').Journal} journal
 * @returns {unknown[]}
 */
export function makeWxs(journal) {
  const library = /** @type {Record<string, unknown>} */ (makeWxsLibrary(journal))
  /**
   * The functions that modules exported: an expression may choose one of these for a listener.
   * @type {WeakSet<Function>}
   */
  const functions = new WeakSet()
  const hooks = { ...makeWxsListeners(journal, functions), ...makeWxsValues(), ...makeWxsModules(journal, functions) }
  return [hooks, ...BUILT_IN.map((name) => library[name])]
}

/**
 * Makes what compiled templates use in place of the loader of their runtime.
 * @param {import('./journal.js').Journal} journal
 * @param {WeakSet<Function>} functions grows by what modules export
 */
function makeWxsModules(journal, functions) {
  /** @type {Map<string, {body: Body, exports: unknown, loaded: boolean}>} */
  const modules = new Map()
  /** @type {WeakMap<Function, Function>} */
  const guards = new WeakMap()
  const nothing = () => undefined

  /**
   * Runs a module at its first use.
   * @param {string} file without suffix; `page#module` for a module that stands in a template
   */
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
    journal.say('error', `WXS module ${file}.wxs is not found`, null)
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
     * Returns the modules of a group by name; a missing one is an empty object.
     * @param {Record<string, Function>} scripts
     */
    scripts: (scripts) =>
      new Proxy(scripts, { get: (table, file) => table[String(file)] ?? (() => tellMissing(String(file))) }),
    /**
     * Returns a function that reports what it throws: templates call it while a page is drawn.
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
 * Returns a function that reports only its first error, because a list calls it for every row.
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
