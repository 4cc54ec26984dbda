// What checkbox and radio share: the drawn part, keys, label and form. A choice says its value; its group tells the program.

import { pressedByKeys } from './keyboard.js'
import { tick } from './tick.js'

/** @typedef {import('./component.js').ComponentClass} ComponentClass */

/** @param {'checkbox' | 'radio'} kind */
const styleOf = (kind) => `
:host { display: inline-block; cursor: pointer; -webkit-tap-highlight-color: transparent }
:host([disabled]) { cursor: default }
:host(:focus-visible) { outline: none }
:host(:focus-visible) ::slotted(.wx-${kind}-input) { outline: 2px solid var(--mh-link); outline-offset: 2px }
${tick(kind)}
:host([disabled]) ::slotted(.wx-${kind}-input) { opacity: .4 }
`

/** @param {ComponentClass} Component @param {'checkbox' | 'radio'} kind */
export const makeChoice = (Component, kind) =>
  class Choice extends Component {
    static template = '<slot name="input"></slot><slot></slot>'
    static style = styleOf(kind)

    initial = false

    connectedCallback() {
      if (this.drawn()) return
      this.initial = this.flag('checked')
      this.setAttribute('role', kind)
      const part = this.page.document.createElement('div')
      part.className = `wx-${kind}-input`
      part.slot = 'input'
      this.prepend(part)
      pressedByKeys(this, () => !this.flag('disabled'))
      this.draw()
    }

    /** The drawn part; in the light tree, where the program's rules reach it as on the phone. @returns {HTMLElement | null} */
    drawn() {
      return this.querySelector(`:scope > .wx-${kind}-input`)
    }

    /** @param {string} name */
    changed(name) {
      if (name === 'disabled') this.toggleAttribute('disabled', this.flag('disabled'))
      this.draw()
    }

    draw() {
      const checked = this.flag('checked')
      this.ariaChecked = String(checked)
      const part = this.drawn()
      part?.classList.toggle(`wx-${kind}-input-checked`, checked)
      part?.classList.toggle(`wx-${kind}-input-disabled`, this.flag('disabled'))
      if (part) this.paint(part, this.text('color'))
    }

    /** @param {HTMLElement} part @param {string} color */
    paint(part, color) {
      part.style.color = color
    }

    /** The person chose or unchose it. @param {boolean} checked */
    check(checked) {
      this.setModel('checked', checked)
      this.draw()
    }

    onLabelTap() {
      this.onTap(new this.page.window.Event('tap'))
    }

    resetForm() {
      this.check(this.initial)
    }
  }
