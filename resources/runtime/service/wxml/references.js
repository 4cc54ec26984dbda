// What files name in each other: templates that are imported, and files that are included.

import { resolve } from '../paths.js'

/** @typedef {import('./reader.js').File} File */
/** @typedef {Map<string, File>} Files by path without extension */

/**
 * Returns the path without extension of the template that a file names.
 * @param {File} file
 * @param {string} src
 */
export const targetOf = (file, src) => resolve(file.path, src).replace(/\.wxml$/, '')

/** The most files that are looked for in what a file includes, and in what that includes. */
const MOST_INCLUDED = 200

/**
 * Returns the files that others name, each once, in the order of their last mention.
 * @param {File} file
 * @param {import('./reader.js').Reference[]} references
 * @param {Files} files
 */
function named(file, references, files) {
  const targets = new Set(references.map(({ src }) => targetOf(file, src)).reverse())
  return [...targets].reverse().flatMap((target) => files.get(target) ?? [])
}

/**
 * Returns the files that a file imports, in order.
 * @param {File} file
 * @param {Files} files
 */
const importsOf = (file, files) => named(file, file.imports, files)

/** The files that define what others use. */
export class Definers {
  #files
  /** @type {Map<File, Map<string, File>>} */ #known = new Map()

  /** @param {Files} files */
  constructor(files) {
    this.#files = files
  }

  /**
   * Returns the file whose template of that name a file uses: its own, or the one that it imports last.
   * @param {File} file
   * @param {string} name
   */
  of(file, name) {
    const definers = this.#known.get(file) ?? this.#in(file)
    this.#known.set(file, definers)
    return definers.get(name) ?? null
  }

  /**
   * @param {File} file
   * @returns {Map<string, File>} by the names of templates
   */
  #in(file) {
    const definers = [...importsOf(file, this.#files), file]
    return new Map(definers.flatMap((each) => Array.from(each.templates.keys(), (name) => [name, each])))
  }
}

/**
 * Returns a file and what it includes, directly or not.
 * @param {File} file
 * @param {Files} files
 */
function includedIn(file, files) {
  const found = new Set([file])
  for (const each of found) {
    for (const included of named(each, each.includes, files)) if (found.size < MOST_INCLUDED) found.add(included)
  }
  return found
}

/**
 * Returns the names of templates that mean different ones in a file and in what it includes.
 * @param {File} file
 * @param {Files} files
 * @returns {Set<string>}
 */
export function ambiguousNames(file, files) {
  if (file.includes.length === 0) return new Set()
  const inside = [...includedIn(file, files)]
  const definers = new Set(inside.flatMap((each) => [each, ...importsOf(each, files)]))
  /** @type {Set<string>} */ const seen = new Set()
  const names = Array.from(definers, (each) => [...each.templates.keys()]).flat()
  return new Set(names.filter((name) => seen.size === seen.add(name).size))
}
