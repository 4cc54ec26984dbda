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

/**
 * Returns the files that a file imports, in order.
 * @param {File} file
 * @param {Files} files
 */
const importsOf = (file, files) => file.imports.flatMap(({ src }) => files.get(targetOf(file, src)) ?? [])

/**
 * Returns the file whose template of that name a file uses: its own, or the one that it imports last.
 * @param {File} file
 * @param {string} name
 * @param {Files} files
 */
export const definerOf = (file, name, files) =>
  [...importsOf(file, files), file].findLast((each) => each.templates.has(name)) ?? null

/**
 * Returns a file and everything that it includes, directly or not.
 * @param {File} file
 * @param {Files} files
 * @param {Set<File>} [found]
 */
export function includedIn(file, files, found = new Set()) {
  if (found.has(file)) return found
  found.add(file)
  for (const { src } of file.includes) {
    const included = files.get(targetOf(file, src))
    if (included) includedIn(included, files, found)
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
