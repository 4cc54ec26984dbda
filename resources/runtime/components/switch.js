// <switch>: on or off; as a sliding switch or, with type="checkbox", as a box to tick.

import { showChecked } from './choice.js'
import { pressedByKeys } from './keyboard.js'
import { tick } from './tick.js'

const STYLE = `
:host { display: inline-block; vertical-align: middle; cursor: pointer; -webkit-tap-highlight-color: transparent }
:host([disabled]) { cursor: default }
:host(:focus-visible) { outline: none }
:host(:focus-visible) [part] { outline: 2px solid var(--mh-link); outline-offset: 2px }
[part~='wx-switch-input'] {
  position: relative;
  display: block;
  box-sizing: border-box;
  width: 52px;
  height: 32px;
  border-radius: 16px;
  background-color: var(--mh-fg-3);
  color: var(--mh-brand);
  transition: background-color .2s;
}
[part~='wx-switch-input-checked'] { background-color: currentColor }
[part~='wx-switch-input']::after {
  content: '';
  position: absolute;
  top: 2px;
  left: 2px;
  width: 28px;
  height: 28px;
  border-radius: 15px;
  background-color: var(--mh-knob);
  box-shadow: 0 2px 3px rgba(0, 0, 0, .1);
  transition: transform .35s cubic-bezier(.4, .4, .25, 1.35);
}
[part~='wx-switch-input-checked']::after { transform: translateX(20px) }
:host([disabled]) [part] { opacity: .4 }
:host([type='checkbox']) [part~='wx-switch-input'] { display: none }
${tick('checkbox')}
[part~='wx-checkbox-input'] { display: block; margin-right: 0 }
:host(:not([type='checkbox'])) [part~='wx-checkbox-input'] { display: none }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Switch extends Component {
    static template = '<div part="wx-switch-input"></div><div part="wx-checkbox-input"></div><slot></slot>'
    static style = STYLE
    static byKeys = true

    connectedCallback() {
      this.role ??= 'switch'
      pressedByKeys(this, () => !this.flag('disabled'))
      this.draw()
    }

    /**
     * @param {string} name
     * @param {unknown} value
     */
    changed(name, value) {
      if (name === 'type') this.setAttribute('type', String(value ?? 'switch'))
      if (name === 'disabled') this.toggleAttribute('disabled', this.flag('disabled'))
      this.draw()
    }

    draw() {
      const checked = showChecked(this)
      for (const drawn of /** @type {HTMLElement[]} */ ([...(this.shadowRoot?.querySelectorAll('[part]') ?? [])])) {
        drawn.part.toggle(`${drawn.part[0]}-checked`, checked)
        drawn.style.color = this.text('color')
      }
    }

    onTap() {
      if (this.flag('disabled')) return true
      this.setModel('checked', !this.flag('checked'))
      this.draw()
      this.emit('change', { value: this.flag('checked') })
      return true
    }

    onLabelTap() {
      this.onTap()
    }

    formValue() {
      return this.flag('checked')
    }

    resetForm() {
      this.setModel('checked', false)
      this.draw()
    }
  }
