// Gap of glass-easel 0.12.1: nobody triggers `ready`. A component is ready when the view has drawn what it came with.

import { Element } from 'glass-easel'

/** Remembers the components that came in this turn, until their page is drawn. */
export class Lifetimes {
  /**
   * Components that came into a page in this turn.
   * @type {Map<import('./backend.js').PageBackend, any[]>}
   */
  #new = new Map()

  /** @param {any} component */
  attached(component) {
    const backend = component.getBackendContext()
    if (!backend) return
    const waiting = this.#new.get(backend)
    if (waiting) return waiting.push(component)
    this.#new.set(backend, [component])
    backend.render(() => this.#ready(backend))
    return undefined
  }

  /** @param {import('./backend.js').PageBackend} backend */
  #ready(backend) {
    const components = this.#new.get(backend) ?? []
    this.#new.delete(backend)
    for (const component of components) if (Element.isAttached(component)) component.triggerLifetime('ready', [])
  }
}
