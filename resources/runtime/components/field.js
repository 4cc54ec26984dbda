// The native control of input and textarea in the shadow tree, its placeholder in the light tree (where the
// placeholder-class of a program reaches it), the focus and the caret.

import { rpxToViewport } from '../view/attributes.js'

/** @typedef {import('./component.js').ComponentClass} ComponentClass */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */

const STYLE = `
:host { display: block; cursor: text; user-select: text }
:host([disabled]) { cursor: default }
#field { position: relative; height: 100%; min-height: inherit }
#control, #ruler {
  display: block;
  box-sizing: border-box;
  width: 100%;
  height: 100%;
  min-height: inherit;
  margin: 0;
  padding: 0;
  border: 0;
  outline: 0;
  background: none;
  font: inherit;
  letter-spacing: inherit;
  color: inherit;
  text-align: inherit;
  text-transform: inherit;
  caret-color: var(--mh-brand);
  resize: none;
  appearance: none;
  cursor: inherit;
  user-select: text;
}
/* Chromium gives no click on a disabled control: the tap is the element's own then, as on the phone. */
#control:disabled { opacity: 1; pointer-events: none }
#control::-webkit-search-cancel-button, #control::-webkit-inner-spin-button { display: none }
::slotted([slot='placeholder']) { color: var(--mh-fg-2) }
#placeholder { position: absolute; inset: 0; overflow: hidden; pointer-events: none }
:host([filled]) #placeholder { display: none }
`

/**
 * Makes a class of elements around a native control.
 * @param {ComponentClass} Component
 * @param {'input' | 'textarea'} tag
 * @param {string} [beside] what else stands with the control
 */
export const makeField = (Component, tag, beside = '') =>
  class Field extends Component {
    static template = `<div id="field"><div id="placeholder"><slot name="placeholder"></slot></div>
      <${tag} id="control"></${tag}>${beside}</div>`
    static style = STYLE
    static byKeys = true

    constructor() {
      super()
      this.control.addEventListener('focus', () => this.onFocus())
      this.control.addEventListener('blur', () => this.onBlur())
      this.addEventListener('mousedown', (event) => this.onPress(event))
    }

    connectedCallback() {
      this.page.reach.came(this)
      if (this.hint()) return
      const hint = this.page.document.createElement('div')
      hint.slot = 'placeholder'
      this.prepend(hint)
      this.drawHint()
      if (this.flag('focus') || this.flag('auto-focus')) this.page.window.requestAnimationFrame(() => this.takeFocus())
    }

    /** Returns the native control. */
    get control() {
      return /** @type {Control} */ (/** @type {unknown} */ (this.piece('control')))
    }

    /** Returns the place of the caret. */
    get cursor() {
      return this.control.selectionEnd ?? this.control.value.length
    }

    /**
     * Returns the drawn placeholder; null if there is none.
     * @returns {HTMLElement | null}
     */
    hint() {
      return this.querySelector(':scope > [slot=placeholder]')
    }

    /**
     * @param {string} name
     * @param {unknown} _value
     */
    changed(name, _value) {
      if (name.startsWith('placeholder')) this.drawHint()
      if (name === 'disabled') this.disable(this.flag('disabled'))
      if (name === 'focus') this.focusAsTold()
      if (name === 'cursor') this.placeCaret()
      if (name === 'confirm-type') this.control.enterKeyHint = this.text('confirm-type')
    }

    /** @param {boolean} disabled */
    disable(disabled) {
      this.toggleAttribute('disabled', disabled)
      this.control.disabled = disabled
    }

    drawHint() {
      const hint = this.hint()
      if (!hint) return
      hint.textContent = this.text('placeholder')
      hint.className = `${tag}-placeholder ${this.text('placeholder-class')}`
      hint.style.cssText = rpxToViewport(this.text('placeholder-style'))
      this.toggleAttribute('filled', this.control.value !== '')
    }

    /** Returns what is selected, in letters from the start; nothing without the focus. */
    get state() {
      return this.hasFocus() ? { start: this.control.selectionStart ?? 0, end: this.control.selectionEnd ?? 0 } : null
    }

    hasFocus() {
      return this.shadowRoot?.activeElement === this.control
    }

    focusAsTold() {
      if (this.flag('focus')) this.takeFocus()
      else this.loseFocus()
    }

    loseFocus() {
      if (this.hasFocus()) this.control.blur()
    }

    takeFocus() {
      if (!this.isConnected || this.hasFocus()) return
      this.control.focus()
      this.placeCaret()
    }

    placeCaret() {
      const end = this.control.value.length
      const from = this.number('selection-start', -1)
      const to = this.number('selection-end', -1)
      const cursor = this.number('cursor', -1)
      if (!this.hasFocus()) return
      if (from >= 0) this.control.setSelectionRange(from, to >= 0 ? to : end)
      else if (cursor >= 0) this.control.setSelectionRange(cursor, cursor)
    }

    /**
     * Keeps the focus when the person presses elsewhere, with `hold-keyboard`.
     * @param {MouseEvent} event
     */
    hold = (event) => {
      if (this.flag('hold-keyboard') && !event.composedPath().includes(this)) event.preventDefault()
    }

    /**
     * Takes a press on the padding for one on the text: the field gets the focus, or keeps it.
     * @param {MouseEvent} event
     */
    onPress(event) {
      if (this.flag('disabled') || event.composedPath().includes(this.control)) return
      event.preventDefault()
      this.takeFocus()
    }

    onFocus() {
      this.page.document.addEventListener('mousedown', this.hold, true)
      this.emit('focus', { value: this.control.value, height: 0 })
    }

    onBlur() {
      this.page.document.removeEventListener('mousedown', this.hold, true)
      this.properties['focus'] = false
      this.emit('blur', { value: this.control.value, cursor: this.cursor })
    }

    /** Handles a tap on a label of the field: it gets the focus. */
    onLabelTap() {
      this.control.focus()
    }

    /** Keeps a tap on the field from labels around it. */
    onTap() {
      return true
    }
  }
