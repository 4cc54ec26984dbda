// The program's style sheets as the host serves them, each read once; a page's sheets are read together.

import { readMany, readText } from './network.js'
import { inAddress } from './paths.js'

/** Gives the CSS of a path; what was read is kept. */
export class Styles {
  #files
  /** @type {Map<string, string>} */ #known

  /**
   * @param {string[]} files paths without suffix
   * @param {Record<string, string>} known some of them
   */
  constructor(files, known) {
    this.#files = new Set(files)
    this.#known = new Map(Object.entries(known))
  }

  /**
   * Reads what will soon be asked for.
   * @param {Iterable<string>} paths
   */
  foresee(paths) {
    const wanted = [...paths].filter((path) => this.#files.has(path) && !this.#known.has(path))
    if (wanted.length < 2) return
    for (const [path, css] of Object.entries(readMany('styles', wanted))) this.#known.set(path, css)
  }

  /**
   * The CSS of a page or component; '' if it has none.
   * @param {string} path
   */
  css(path) {
    if (!this.#files.has(path)) return ''
    const css = this.#known.get(path) ?? readText(`/__program/style/${inAddress(path)}`)
    this.#known.set(path, css)
    return css
  }
}
