// What checkbox and radio share: the drawn part, keys, label and form. A choice has a value; its group tells the
// program.

import { pressedByKeys } from './keyboard.js'
import { tick } from './tick.js'

/** @typedef {import('./component.js').ComponentClass} ComponentClass */

/** @param {'checkbox' | 'radio'} kind */
const styleOf = (kind) => `
:host { display: inline-block; cursor: pointer; -webkit-tap-highlight-color: transparent }
:host([disabled]) { cursor: default }
:host(:focus-visible) { outline: none }
:host(:focus-visible) #input { outline: 2px solid var(--mh-link); outline-offset: 2px }
${tick(kind)}
:host([disabled]) #input { opacity: .4 }
`

/**
 * Shows to styles and readers whether an element is checked, and whether it may be; returns whether it is checked.
 * @param {import('./component.js').Component} element
 */
export function showChecked(element) {
  const checked = element.flag('checked')
  element.ariaChecked = String(checked)
  element.ariaDisabled = String(element.flag('disabled'))
  element.toggleAttribute('checked', checked)
  return checked
}

/**
 * @param {ComponentClass} Component
 * @param {'checkbox' | 'radio'} kind
 */
export const makeChoice = (Component, kind) =>
  class Choice extends Component {
    static template = `<div id="input" part="wx-${kind}-input"></div><slot></slot>`
    static style = styleOf(kind)
    static byKeys = true

    connectedCallback() {
      this.role ??= kind
      pressedByKeys(this, () => !this.flag('disabled'))
      this.draw()
    }

    /** @param {string} name */
    changed(name) {
      if (name === 'disabled') this.toggleAttribute('disabled', this.flag('disabled'))
      this.draw()
    }

    draw() {
      const checked = showChecked(this)
      const { part } = this.piece('input')
      part.toggle(`wx-${kind}-input-checked`, checked)
      part.toggle(`wx-${kind}-input-disabled`, this.flag('disabled'))
      this.paint(this.piece('input').style, this.text('color'))
    }

    /**
     * @param {CSSStyleDeclaration} style
     * @param {string} color
     */
    paint(style, color) {
      style.color = color
    }

    /**
     * Handles that the person has chosen it or no longer chooses it.
     * @param {boolean} checked
     */
    check(checked) {
      this.setModel('checked', checked)
      this.draw()
    }

    onLabelTap() {
      this.onTap(new this.page.window.Event('tap'))
    }

    resetForm() {
      this.check(false)
    }
  }
