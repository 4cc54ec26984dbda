// <radio>: one of several of which one is chosen.

import { makeChoice } from './choice.js'

const STYLE = `
[part~='wx-radio-input-checked'] { border-color: var(--mh-brand); background-color: var(--mh-brand); color: var(--mh-on-brand) }
`

/**
 * @typedef {HTMLElement & {choose(radio: object): void, giveWay(radio: object): void, join(radio: object): void}} Group
 */

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) => {
  const Choice = makeChoice(Component, 'radio')
  return class Radio extends Choice {
    static style = Choice.style + STYLE

    connectedCallback() {
      super.connectedCallback()
      if (this.flag('checked')) this.group()?.join(this)
    }

    /** @param {string} name */
    changed(name) {
      super.changed(name)
      if (name === 'checked' && this.flag('checked')) this.group()?.giveWay(this)
    }

    onTap() {
      if (this.flag('disabled') || this.flag('checked')) return true
      this.check(true)
      this.group()?.choose(this)
      return true
    }

    /** @returns {Group | null} */
    group() {
      return this.closest('wx-radio-group')
    }

    /**
     * Fills the disc with the colour.
     * @param {CSSStyleDeclaration} style
     * @param {string} color
     */
    paint(style, color) {
      style.backgroundColor = style.borderColor = this.flag('checked') ? color : ''
    }
  }
}
