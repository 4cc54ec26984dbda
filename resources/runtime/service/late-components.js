// Components of other packages, for which a placeholder is shown at first: they are fetched when they are first used,
// and then take its place.

import { setTimeout } from './host.js'

/** Remembers which pages show a placeholder for which component. */
export class LateComponents {
  /**
   * The pages that show a placeholder for a component.
   * @type {Map<string, Set<import('./backend.js').PageBackend>>}
   */
  #waiting = new Map()
  #space
  #components

  /**
   * @param {import('./space.js').Space} space
   * @param {import('./components.js').Components} components
   */
  constructor(space, components) {
    this.#space = space
    this.#components = components
    space.components.setComponentWaitingListener((_isPublic, path, owner) => this.#used(path, owner))
  }

  /**
   * Remembers who shows the placeholder, and fetches the component in a later turn.
   * @param {string} path
   * @param {any} owner
   */
  #used(path, owner) {
    const backends = this.#waiting.get(path) ?? new Set()
    backends.add(owner.getBackendContext())
    if (this.#waiting.has(path)) return
    this.#waiting.set(path, backends)
    setTimeout(() => this.#fetch(path))
  }

  /**
   * Registers the component, which replaces its placeholders, and adds its style sheets to their pages.
   * @param {string} path
   */
  #fetch(path) {
    const backends = this.#waiting.get(path) ?? new Set()
    this.#space.components.groupRegister(() => this.#components.prepare(path))
    this.#waiting.delete(path)
    const definition = this.#space.components.getComponentByUrl(`/${path}`, '')
    for (const each of [...definition.getComponentDependencies(), definition]) {
      for (const backend of backends) this.#addSheet(backend, each)
    }
  }

  /**
   * Adds the style sheet of a component to a page.
   * @param {import('./backend.js').PageBackend} backend
   * @param {any} definition
   */
  #addSheet(backend, definition) {
    const sheet = this.#space.code.getStyleSheet(definition.is)
    if (sheet !== undefined) backend?.appendStyleSheetPath(sheet, definition.getComponentOptions().styleScope)
  }
}
