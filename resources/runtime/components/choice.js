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
      const checked = this.flag('checked')
      this.ariaChecked = String(checked)
      this.ariaDisabled = String(this.flag('disabled'))
      this.toggleAttribute('checked', checked)
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
