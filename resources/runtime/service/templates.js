// Compiled templates of a package: from the host's cache, else made here by glass-easel's compiler (loaded only then) and
// handed to the host to keep. A template that cannot be compiled is told with its line and shows as an error.

import { modernise } from './modernise.js'
import { readBytes, readJson } from './network.js'
import { moduleUrl, nameBundle } from './trace.js'
import { placeOfInline, scriptLines } from './wxs-lines.js'
import { WXS_PARAMETERS, makeWxs } from './wxs-modules.js'
import { WxsScripts } from './wxs-scripts.js'

/** @typedef {{key: string, wxml: Record<string, string>, wxs: Record<string, string>}} Sources */
/** @typedef {Record<string, any>} Templates by path without extension */

const HOOKS_INTO_RUNTIME = 'Q.C=hooks.event;Q.A=hooks.change;D=hooks.define;R=hooks.scripts(R);P=hooks.guarded;'

export class TemplateCompiler {
  #loader
  #channel
  #journal
  /** @type {any} */ #compiler = null
  #wxs
  #ofMain
  /** WXS whose problem was told already. @type {Set<string>} */ #told = new Set()

  /**
   * @param {import('./loader.js').Loader} loader @param {import('./channel.js').Channel} channel
   * @param {import('./journal.js').Journal} journal @param {string | null} ofMain compiled ones of the main package
   */
  constructor(loader, channel, journal, ofMain) {
    this.#ofMain = ofMain
    this.#loader = loader
    this.#channel = channel
    this.#journal = journal
    this.#wxs = makeWxs(journal)
  }

  /** The templates of a package. @param {string} name `main` or the root of a subpackage @param {string} key @returns {Templates} */
  templates(name, key) {
    const kept = this.#kept(name, key)
    if (kept?.has('templates')) return this.#evaluate(kept, name)
    const sources = /** @type {Sources} */ (readJson(`/__program/templates/${name}.json`))
    const scripts = new WxsScripts(this.#loader, this.#journal, this.#told)
    const { code, whole } = this.#compile(sources, scripts, name, false)
    const made = this.#loadIfSound(code)
    if (made && whole) this.#channel.tell('templates', key, code)
    return this.#evaluate(made ?? this.#loadIfSound(this.#compile(sources, scripts, name, true).code) ?? this.#nothing(name), name)
  }

  /** Compiled at an earlier start. @param {string} name @param {string} key */
  #kept(name, key) {
    if (name !== 'main') return this.#loader.loadAllIfThere(`/__program/templates/${key}.js`)
    return this.#ofMain === null ? null : this.#loadIfSound(this.#ofMain)
  }

  /** @param {string} name */
  #nothing(name) {
    this.#journal.write('error', [`the templates of package ${name} make no program`], null)
    return new Map([['templates', () => ({})]])
  }

  /** What the code hands over; null if it is no program: some WXS or template in it is not. @param {string} code */
  #loadIfSound(code) {
    try {
      return this.#loader.loadText(code)
    } catch {
      return null
    }
  }

  /** @param {Map<string, any>} handed @param {string} name */
  #evaluate(handed, name) {
    nameBundle(bundleOf(name), handed.get('lines') ?? [])
    return handed.get('templates')(...this.#wxs)
  }

  /**
   * `whole` if nothing was wrong: errors are to be told again at the next start. When the code proves to be no program, it
   * is made again with care: every template is tried alone, which takes its time.
   * @param {Sources} sources @param {WxsScripts} scripts @param {string} name @param {boolean} careful
   */
  #compile({ wxml, wxs }, scripts, name, careful) {
    const group = this.#newGroup()
    for (const [path, source] of Object.entries(wxs)) {
      group.addScript(path.replace(/\.wxs$/, ''), scripts.code(path, source)) // Gap: asked for without the suffix
    }
    const templates = Object.entries(wxml).map(([path, source]) => this.#add(group, scripts, path, source, careful))
    const code = codeOf(group)
    group.free()
    const lines = `__define("lines",${JSON.stringify(scriptLines(code, wxml))})`
    return { code: `${code}\n${lines}\n//# sourceURL=${moduleUrl(bundleOf(name))}`, whole: scripts.whole && templates.every(Boolean) }
  }

  #newGroup() {
    this.#compiler ??= this.#loadCompiler()
    const group = new this.#compiler.TmplGroup()
    group.setExtraRuntimeScript(HOOKS_INTO_RUNTIME)
    return group
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

  /** Whether there was nothing wrong with it. @param {any} group @param {WxsScripts} scripts @param {string} path @param {string} source @param {boolean} careful */
  #add(group, scripts, path, source, careful) {
    const problems = /** @type {any[]} */ (group.addTmpl(path, modernise(source)))
    const errors = problems.filter((problem) => problem.isError)
    const fatal = errors.find((error) => error.level === 'Fatal')
    if (!careful) for (const error of errors) this.#tell(path, error)
    if (fatal) group.addTmpl(path, errorPage(describeProblem(path, fatal)))
    writeInline(group, scripts, path, source)
    if (careful && !this.#isSound(path, source)) group.addTmpl(path, errorPage(this.#tellUnsound(path)))
    return errors.length === 0
  }

  /** Whether the code of a template alone can run. @param {string} path @param {string} source */
  #isSound(path, source) {
    const group = this.#newGroup()
    group.addTmpl(path, modernise(source))
    for (const name of group.getInlineScriptModuleNames(path)) group.setInlineScript(path, name, '')
    const sound = this.#loadIfSound(codeOf(group)) !== null
    group.free()
    return sound
  }

  /** @param {string} path */
  #tellUnsound(path) {
    const message = `${path}.wxml: the compiler makes no program of it`
    this.#journal.write('error', [message], { file: `${path}.wxml`, line: 1 })
    return message
  }

  /** @param {string} path @param {any} error */
  #tell(path, error) {
    this.#journal.write('error', [describeProblem(path, error)], { file: `${path}.wxml`, line: error.startLine + 1 })
  }
}

/** What stacks call the templates of a package. @param {string} name */
const bundleOf = (name) => `@templates-${name}`

/** Modules that stand in the template itself. @param {any} group @param {WxsScripts} scripts @param {string} path @param {string} source */
function writeInline(group, scripts, path, source) {
  for (const name of /** @type {string[]} */ (group.getInlineScriptModuleNames(path))) {
    group.setInlineScript(path, name, scripts.code(`${path}.wxml`, group.getInlineScript(path, name), placeOfInline(source, name)))
  }
}

/** @param {any} group */
const codeOf = (group) => `__define("templates",function(${WXS_PARAMETERS}){return ${group.getTmplGenObjectGroups()}})`

/** @param {string} path @param {any} error */
const describeProblem = (path, error) => `${path}.wxml:${error.startLine + 1}:${error.startColumn + 1}: ${error.message}`

/** What a page shows whose template cannot be compiled. @param {string} message */
const errorPage = (message) =>
  `<view style="padding:16px;font-size:14px;line-height:1.5;color:#fa5151;word-break:break-all">${escape(message)}</view>`

/** @param {string} text */
const escape = (text) => text.replace(/[&<>{}"]/g, (character) => `&#${character.charCodeAt(0)};`)
