// Keys for what is otherwise tapped: everything that takes a tap can be reached and pressed without a pointer.

/**
 * Makes the element reachable by Tab and pressed by Enter and Space, once.
 * @param {HTMLElement} element @param {() => boolean} enabled
 */
export function pressedByKeys(element, enabled) {
  if (element.hasAttribute('tabindex')) return
  element.tabIndex = 0
  element.addEventListener('keydown', (event) => {
    if (event.target !== element || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    if (enabled() && !event.repeat) element.click()
  })
}
