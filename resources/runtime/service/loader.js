// Loads scripts that hand over values: modules of the program, compiled templates, libraries of the runtime. The
// function they hand over with is a global only while such a file is evaluated, and no code of the program runs then.

import { BlobOf, dropUrl, importScripts, urlOf } from './host.js'

/** Evaluates files by their address, or code given as text; libraries are evaluated once. */
export class Loader {
  /** @type {Map<string, unknown>} */ #libraries = new Map()

  /**
   * Evaluates the file at `url` and returns what it hands over, by name.
   * @param {string} url
   * @returns {Map<string, any>}
   * @throws {Error} if there is no such file, or the file throws
   */
  loadAll(url) {
    const scope = /** @type {Record<string, unknown>} */ (globalThis)
    const handed = new Map()
    scope.__define = (/** @type {string} */ name, /** @type {unknown} */ value) => {
      handed.set(name, value)
    }
    try {
      importScripts(url)
    } finally {
      delete scope.__define
    }
    return handed
  }

  /**
   * Evaluates the file at `url` and returns the one value that it hands over.
   * @param {string} url
   * @returns {any}
   */
  load(url) {
    const [value] = this.loadAll(url).values()
    return value
  }

  /**
   * Evaluates the file at `url` as `loadAll` does; returns null if there is no such file.
   * @param {string} url
   */
  loadAllIfThere(url) {
    try {
      return this.loadAll(url)
    } catch {
      return null
    }
  }

  /**
   * Evaluates code and returns what it hands over, by name.
   * @param {string} code
   */
  loadText(code) {
    const url = urlOf(new BlobOf([code], { type: 'text/javascript' }))
    try {
      return this.loadAll(url)
    } finally {
      dropUrl(url)
    }
  }

  /**
   * Returns a library of the runtime, loaded at its first use.
   * @param {string} name
   * @returns {any}
   */
  library(name) {
    if (!this.#libraries.has(name)) {
      const module = { exports: {} }
      this.load(`/__runtime/${name}.js`)(refuse, module, module.exports)
      this.#libraries.set(name, module.exports)
    }
    return this.#libraries.get(name)
  }
}

/** @param {string} name */
function refuse(name) {
  throw new Error(`the runtime has no library ${name}`)
}
