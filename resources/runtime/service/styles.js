// The style sheets of the program as the host serves them. Each is read once; the sheets of a page are read together.

import { readMany, readText } from './network.js'
import { inAddress } from './paths.js'

/** Gives the CSS of a page or component by its path, and keeps what it has read. */
export class Styles {
  #files
  /** @type {Map<string, string>} */ #known

  /**
   * @param {string[]} files the paths without suffix of all sheets
   * @param {Record<string, string>} known the CSS of some of them
   */
  constructor(files, known) {
    this.#files = new Set(files)
    this.#known = new Map(Object.entries(known))
  }

  /**
   * Reads the sheets of these paths, which will soon be asked for.
   * @param {Iterable<string>} paths
   */
  foresee(paths) {
    const wanted = [...paths].filter((path) => this.#files.has(path) && !this.#known.has(path))
    if (wanted.length < 2) return
    for (const [path, css] of Object.entries(readMany('styles', wanted))) this.#known.set(path, css)
  }

  /**
   * Returns the CSS of a page or component; '' if it has none.
   * @param {string} path
   */
  css(path) {
    if (!this.#files.has(path)) return ''
    const css = this.#known.get(path) ?? readText(`/__program/style/${inAddress(path)}`)
    this.#known.set(path, css)
    return css
  }
}
