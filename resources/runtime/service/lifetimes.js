// Gap of glass-easel 0.12.1: it never triggers `ready`. Here a component is ready when the view has drawn what it came
// with.

import { Element } from 'glass-easel'

/** Remembers the components that came into a page in this turn, until the page is drawn. */
export class Lifetimes {
  /**
   * The components that came into a page in this turn, by page.
   * @type {Map<import('./backend.js').PageBackend, any[]>}
   */
  #new = new Map()

  /**
   * Remembers a component that has come into a page.
   * @param {any} component
   */
  attached(component) {
    const backend = component.getBackendContext()
    if (!backend) return
    const waiting = this.#new.get(backend)
    if (waiting) return waiting.push(component)
    this.#new.set(backend, [component])
    backend.render(() => this.#ready(backend))
    return undefined
  }

  /**
   * Triggers `ready` at the components of a page that are still there.
   * @param {import('./backend.js').PageBackend} backend
   */
  #ready(backend) {
    const components = this.#new.get(backend) ?? []
    this.#new.delete(backend)
    for (const component of components) if (Element.isAttached(component)) component.triggerLifetime('ready', [])
  }
}
