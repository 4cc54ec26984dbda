// The WXS of a package as JavaScript. A module that cannot be read becomes a finding with file, line and column; that
// module alone is empty.

/** @typedef {{line: number, column: number}} Place counted from one */
/** @typedef {{code: string, problem: (Place & {message: string}) | null}} Read */

/**
 * The place where a file begins.
 * @type {Place}
 */
const START = { line: 1, column: 1 }

/** Reads the modules of one package and collects the findings. */
export class WxsScripts {
  /** @type {import('./wxml/reader.js').Finding[]} */ findings = []
  #loader

  /** @param {import('./loader.js').Loader} loader */
  constructor(loader) {
    this.#loader = loader
  }

  /**
   * Returns the code of a module; '' if it cannot be read.
   * @param {string} file
   * @param {string} source of the module
   * @param {Place} [from] where in the file it begins
   */
  code(file, source, from = START) {
    const { code, problem } = /** @type {Read} */ (this.#loader.library('wxs-reader').readWxs(source))
    if (problem) this.#add(file, from, problem)
    return code
  }

  /**
   * @param {string} file
   * @param {Place} from
   * @param {Place & {message: string}} problem
   */
  #add(file, from, { message, ...place }) {
    const column = place.line === 1 ? from.column + place.column - 1 : place.column
    this.findings.push({ file, line: from.line + place.line - 1, column, message })
  }
}
