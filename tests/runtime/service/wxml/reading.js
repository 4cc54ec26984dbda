// What comes of WXML when it is read and written for the compiler.

import '../libraries.js'
import { runInThisContext } from 'node:vm'
import { translate } from '../../../../resources/runtime/service/wxml/translate.js'

const { compiler } = globalThis.libraries

/**
 * The findings of some files, each as `path:line:column message`.
 * @param {Record<string, string>} wxml
 */
export function findingsOf(wxml) {
  const found = [...translate(wxml).files.values()].flatMap((file) => file.findings)
  return found.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
}

/**
 * Each file as the compiler gets it.
 * @param {Record<string, string>} wxml
 */
export const writtenOf = (wxml) =>
  Object.fromEntries(Array.from(translate(wxml).written, ([path, { text }]) => [path, text]))

/**
 * What the compiler has to say of the files, and whether what it makes is a program.
 * @param {Record<string, string>} wxml
 */
export function problemsOf(wxml) {
  const group = new (compiler.startCompiler())()
  const { written } = translate(wxml)
  const problems = [...written].flatMap(([path, { text }]) =>
    group.addTmpl(path, text).filter(({ isError }) => isError),
  )
  runInThisContext(`() => ${compiler.withColons(group.getTmplGenObjectGroups())}`)
  group.free()
  return problems.map(({ path, message }) => `${path}: ${message}`)
}
