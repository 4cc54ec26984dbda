// The program's modules: found, loaded and run at their first require, each from a file of its own, so that one bad
// file breaks nobody else. CommonJS comes wrapped from the host; ES modules and TypeScript are transformed here.

import { folderOf, normalise } from './paths.js'
import { moduleUrl, placeError } from './trace.js'

/** @typedef {{exports: any}} Module */

/** Names that a program's module sees as undefined, as it does on the phone; the host's wrapping has the same. */
const SHADOWED = 'window,document,frames,self,location,navigator,localStorage,history,screen,alert,confirm,prompt'
const SUFFIXES = ['', '.js', '.ts', '/index.js', '/index.ts']

export class Modules {
  /** @type {Map<string, Module>} */ #modules = new Map()
  #files
  #loader
  #journal
  /** @type {(file: string, run: () => void) => void} */ #around = (_file, run) => run()
  /** @type {(root: string) => void} */ #beforeAsync = () => {}

  /**
   * @param {string[]} files every module of the package @param {import('./loader.js').Loader} loader
   * @param {import('./journal.js').Journal} journal
   */
  constructor(files, loader, journal) {
    this.#files = new Set(files)
    this.#loader = loader
    this.#journal = journal
  }

  /** Who is told before a module runs, and runs it. @param {(file: string, run: () => void) => void} around */
  runThrough(around) {
    this.#around = around
  }

  /** Who loads the package of a file asked for by require.async. @param {(file: string) => void} before */
  beforeAsync(before) {
    this.#beforeAsync = before
  }

  /** The module file of a page or component, if it has one. @param {string} path without extension */
  fileOf(path) {
    return ['.js', '.ts'].map((suffix) => path + suffix).find((file) => this.#files.has(file))
  }

  /** Runs a module for what it does; what goes wrong in it is reported. @param {string} file */
  run(file) {
    this.#journal.guard(file, () => this.require(file))
  }

  /** @param {string} file @returns {any} its exports */
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

  /** The require() of one file. @param {string} file */
  #requireOf(file) {
    const require = (/** @type {string} */ reference, /** @type {Function} */ onModule, /** @type {Function} */ onFail) => {
      if (typeof onModule === 'function') return this.#requireThen(file, reference, onModule, onFail)
      return this.#requireFrom(file, reference)
    }
    require.async = (/** @type {string} */ reference) => new Promise((resolve, reject) =>
      this.#requireThen(file, reference, resolve, reject))
    require.resolve = (/** @type {string} */ reference) => this.#find(file, reference)
    return require
  }

  /** @param {string} file @param {string} reference */
  #requireFrom(file, reference) {
    const found = this.#find(file, reference)
    if (found) return this.require(found)
    throw new Error(`module '${reference}' is not defined, require args is '${reference}' (required by ${file})`)
  }

  /** @param {string} file @param {string} reference @param {Function} onModule @param {Function} [onFail] */
  #requireThen(file, reference, onModule, onFail) {
    try {
      const found = this.#find(file, reference)
      if (found) this.#beforeAsync(found)
      onModule(this.#requireFrom(file, reference))
    } catch (error) {
      const reason = { mod: reference, errMsg: /** @type {Error} */ (error).message }
      if (typeof onFail === 'function') onFail(reason)
      else this.#journal.report(error, file)
    }
  }

  /** @param {string} file @param {string} reference */
  #find(file, reference) {
    for (const place of candidates(file, String(reference))) {
      for (const suffix of SUFFIXES) if (this.#files.has(place + suffix)) return place + suffix
    }
    return undefined
  }

  /** @param {string} file @returns {Function} */
  #load(file) {
    const handed = this.#loader.load(moduleUrl(file))
    return typeof handed === 'string' ? this.#transform(file, handed) : handed
  }

  /** CommonJS that means the same, line by line. @param {string} file @param {string} source */
  #plain(file, source) {
    const { transform } = this.#loader.library('sucrase')
    /** @type {string[]} */ const transforms = file.endsWith('.ts') ? ['imports', 'typescript'] : ['imports']
    try {
      return transform(source, { transforms, disableESTransforms: true, filePath: file }).code
    } catch (error) {
      placeError(error, { file, line: /** @type {Located} */ (error).loc?.line ?? 1 })
      throw error
    }
  }

  /** @param {string} file @param {string} source an ES module or TypeScript @returns {Function} */
  #transform(file, source) {
    const code = this.#plain(file, source)
    const wrapped = `__define("",(function(${SHADOWED}){return function(require,module,exports){${code}\n}})())`
    return this.#loader.loadText(`${wrapped}\n//# sourceURL=${moduleUrl(file)}`)
  }
}

/** @typedef {{loc?: {line: number}}} Located errors of sucrase */

/** Where a reference may lead: beside the file, then npm folders from there up. @param {string} file @param {string} reference */
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
