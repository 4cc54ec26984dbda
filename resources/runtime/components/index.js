// The built-in components: one import and one row each.

import { makeComponent } from './component.js'
import view from './view.js'

/** Tag in WXML and the factory of its class. @type {Record<string, (Component: import('./component.js').ComponentClass) => CustomElementConstructor>} */
const COMPONENTS = {
  view,
}

/** Defines every component for the elements of one page. @param {import('../view/frames.js').Page} page */
export function defineComponents(page) {
  const Component = makeComponent(page)
  for (const [tag, factory] of Object.entries(COMPONENTS)) page.window.customElements.define(`wx-${tag}`, factory(Component))
}
