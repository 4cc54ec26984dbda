// Registers pages and components when a page first needs them: their module runs, and its Page() or Component() call
// counts for that file. What a broken or missing module leaves unregistered is registered as an empty component.

import { resolve, withoutExtension } from './paths.js'

/** Prepares a page or component by its path, with all the components it uses. */
export class Components {
  #space
  #modules
  #packages
  #definitions
  #styles
  #journal
  /** @type {Set<string>} */ #prepared = new Set()
  /** @type {string | null} the path whose module runs now */ #current = null

  /**
   * @param {{space: import('./space.js').Space, modules: import('./modules.js').Modules,
   *   packages: import('./packages.js').Packages, definitions: import('./definitions.js').Definitions,
   *   styles: import('./styles.js').Styles, journal: import('./journal.js').Journal}} parts
   */
  constructor({ space, modules, packages, definitions, styles, journal }) {
    this.#styles = styles
    this.#space = space
    this.#modules = modules
    this.#packages = packages
    this.#definitions = definitions
    this.#journal = journal
    modules.runThrough((file, run) => this.#runAs(withoutExtension(file), run))
    modules.beforeAsync((file) => packages.load(file))
  }

  /**
   * Registers a page or component and everything it uses.
   * @param {string} path
   * @param {boolean} [isPage]
   */
  prepare(path, isPage = false) {
    if (this.#prepared.has(path)) return
    /** @type {Set<string>} used ones come before their users */ const found = new Set()
    this.#collect(path, found)
    this.#styles.foresee(['app', ...found])
    this.#modules.foresee([...found].flatMap((each) => this.#modules.fileOf(each) ?? []))
    for (const each of found) this.#define(each, isPage && each === path)
  }

  /**
   * Collects a path and what it uses, used ones before their users.
   * @param {string} path
   * @param {Set<string>} found
   */
  #collect(path, found) {
    if (this.#prepared.has(path)) return
    this.#prepared.add(path)
    this.#packages.load(path)
    for (const used of this.#usedBy(path)) this.#collect(used, found)
    found.add(path)
  }

  /**
   * Runs the module of a page or component, and registers it empty if that did not register it.
   * @param {string} path
   * @param {boolean} isPage
   */
  #define(path, isPage) {
    const file = this.#modules.fileOf(path)
    if (file && !this.#isRegistered(path)) this.#modules.run(file)
    if (!this.#isRegistered(path)) this.#registerEmpty(path, isPage)
  }

  /** Returns the global Page, Component and Behavior. They are plain functions, because a program may wrap them. */
  globals() {
    const definitions = this.#definitions
    const Behavior = (/** @type {unknown} */ definition) => definitions.behavior(definition)
    Behavior.trait = (/** @type {any} */ convert) => definitions.trait(convert)
    return {
      Page: (/** @type {unknown} */ definition) =>
        this.#register('Page', (path) => definitions.page(path, definition ?? {})),
      Component: (/** @type {unknown} */ definition) =>
        this.#register('Component', (path) => definitions.component(path, definition)),
      Behavior,
    }
  }

  /**
   * Returns the paths of the components that a page or component names in its json.
   * @param {string} path
   */
  #usedBy(path) {
    const config = /** @type {any} */ (this.#space.code.getComponentStaticConfig(path) ?? {})
    const { usingComponents = {}, componentGenerics = {}, componentPlaceholder = {} } = config
    const used = Object.entries(usingComponents)
      .filter(([name]) => !(name in componentPlaceholder))
      .map(([, target]) => target)
    const generic = Object.values(componentGenerics).map((each) => each?.default)
    return [...used, ...generic]
      .filter((target) => typeof target === 'string' && !target.includes('://'))
      .map((target) => resolve(path, target))
  }

  /**
   * Calls `run` while `path` counts as the file whose module runs.
   * @param {string} path
   * @param {() => void} run
   */
  #runAs(path, run) {
    const before = this.#current
    if (this.#space.code.getComponentStaticConfig(path)) this.#current = path
    try {
      run()
    } finally {
      this.#current = before
    }
  }

  /**
   * Registers the file whose module runs now; reports a call outside of a file, and a second one.
   * @param {string} name
   * @param {(path: string) => unknown} register
   */
  #register(name, register) {
    const path = this.#current
    if (path === null)
      return this.#journal.say('error', `${name}() must be called while its own file is loaded; this call is ignored`)
    if (this.#isRegistered(path))
      return this.#journal.say('error', `Please do not register multiple Pages or Components in ${path}.js`)
    return register(path)
  }

  /**
   * Registers an empty page or component, so that what uses it can be drawn.
   * @param {string} path
   * @param {boolean} isPage
   */
  #registerEmpty(path, isPage) {
    if (isPage)
      this.#journal.say('error', `Page "${path}" has not been registered yet: its file did not call Page()`, {
        file: `${path}.js`,
        line: 1,
      })
    if (isPage) this.#definitions.page(path, {})
    else this.#definitions.component(path, {})
  }

  /**
   * Returns whether glass-easel knows the path.
   * @param {string} path
   */
  #isRegistered(path) {
    return this.#space.components.getComponentByUrlWithoutDefault(`/${path}`, '') !== null
  }
}
