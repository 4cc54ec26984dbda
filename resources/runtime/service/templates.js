// Compiled templates of a package: from the host's cache, else made here by glass-easel's compiler (loaded only then) and
// handed to the host to keep. A template that cannot be compiled is told with its line and shows as an error.

import { readBytes, readJson } from './network.js'
import { lineOfSyntaxError } from './trace.js'
import { WXS_GLOBALS, WXS_HOOKS, prepareWxs } from './wxs.js'
import { makeWxsModules } from './wxs-modules.js'

/** @typedef {{key: string, wxml: Record<string, string>, wxs: Record<string, string>}} Sources */
/** @typedef {Record<string, any>} Templates by path without extension */

/** Names of the program that WXS does not see. */
const HIDDEN = ['wx', 'getApp', 'getCurrentPages', 'App', 'Page', 'Component', 'Behavior', 'global', 'globalThis', 'self']
const PARAMETERS = ['hooks', ...Object.keys(WXS_GLOBALS), ...HIDDEN].join(',')
const HOOKS_INTO_RUNTIME = 'Q.C=hooks.event;Q.A=hooks.change;D=hooks.define;R=hooks.scripts(R);P=hooks.guarded;'

export class TemplateCompiler {
  #loader
  #channel
  #journal
  /** @type {any} */ #compiler = null
  #hooks

  /**
   * @param {import('./loader.js').Loader} loader @param {import('./channel.js').Channel} channel
   * @param {import('./journal.js').Journal} journal
   */
  constructor(loader, channel, journal) {
    this.#loader = loader
    this.#channel = channel
    this.#journal = journal
    this.#hooks = { ...WXS_HOOKS, ...makeWxsModules(journal) }
  }

  /** The templates of a package. @param {string} name `main` or the root of a subpackage @param {string} key @returns {Templates} */
  templates(name, key) {
    const kept = this.#loader.loadIfThere(`/__program/templates/${key}.js`)
    if (kept) return this.#evaluate(kept)
    const { code, whole } = this.#compile(/** @type {Sources} */ (readJson(`/__program/templates/${name}.json`)))
    if (whole) this.#channel.tell('templates', key, code)
    return this.#evaluate(this.#loader.loadText(code).get('templates'))
  }

  /** @param {any} factory */
  #evaluate(factory) {
    return factory(this.#hooks, ...Object.values(WXS_GLOBALS))
  }

  /** `whole` if nothing was wrong: errors are to be told again at the next start. @param {Sources} sources */
  #compile({ wxml, wxs }) {
    this.#compiler ??= this.#loadCompiler()
    const group = new this.#compiler.TmplGroup()
    group.setExtraRuntimeScript(HOOKS_INTO_RUNTIME)
    const scripts = Object.entries(wxs).map(([path, source]) => this.#addScript(group, path, source))
    const templates = Object.entries(wxml).map(([path, source]) => this.#add(group, path, source))
    const code = `__define("templates",function(${PARAMETERS}){return ${group.getTmplGenObjectGroups()}})`
    group.free()
    return { code, whole: [...scripts, ...templates].every(Boolean) }
  }

  #loadCompiler() {
    const scope = /** @type {any} */ (globalThis)
    scope.__compilerWasm = readBytes('/__runtime/compiler.wasm')
    try {
      return this.#loader.library('compiler')
    } finally {
      delete scope.__compilerWasm
    }
  }

  /** Gap: `<wxs src>` asks without the suffix. @param {any} group @param {string} path @param {string} source */
  #addScript(group, path, source) {
    const prepared = this.#checkedWxs(path, source)
    group.addScript(path.replace(/\.wxs$/, ''), prepared ?? '')
    return prepared !== null
  }

  /** @param {any} group @param {string} path @param {string} source */
  #add(group, path, source) {
    const problems = /** @type {any[]} */ (group.addTmpl(path, modernise(source)))
    const errors = problems.filter((problem) => problem.isError)
    for (const error of errors) this.#tell(path, error)
    const fatal = errors.find((error) => error.level === 'Fatal')
    if (fatal) group.addTmpl(path, errorPage(describeProblem(path, fatal)))
    return this.#prepareInline(group, path) && errors.length === 0
  }

  /** Modules that stand in the template itself. @param {any} group @param {string} path */
  #prepareInline(group, path) {
    const names = /** @type {string[]} */ (group.getInlineScriptModuleNames(path))
    return names.map((name) => {
      const prepared = this.#checkedWxs(`${path}.wxml`, group.getInlineScript(path, name))
      group.setInlineScript(path, name, prepared ?? '')
      return prepared !== null
    }).every(Boolean)
  }

  /** The source, ready for the templates; null if it is not even a program. @param {string} file @param {string} source */
  #checkedWxs(file, source) {
    const prepared = prepareWxs(source)
    try {
      this.#loader.loadText(`__define("",(require,exports,module)=>{${prepared}\n})`)
      return prepared
    } catch (error) {
      this.#journal.write('error', [`${file}:`, error], { file, line: lineOfSyntaxError(error) })
      return null
    }
  }

  /** @param {string} path @param {any} error */
  #tell(path, error) {
    this.#journal.write('error', [describeProblem(path, error)], { file: `${path}.wxml`, line: error.startLine + 1 })
  }
}

/** @param {string} path @param {any} error */
const describeProblem = (path, error) => `${path}.wxml:${error.startLine + 1}:${error.startColumn + 1}: ${error.message}`

/** Old forms that the compiler rejects, rewritten so that lines and columns stay. @param {string} source */
const modernise = (source) =>
  source
    .replace(/(\s)wx-(if|elif|else|for|for-item|for-index|for-items|key)(?=[\s=>/])/g, '$1wx:$2')
    .replace(/(\s)wx:for-items(?=\s*=)/g, '$1      wx:for')
    .replace(/\{\{[^{}]*\}\}/g, (expression) => expression.replaceAll('\\"', " '"))

/** What a page shows whose template cannot be compiled. @param {string} message */
const errorPage = (message) =>
  `<view style="padding:16px;font-size:14px;line-height:1.5;color:#fa5151;word-break:break-all">${escape(message)}</view>`

/** @param {string} text */
const escape = (text) => text.replace(/[&<>{}"]/g, (character) => `&#${character.charCodeAt(0)};`)
