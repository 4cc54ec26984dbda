// Keys on a page: whatever takes a tap, or has a role that is pressed, is reached by Tab and pressed by Enter or Space,
// which count as the person's own hand. The built-in controls do so by themselves (components/keyboard.js).

import { tapByKey } from './events.js'
import { giveName } from './names.js'
import { nextFrame } from './next-frame.js'
import { ownerOf } from './nodes.js'

/** @typedef {import('./nodes.js').ProgramElement} ProgramElement */

/** The roles of what is pressed; a heading or a picture is only read. */
const PRESSED = new Set(
  'button checkbox link menuitem menuitemcheckbox menuitemradio option radio switch tab treeitem'.split(' '),
)
const REACHED = 'wx-reach'

/** Makes elements of one page reachable. */
export class Reach {
  #page
  /**
   * Controls and reachable elements that have come since the last frame.
   * @type {Set<ProgramElement>}
   */
  #fresh = new Set()

  /** @param {import('./frames.js').Page} page */
  constructor(page) {
    this.#page = page
    page.document.addEventListener('keydown', (event) => this.#onKey(event))
    page.document.addEventListener('pointerdown', () => delete page.root.dataset['keys'], true)
    page.document.addEventListener('focusin', ({ target }) => this.#name(ownerOf(target)))
  }

  /**
   * Makes an element reachable, or no longer: it listens to taps now, or another role was set.
   * @param {ProgramElement} element
   */
  look(element) {
    if (controlsItself(element) || element === this.#page.document.body) return
    const reached = isReached(element)
    if (reached === element.hasAttribute(REACHED)) return
    element.toggleAttribute(REACHED, reached)
    if (!reached) element.removeAttribute('tabindex')
    else {
      element.tabIndex = 0
      element.role ??= 'button'
      this.came(element)
    }
  }

  /**
   * Notes a control or a reachable element that is new on the page.
   * @param {ProgramElement} element
   */
  came(element) {
    if (this.#fresh.size === 0) nextFrame(() => this.#settle())
    this.#fresh.add(element)
  }

  #settle() {
    const fresh = [...this.#fresh].filter((element) => element.isConnected)
    this.#fresh.clear()
    for (const element of fresh) {
      leaveRoles(element)
      this.#name(element)
    }
  }

  /** @param {ProgramElement | null} element */
  #name(element) {
    if (element && (controlsItself(element) || element.hasAttribute(REACHED))) giveName(element, this.#page)
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key === 'Tab') this.#page.root.dataset['keys'] = ''
    const target = /** @type {Element} */ (event.composedPath()[0])
    if ((event.key !== 'Enter' && event.key !== ' ') || !target.hasAttribute?.(REACHED)) return
    event.preventDefault()
    if (!event.repeat) tapByKey(this.#page, target, event)
  }
}

/**
 * Returns whether a component has keys of its own.
 * @param {Element} element
 */
function controlsItself(element) {
  return Boolean(/** @type {{byKeys?: boolean}} */ (element.constructor).byKeys)
}

/** @param {ProgramElement} element */
function isReached({ listeners, properties = {} }) {
  const hidden = properties['aria-hidden']
  if (hidden === true || hidden === 'true') return false
  return Boolean(listeners?.has('tap')) || PRESSED.has(String(properties['aria-role'] ?? properties['role']))
}

/**
 * Takes the role of a button from what the element lies in: nobody would be told of controls inside a button.
 * @param {Element} element
 */
function leaveRoles(element) {
  let around = /** @type {ProgramElement | null | undefined} */ (element.parentElement?.closest(`[${REACHED}]`))
  while (around) {
    const { properties = {} } = around
    if (!properties['aria-role'] && !properties['role']) around.removeAttribute('role')
    around = around.parentElement?.closest(`[${REACHED}]`)
  }
}
