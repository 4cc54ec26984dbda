// The packages of the program. Each brings the configs and templates of its pages and components when it is first
// needed.

import { readJson } from './network.js'

/**
 * @typedef {{root: string, independent?: boolean, pages: string[]}} PackageSummary
 * @typedef {{root: string, configs: Record<string, unknown>, templates: string}} Package
 */

/** Knows which packages are loaded, and fetches the others. */
export class Packages {
  #summaries
  #space
  #compiler
  /** @type {Set<string>} */ #loaded = new Set()
  #pages

  /**
   * @param {{packages: PackageSummary[], pages: string[]}} program the main package first
   * @param {import('./space.js').Space} space
   * @param {import('./templates.js').TemplateCompiler} compiler
   */
  constructor({ packages, pages }, space, compiler) {
    this.#summaries = packages.slice(1)
    this.#pages = new Set(pages)
    this.#space = space
    this.#compiler = compiler
  }

  /**
   * Loads the package of a file if it is not loaded yet.
   * @param {string} path
   */
  load(path) {
    const name = this.#packageOf(path)
    if (!this.#loaded.has(name)) this.add(name, readJson(`/__program/package/${name}.json`))
  }

  /**
   * Adds what a package brings.
   * @param {string} name `main` or the root of a subpackage
   * @param {Package} contents
   */
  add(name, { configs, templates }) {
    this.#loaded.add(name)
    for (const [path, config] of Object.entries(configs)) this.#addConfig(path, config)
    const compiled = this.#compiler.templates(name, templates)
    for (const path of Object.keys(compiled)) this.#addTemplate(path, compiled)
  }

  /** @param {string} path */
  #packageOf(path) {
    const found = this.#summaries.find(({ root }) => path.startsWith(`${trimmed(root)}/`))
    return found ? trimmed(found.root) : 'main'
  }

  /**
   * @param {string} path
   * @param {any} config
   */
  #addConfig(path, config) {
    const { code } = this.#space
    if (code.getComponentStaticConfig(path)) return
    // A page that is a component shares styles with app.wxss unless it says otherwise.
    const alone = Boolean(config.component && (config.styleIsolation || !this.#pages.has(path)))
    code.addComponentStaticConfig(path, { ...config, component: alone })
    code.addStyleSheet(path, path, alone ? scopeOf(path) : undefined)
  }

  /**
   * @param {string} path
   * @param {import('./templates.js').Templates} group
   */
  #addTemplate(path, group) {
    const { code } = this.#space
    if (code.getCompiledTemplate(path)) return
    code.addCompiledTemplate(path, { groupList: group, content: group[path], fallbackListenerOnNativeNode: true })
  }
}

/**
 * Returns the class prefix of a style scope. It is the same at every start, for people who inspect the page.
 * @param {string} path
 */
const scopeOf = (path) => path.replace(/[^\w-]/g, '-').replace(/--+/g, '-')

/** @param {string} root */
const trimmed = (root) => root.replace(/^\/+|\/+$/g, '')
