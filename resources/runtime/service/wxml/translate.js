// The WXML of a package, read and then written for the compiler.

import { Lines } from './lines.js'
import { readFile } from './reader.js'
import { targetOf } from './references.js'
import { Writer } from './writer.js'

export { readFile }

/** The most characters of a package that come from including files. */
const MOST_INCLUDED = 20_000_000

/**
 * @typedef {import('./reader.js').File} File
 * @typedef {import('./reader.js').Finding} Finding
 * @typedef {import('./writer.js').Written} Written
 */

/**
 * Reads all files of a package and writes them for the compiler.
 * @param {Record<string, string>} wxml texts by path
 */
export function translate(wxml) {
  const files = new Map(Object.entries(wxml).map(([path, text]) => [path, readFile(path, text)]))
  const included = namedBy(files, (file) => file.includes)
  const imported = namedBy(files, (file) => file.imports)
  const names = new SecondNames()
  const room = { left: MOST_INCLUDED }
  const writers = new Map(Array.from(files.values(), (file) => [file, new Writer(file, files, names.of, room)]))
  for (const [file, writer] of writers) writer.write(included.has(file.path), imported.has(file.path))
  for (const { file, name, second } of names.asked) writers.get(file)?.writeAgain(name, second)
  const written = new Map(Array.from(writers, ([file, writer]) => [file.path, writer.end()]))
  return { files, written }
}

/**
 * Returns the paths that files name in some of their references.
 * @param {Map<string, File>} files
 * @param {(file: File) => import('./reader.js').Reference[]} references
 */
const namedBy = (files, references) =>
  new Set(Array.from(files.values(), (file) => references(file).map(({ src }) => targetOf(file, src))).flat())

/** The templates that are needed under a second name; writing one may need more. */
class SecondNames {
  /** @type {{file: File, name: string, second: string}[]} */ asked = []
  /** @type {Set<string>} */ #known = new Set()

  /**
   * @param {File} file
   * @param {string} name
   */
  of = (file, name) => {
    const second = `${file.path}:${name}`
    if (!this.#known.has(second)) this.asked.push({ file, name, second })
    this.#known.add(second)
    return second
  }
}

/**
 * Returns the finding for a problem of the compiler, at its place in the program's files.
 * @param {Written} written
 * @param {any} problem
 * @returns {Finding}
 */
export function findingOf({ text, origin }, { startLine, startColumn, message }) {
  const { file, offset } = origin(new Lines(text).offset({ line: startLine + 1, column: startColumn + 1 }))
  return { file: `${file.path}.wxml`, ...file.lines.place(offset), message }
}
