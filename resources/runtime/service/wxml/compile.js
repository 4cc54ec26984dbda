// What the service loads when templates must be compiled: our reader of WXML and glass-easel's compiler behind it.

import { TmplGroup } from 'glass-easel-template-compiler'
import { withColons } from './attribute-names.js'
import { Lines } from './lines.js'
import { readFile } from './reader.js'
import { targetOf, writeFile } from './writer.js'

export { TmplGroup, withColons }

/**
 * @typedef {import('./reader.js').File} File
 * @typedef {import('./reader.js').Finding} Finding
 * @typedef {import('./writer.js').Written} Written
 */

/** Reads all files of a package and writes them for the compiler. @param {Record<string, string>} wxml texts by path */
export function translate(wxml) {
  const files = new Map(Object.entries(wxml).map(([path, text]) => [path, readFile(path, text)]))
  const included = new Set(Array.from(files.values(), (file) => file.includes.map(({ src }) => targetOf(file, src))).flat())
  const written = new Map(Array.from(files, ([path, file]) => [path, writeFile(file, files, included.has(path))]))
  return { files, written }
}

/** Where a problem of the compiler stands in the program's files. @param {Written} written @param {any} problem @returns {Finding} */
export function findingOf({ text, origin }, { startLine, startColumn, message }) {
  const { file, offset } = origin(new Lines(text).offset({ line: startLine + 1, column: startColumn + 1 }))
  return { file: `${file.path}.wxml`, ...file.lines.place(offset), message }
}
