// The modules of the program: each is found, loaded and run at its first require, from a file of its own, so that a
// broken file breaks no other. The host wraps CommonJS; ES modules and TypeScript come as text.

import { folderOf, normalise } from './paths.js'
import { EsModules, requiresIn, sourceIn, staticImports } from './es-modules.js'
import { queueMicrotask } from './host.js'
import { readMany } from './network.js'
import { moduleUrl } from './trace.js'

/** @typedef {{exports: unknown}} Module */
/** @typedef {import('./es-modules.js').Body} Body */

/** The number of modules from which on they are asked for together, because that is faster than one by one. */
const WORTHWHILE = 3

const SUFFIXES = ['', '.js', '.ts', '/index.js', '/index.ts']

/** All modules of the program, by their paths. */
export class Modules {
  /** @type {Map<string, Module>} */ #modules = new Map()
  #aliases
  #files
  #loader
  #journal
  #esModules
  #inspected
  /**
   * The bodies of modules that were loaded before anybody required them.
   * @type {Map<string, Body>}
   */
  #bodies = new Map()
  /** @type {(file: string, run: () => void) => void} */ #around = (_file, run) => run()
  /** @type {(root: string) => void} */ #beforeAsync = () => {}

  /**
   * @param {string[]} files every module of the package
   * @param {import('./loader.js').Loader} loader
   * @param {import('./journal.js').Journal} journal
   * @param {Record<string, string>} [aliases] folders by what may stand for them in a reference, the longest first
   * @param {boolean} [inspected] whether Chromium's tools look at the program: every file is then loaded with its map
   */
  constructor(files, loader, journal, aliases = {}, inspected = false) {
    this.#inspected = inspected
    this.#aliases = Object.entries(aliases)
    this.#files = new Set(files)
    this.#loader = loader
    this.#journal = journal
    this.#esModules = new EsModules(loader, inspected)
  }

  /**
   * Sets the function that runs each module, so that it knows which one runs.
   * @param {(file: string, run: () => void) => void} around
   */
  runThrough(around) {
    this.#around = around
  }

  /**
   * Sets the function that loads the package of a file that require.async asks for.
   * @param {(file: string) => void} before
   */
  beforeAsync(before) {
    this.#beforeAsync = before
  }

  /**
   * Returns the module file of a page or component; undefined if it has none.
   * @param {string} path without extension
   */
  fileOf(path) {
    return ['.js', '.ts'].map((suffix) => path + suffix).find((file) => this.#files.has(file))
  }

  /**
   * Runs a module for its effects; what it throws is reported.
   * @param {string} file
   */
  run(file) {
    this.#journal.guard(file, () => this.require(file))
  }

  /**
   * Returns the exports of a module, which runs if it has not yet.
   * @param {string} file
   * @returns {unknown}
   * @throws {unknown} whatever the module throws
   */
  require(file) {
    const known = this.#modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    this.#modules.set(file, module)
    try {
      const body = this.#load(file)
      this.#around(file, () => body.call(module.exports, this.#requireOf(file), module, module.exports))
    } catch (error) {
      this.#modules.delete(file)
      throw error
    }
    return module.exports
  }

  /**
   * Returns the require() of one file.
   * @param {string} file
   */
  #requireOf(file) {
    const require = (
      /** @type {string} */ reference,
      /** @type {Function} */ onModule,
      /** @type {Function} */ onFail,
    ) => {
      if (typeof onModule === 'function') return this.#requireThen(file, reference, onModule, onFail)
      return this.#requireFrom(file, reference)
    }
    require.async = (/** @type {string} */ reference) =>
      new Promise((resolve, reject) => this.#requireThen(file, reference, resolve, reject))
    require.resolve = (/** @type {string} */ reference) => this.#find(file, reference)
    return require
  }

  /**
   * Requires what a reference in a file means.
   * @param {string} file
   * @param {string} reference
   * @throws {Error} if there is no such module
   */
  #requireFrom(file, reference) {
    const found = this.#find(file, reference)
    if (found) return this.require(found)
    throw new Error(`module '${reference}' is not defined, require args is '${reference}' (required by ${file})`)
  }

  /**
   * Requires a module later: the callbacks never run before the call has returned.
   * @param {string} file
   * @param {string} reference
   * @param {Function} onModule
   * @param {Function} [onFail]
   */
  #requireThen(file, reference, onModule, onFail) {
    queueMicrotask(() => this.#journal.guard(file, () => this.#requireNow(file, reference, onModule, onFail)))
  }

  /**
   * Requires a module and calls one of the callbacks.
   * @param {string} file
   * @param {string} reference
   * @param {Function} onModule
   * @param {Function} [onFail]
   */
  #requireNow(file, reference, onModule, onFail) {
    let module
    try {
      const found = this.#find(file, reference)
      if (found) this.#beforeAsync(found)
      module = this.#requireFrom(file, reference)
    } catch (error) {
      if (typeof onFail !== 'function') throw error
      return onFail({ mod: reference, errMsg: /** @type {Error} */ (error).message })
    }
    return onModule(module)
  }

  /**
   * Returns the file that a reference means; undefined if there is none.
   * @param {string} file
   * @param {string} reference
   */
  #find(file, reference) {
    for (const place of [...this.#aliased(String(reference)), ...candidates(file, String(reference))]) {
      for (const suffix of SUFFIXES) if (this.#files.has(place + suffix)) return place + suffix
    }
    return undefined
  }

  /**
   * Returns the place that an alias at the beginning of a reference stands for; an empty list if it has no alias.
   * @param {string} reference
   */
  #aliased(reference) {
    const [name, folder] = this.#aliases.find(([name]) => reference.startsWith(name)) ?? []
    return name === undefined ? [] : [normalise(folder + reference.slice(name.length))]
  }

  /**
   * Makes bodies of modules that will soon be required, from what the host served for them.
   * @param {Record<string, string>} handovers by file
   */
  take(handovers) {
    /** @type {Map<string, string>} */ const sources = new Map()
    /** @type {Map<string, string>} */ const ready = new Map()
    for (const [file, handover] of Object.entries(handovers)) {
      const source = sourceIn(file, handover)
      if (source === null) ready.set(file, handover)
      else sources.set(file, source)
    }
    if (sources.size + ready.size > 0) this.#make(sources, ready)
  }

  /**
   * Loads modules that will soon be required, and all they need, with a few large requests.
   * @param {string[]} files
   */
  foresee(files) {
    /** @type {Record<string, string>} */ const handovers = {}
    const least = this.#inspected ? 1 : WORTHWHILE
    for (let wanted = this.#unknown(files); wanted.length >= least;) {
      const read = readMany('modules', wanted)
      Object.assign(handovers, read)
      const named = Object.entries(read).flatMap(([file, handover]) => this.#namedIn(file, handover))
      wanted = this.#unknown(named).filter((file) => !(file in handovers))
    }
    this.take(handovers)
  }

  /**
   * Returns the files that a module names in its imports.
   * @param {string} file
   * @param {string} handover
   */
  #namedIn(file, handover) {
    const source = sourceIn(file, handover)
    const references = source === null ? requiresIn(handover) : staticImports(source)
    return references.flatMap((reference) => this.#find(file, reference) ?? [])
  }

  /**
   * Returns those of the files that are not loaded yet.
   * @param {string[]} files
   */
  #unknown(files) {
    return [...new Set(files)].filter(
      (file) => !this.#modules.has(file) && !this.#bodies.has(file) && !file.includes(':'),
    )
  }

  /**
   * Loads the body of a module.
   * @param {string} file
   * @returns {Body}
   */
  #load(file) {
    if (this.#inspected && !this.#bodies.has(file)) this.take(readMany('modules', [file]))
    const known = this.#bodies.get(file) ?? this.#loader.load(moduleUrl(file))
    if (typeof known !== 'string') return known
    const needed = staticImports(known).flatMap((reference) => this.#find(file, reference) ?? [])
    this.foresee(needed)
    return this.#esModules.body(file, known)
  }

  /**
   * Makes the bodies of ES modules (`sources`) and of wrapped modules (`ready`).
   * @param {Map<string, string>} sources
   * @param {Map<string, string>} ready
   */
  #make(sources, ready) {
    const pieces = Array.from(ready, ([file, code]) => ({ file, code }))
    for (const [file, body] of this.#esModules.bodies(sources, pieces)) this.#bodies.set(file, body)
  }
}

/**
 * Returns the places that a reference may mean: beside the file, then the npm folders from there up.
 * @param {string} file
 * @param {string} reference
 */
function candidates(file, reference) {
  if (reference.startsWith('/')) return [normalise(reference)]
  const folder = folderOf(file)
  const places = [normalise(`${folder}/${reference}`)]
  if (reference.startsWith('.')) return places
  for (let above = folder; ; above = folderOf(above)) {
    places.push(normalise(`${above}/miniprogram_npm/${reference}`))
    if (!above) return places
  }
}
