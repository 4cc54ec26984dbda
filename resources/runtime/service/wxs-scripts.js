// The WXS of a package as JavaScript. What cannot be read is told once, with its file, line and column, and costs its own
// module alone: that one is empty.

/** @typedef {{line: number, column: number}} Place counted from one */
/** @typedef {{code: string, problem: (Place & {message: string}) | null}} Read */

/** Where a file begins. @type {Place} */
const START = { line: 1, column: 1 }

export class WxsScripts {
  /** Whether there was nothing wrong so far. */
  whole = true
  /** @type {Map<string, Read>} */ #read = new Map()
  #loader
  #journal
  #told

  /**
   * @param {import('./loader.js').Loader} loader @param {import('./journal.js').Journal} journal
   * @param {Set<string>} told modules whose problem was told already: packages share modules
   */
  constructor(loader, journal, told) {
    this.#loader = loader
    this.#journal = journal
    this.#told = told
  }

  /** @param {string} file @param {string} source a module @param {Place} [from] where in the file it begins */
  code(file, source, from = START) {
    const key = `${file}:${from.line}:${from.column}`
    const read = this.#read.get(key) ?? this.#loader.library('wxs-reader').readWxs(source)
    this.#read.set(key, read)
    if (read.problem) this.whole = false
    if (read.problem && !this.#told.has(key)) this.#tell(file, from, read.problem)
    this.#told.add(key)
    return read.code
  }

  /** @param {string} file @param {Place} from @param {Place & {message: string}} problem */
  #tell(file, from, { message, ...place }) {
    const line = from.line + place.line - 1
    const column = place.line === 1 ? from.column + place.column - 1 : place.column
    this.#journal.write('error', [`${file}:${line}:${column}: ${message}`], { file, line })
  }
}
