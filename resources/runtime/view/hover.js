// The pressed look (hover-class): it is added a moment after the hand comes down, and removed a moment after it
// leaves.

import { pathFrom } from './nodes.js'

/** @typedef {import('../components/component.js').Component} Component */

/**
 * Makes the listener for one page.
 * @param {import('./frames.js').Page} _page
 * @returns {import('./gestures.js').HandListener}
 */
export function watchHover(_page) {
  /** @type {Press[]} */
  let presses = []
  return {
    begin: (gesture) => {
      presses = [...pressed(gesture.target)].map((element) => new Press(element))
    },
    move: (gesture) => {
      if (gesture.moved) for (const press of presses.splice(0)) press.withdraw()
    },
    end: () => {
      for (const press of presses.splice(0)) press.release()
    },
  }
}

/**
 * Yields the elements that turn pressed under the hand, innermost first.
 * @param {EventTarget | null} target
 */
function* pressed(target) {
  for (const element of pathFrom(target)) {
    const component = /** @type {Component} */ (element)
    if (!hoverOf(component)) continue
    if (component.flag('disabled') || component.flag('loading')) return
    if (classesOf(component).length > 0) yield component
    if (component.flag('hover-stop-propagation')) return
  }
}

/** @param {Component} component */
function hoverOf(component) {
  return /** @type {{hover?: import('../components/component.js').Hover | null}} */ (component.constructor).hover
}

/** @param {Component} component */
function classesOf(component) {
  const names = component.text('hover-class', hoverOf(component)?.className)
  return names === 'none' ? [] : names.split(/\s+/).filter(Boolean)
}

class Press {
  #timer
  #shown = false

  /** @param {Component} component */
  constructor(component) {
    this.component = component
    this.classes = classesOf(component)
    this.#timer = setTimeout(() => this.#show(), component.number('hover-start-time', hoverOf(component)?.start ?? 0))
  }

  #show() {
    this.#shown = true
    this.component.classList.add(...this.classes)
  }

  /** Gives up the pressed look, because the hand has moved on. */
  withdraw() {
    clearTimeout(this.#timer)
    if (this.#shown) this.#hide()
  }

  /** Ends the pressed look after the hand has gone up; a quick tap still shows it. */
  release() {
    clearTimeout(this.#timer)
    if (!this.#shown) this.#show()
    setTimeout(() => this.#hide(), this.component.number('hover-stay-time', hoverOf(this.component)?.stay ?? 0))
  }

  #hide() {
    this.component.classList.remove(...this.classes)
  }
}
