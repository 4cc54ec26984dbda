// Keys for what is otherwise tapped: everything that takes a tap can be reached and pressed without a pointer.

import { tapByKey } from '../view/events.js'

/**
 * Makes a component reachable by Tab, and lets Enter and Space tap it; a second call does nothing.
 * @param {import('./component.js').Component} component
 * @param {() => boolean} enabled
 */
export function pressedByKeys(component, enabled) {
  if (component.hasAttribute('tabindex')) return
  component.tabIndex = 0
  component.page.reach.came(component)
  component.addEventListener('keydown', (event) => {
    if (event.target !== component || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    if (enabled() && !event.repeat) tapByKey(component.page, component, event)
  })
}
