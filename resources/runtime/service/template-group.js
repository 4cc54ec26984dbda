// Compiles the templates of a package. Our reader reads them and reports what it cannot take; glass-easel's compiler
// makes code of the rest.

import { scriptLines } from './wxs-lines.js'
import { WXS_PARAMETERS } from './wxs-modules.js'
import { WxsScripts } from './wxs-scripts.js'

/**
 * @typedef {import('./wxml/reader.js').Finding} Finding
 * @typedef {{wxml: Record<string, string>, wxs: Record<string, string>}} Sources
 */

const HOOKS_INTO_RUNTIME = 'Q.C=hooks.event;Q.A=hooks.change;D=hooks.define;R=hooks.scripts(R);P=hooks.guarded;'

/**
 * Returns the code of a script that hands over templates.
 * @param {string} expression
 */
export const templatesCode = (expression) => `__define("templates",function(${WXS_PARAMETERS}){return ${expression}})`

/** The templates of a package, compiled once. */
export class TemplateGroup {
  #loader
  #Group
  #library
  #sources
  #careful
  #scripts
  /** @type {Finding[]} */ #findings = []
  #files
  #written

  /**
   * @param {import('./loader.js').Loader} loader
   * @param {any} Group the class of the compiler's groups
   * @param {Sources} sources
   * @param {boolean} careful whether every template is tried alone
   */
  constructor(loader, Group, sources, careful) {
    this.#loader = loader
    this.#Group = Group
    this.#library = /** @type {typeof import('./wxml/compile.js')} */ (loader.library('compiler'))
    this.#sources = sources
    this.#careful = careful
    this.#scripts = new WxsScripts(loader)
    const { files, written } = this.#library.translate(sources.wxml)
    this.#files = files
    this.#written = written
  }

  /**
   * Returns what the reader, the compiler and the reader of WXS could not take.
   * @returns {Finding[]}
   */
  get findings() {
    const read = Array.from(this.#files.values(), (file) => file.findings).flat()
    return [...read, ...this.#findings, ...this.#scripts.findings]
  }

  /** Returns the expression that gives all templates by their paths, and where each WXS module begins in it. */
  compile() {
    const group = this.#newGroup()
    for (const [path, source] of Object.entries(this.#sources.wxs)) {
      group.addScript(path.replace(/\.wxs$/, ''), this.#scripts.code(path, source)) // Gap: asked for without the suffix
    }
    for (const path of this.#files.keys()) this.#add(group, path)
    const code = this.#library.withColons(group.getTmplGenObjectGroups())
    group.free()
    return { code, lines: scriptLines(code, (path, module) => this.#placeOf(path, module).line) }
  }

  #newGroup() {
    const group = new this.#Group()
    group.setExtraRuntimeScript(HOOKS_INTO_RUNTIME)
    return group
  }

  /**
   * @param {any} group
   * @param {string} path
   */
  #add(group, path) {
    const { file, written } = this.#of(path)
    for (const problem of group.addTmpl(path, written.text)) {
      if (problem.isError) this.#findings.push(this.#library.findingOf(written, problem))
    }
    for (const [name, { src, body }] of file.modules) {
      if (!src)
        group.setInlineScript(
          path,
          name,
          this.#scripts.code(`${path}.wxml`, file.text.slice(body.start, body.end), this.#placeOf(path, name)),
        )
    }
    if (this.#careful && !this.#isSound(path)) this.#replaceUnsound(group, path)
  }

  /** @param {string} path */
  #of(path) {
    const file = /** @type {import('./wxml/reader.js').File} */ (this.#files.get(path))
    return { file, written: /** @type {import('./wxml/writer.js').Written} */ (this.#written.get(path)) }
  }

  /**
   * Returns where a WXS module that stands in a template begins in its file.
   * @param {string} path
   * @param {string} module
   */
  #placeOf(path, module) {
    const { lines, modules } = this.#of(path).file
    return lines.place(modules.get(module)?.body.start ?? 0)
  }

  /**
   * Returns whether the code of a template alone is a valid program.
   * @param {string} path
   */
  #isSound(path) {
    const group = this.#newGroup()
    const { file, written } = this.#of(path)
    group.addTmpl(path, written.text)
    for (const [name, { src }] of file.modules) if (!src) group.setInlineScript(path, name, '')
    const code = group.getTmplGenObjectGroups()
    group.free()
    try {
      this.#loader.loadText(templatesCode(code))
      return true
    } catch {
      return false
    }
  }

  /**
   * @param {any} group
   * @param {string} path
   */
  #replaceUnsound(group, path) {
    this.#findings.push({ file: `${path}.wxml`, line: 1, column: 1, message: 'the compiler makes no program of it' })
    group.addTmpl(path, '')
  }
}
