// The compiled templates of a package: from the host's cache, or made here by glass-easel's compiler (loaded only
// then) and given to the host to keep, together with the findings, which are reported at every start.

import { TemplateGroup, templatesCode } from './template-group.js'
import { readBytes, readJson } from './network.js'
import { moduleUrl, nameBundle } from './trace.js'
import { makeWxs } from './wxs-modules.js'

/** @typedef {{wxml: Record<string, string>, wxs: Record<string, string>}} Sources */
/** @typedef {Record<string, any>} Templates by path without extension */

/** Gives the templates of each package of the program. */
export class TemplateCompiler {
  #loader
  #channel
  #journal
  /** @type {unknown} the class of the compiler's groups */ #Group = null
  #wxs
  #ofMain
  /**
   * The findings that were reported already: packages share files.
   * @type {Set<string>}
   */
  #told = new Set()

  /**
   * @param {import('./loader.js').Loader} loader
   * @param {import('./channel.js').Channel} channel
   * @param {import('./journal.js').Journal} journal
   * @param {string | null} ofMain the compiled templates of the main package
   */
  constructor(loader, channel, journal, ofMain) {
    this.#ofMain = ofMain
    this.#loader = loader
    this.#channel = channel
    this.#journal = journal
    this.#wxs = makeWxs(journal)
  }

  /**
   * Returns the templates of a package by their paths.
   * @param {string} name `main` or the root of a subpackage
   * @param {string} key
   * @returns {Templates}
   */
  templates(name, key) {
    const kept = this.#kept(name, key)
    if (kept?.has('templates')) return this.#evaluate(kept, name)
    const sources = /** @type {Sources} */ (readJson(`/__program/templates/${name}.json`))
    const code = this.#compile(sources, name, false)
    const made = this.#loadIfSound(code)
    if (made) this.#channel.tell('templates', key, code)
    return this.#evaluate(made ?? this.#loadIfSound(this.#compile(sources, name, true)) ?? this.#nothing(name), name)
  }

  /**
   * Returns the templates that an earlier start compiled; null if there are none.
   * @param {string} name
   * @param {string} key
   */
  #kept(name, key) {
    if (name !== 'main') return this.#loader.loadAllIfThere(`/__program/templates/${key}.js`)
    return this.#ofMain === null ? null : this.#loadIfSound(this.#ofMain)
  }

  /** @param {string} name */
  #nothing(name) {
    this.#journal.say('error', `the templates of package ${name} make no program`, null)
    return new Map([['templates', () => ({})]])
  }

  /**
   * Returns what the code hands over; null if the code is not a valid program because some template in it is not.
   * @param {string} code
   */
  #loadIfSound(code) {
    try {
      return this.#loader.loadText(code)
    } catch {
      return null
    }
  }

  /**
   * @param {Map<string, any>} handed
   * @param {string} name
   */
  #evaluate(handed, name) {
    nameBundle(bundleOf(name), handed.get('lines') ?? [])
    for (const finding of handed.get('findings') ?? []) this.#tell(finding)
    return handed.get('templates')(...this.#wxs)
  }

  /**
   * Compiles templates. If the code is not a valid program it is made again with care: every template is tried alone,
   * which takes long.
   * @param {Sources} sources
   * @param {string} name
   * @param {boolean} careful
   */
  #compile(sources, name, careful) {
    this.#Group ??= this.#loader.library('compiler').startCompiler(readBytes('/__runtime/compiler.wasm'))
    const group = new TemplateGroup(this.#loader, this.#Group, sources, careful)
    const { code, lines } = group.compile()
    const parts = [templatesCode(code), handOver('lines', lines), handOver('findings', group.findings)]
    return `${parts.join('\n')}\n//# sourceURL=${moduleUrl(bundleOf(name))}`
  }

  /** @param {import('./template-group.js').Finding} finding */
  #tell({ file, line, column, message, level = 'error' }) {
    const text = `${file}:${line}:${column}: ${message}`
    if (!this.#told.has(text)) this.#journal.say(level, text, { file, line })
    this.#told.add(text)
  }
}

/**
 * Returns the name that stacks show for the templates of a package.
 * @param {string} name
 */
const bundleOf = (name) => `@templates-${name}`

/**
 * @param {string} name
 * @param {unknown} value
 */
const handOver = (name, value) => `__define(${JSON.stringify(name)},${JSON.stringify(value)})`
