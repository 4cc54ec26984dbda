// What input and textarea share: a native control in the shadow tree, the placeholder in the light tree (where the
// program's placeholder-class reaches it), and the phone's events.

import { rpxToViewport } from '../view/attributes.js'

/** @typedef {import('./component.js').ComponentClass} ComponentClass */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */

/** How long, in ms, an assignment of what was typed before counts as an answer to it. */
const ECHO_TIME = 500
/** More letters the engine does not count. */
const LONGEST = 0x7fffffff
const STANDARD_LENGTH = 140
const DELETE_KEY = 8

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
 * @param {ComponentClass} Component
 * @param {'input' | 'textarea'} tag
 * @param {string} [beside] what else stands with the control
 */
export const makeTextField = (Component, tag, beside = '') =>
  class TextField extends Component {
    static template = `<div id="field"><div id="placeholder"><slot name="placeholder"></slot></div>
      <${tag} id="control"></${tag}>${beside}</div>`
    static style = STYLE

    /** The program's own text, of which no more is shown than `maxlength` letters. */
    given = ''
    keyCode = 0

    /**
     * What was typed and not yet answered by the program.
     * @type {{value: string, until: number}[]}
     */
    typed = []

    constructor() {
      super()
      const control = this.control
      control.addEventListener('keydown', (event) => this.onKey(/** @type {KeyboardEvent} */ (event)))
      control.addEventListener('input', (event) => this.onInput(/** @type {InputEvent} */ (event)))
      control.addEventListener('compositionend', () => this.tellInput())
      control.addEventListener('focus', () => this.onFocus())
      control.addEventListener('blur', () => this.onBlur())
      control.addEventListener('change', () => this.emit('change', { value: control.value, cursor: this.cursor }))
      this.limit()
    }

    connectedCallback() {
      if (this.hint()) return
      const hint = this.page.document.createElement('div')
      hint.slot = 'placeholder'
      this.prepend(hint)
      this.drawHint()
      if (this.flag('focus') || this.flag('auto-focus')) this.page.window.requestAnimationFrame(() => this.takeFocus())
    }

    /** The native control. */
    get control() {
      return /** @type {Control} */ (/** @type {unknown} */ (this.piece('control')))
    }

    /** Where the caret stands. */
    get cursor() {
      return this.control.selectionEnd ?? this.control.value.length
    }

    /**
     * The drawn placeholder.
     * @returns {HTMLElement | null}
     */
    hint() {
      return this.querySelector(':scope > [slot=placeholder]')
    }

    /**
     * @param {string} name
     * @param {unknown} value
     */
    changed(name, value) {
      if (name === 'value') this.assignValue(value)
      if (name.startsWith('placeholder')) this.drawHint()
      if (name === 'maxlength') this.limit()
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

    /** How many letters there may be. On phones 0 is no limit, as are negative numbers; only WeChat's simulator lets nothing in. */
    get most() {
      const length = this.number('maxlength', STANDARD_LENGTH)
      return length > 0 ? length : Infinity
    }

    limit() {
      if (Number.isFinite(this.most)) this.control.maxLength = Math.min(this.most, LONGEST)
      else this.control.removeAttribute('maxlength')
      if (this.control.value !== this.given && this.given.startsWith(this.control.value))
        this.show(this.cut(this.given))
    }

    drawHint() {
      const hint = this.hint()
      if (!hint) return
      hint.textContent = this.text('placeholder')
      hint.className = `${tag}-placeholder ${this.text('placeholder-class')}`
      hint.style.cssText = rpxToViewport(this.text('placeholder-style'))
      this.control.ariaLabel = this.text('placeholder')
      this.toggleAttribute('filled', this.control.value !== '')
    }

    /**
     * The program set the value: what it answers to older typing is not news.
     * @param {unknown} value
     */
    assignValue(value) {
      this.given = value === undefined || value === null ? '' : String(value)
      const text = this.cut(this.given)
      if (!this.isEcho(text)) this.show(text)
    }

    /** @param {string} text */
    isEcho(text) {
      const now = performance.now()
      this.typed = this.typed.filter(({ until }) => until > now)
      if (this.typed[0]?.value !== text) {
        this.typed = []
        return false
      }
      this.typed.shift()
      return this.typed.length > 0
    }

    /** @param {string} text */
    cut(text) {
      return text.slice(0, this.most)
    }

    /**
     * Shows a value and leaves the caret where it was, or at the end if it was there.
     * @param {string} text
     */
    show(text) {
      const control = this.control
      this.properties['value'] = text
      if (control.value !== text) {
        const caret = this.cursor === control.value.length ? text.length : Math.min(this.cursor, text.length)
        control.value = text
        if (this.hasFocus()) control.setSelectionRange(caret, caret)
      }
      this.toggleAttribute('filled', text !== '')
      this.fit()
    }

    /**
     * What an `input` listener returned takes the place of what was typed.
     * @param {string} text
     * @param {number} [cursor]
     */
    replaceValue(text, cursor) {
      this.typed = []
      this.show(this.cut(String(text)))
      this.setModel('value', this.control.value)
      if (cursor !== undefined && this.hasFocus()) this.control.setSelectionRange(cursor, cursor)
    }

    /** What is selected, in letters from the start; nothing without the focus. */
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
     * With `hold-keyboard` a press elsewhere does not take the focus away.
     * @param {MouseEvent} event
     */
    hold = (event) => {
      if (this.flag('hold-keyboard') && !event.composedPath().includes(this)) event.preventDefault()
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

    /** @param {KeyboardEvent} event */
    onKey(event) {
      this.keyCode = event.keyCode
      if (event.key === 'Enter' && !event.isComposing && this.confirms(event)) {
        event.preventDefault()
        this.confirm()
      }
    }

    /**
     * Whether this Enter confirms.
     * @param {KeyboardEvent} _event
     */
    confirms(_event) {
      return true
    }

    confirm() {
      this.emit('confirm', { value: this.control.value })
      if (!this.flag('confirm-hold')) this.control.blur()
    }

    /** @param {InputEvent} event */
    onInput(event) {
      this.toggleAttribute('filled', this.control.value !== '')
      if (event.isComposing) return
      const letter = event.data?.at(-1)
      this.keyCode = letter ? letter.charCodeAt(0) : event.inputType?.startsWith('delete') ? DELETE_KEY : this.keyCode
      this.tellInput()
    }

    tellInput() {
      this.sift()
      this.fit()
      this.given = this.control.value
      const value = this.control.value
      this.typed.push({ value, until: performance.now() + ECHO_TIME })
      this.setModel('value', value)
      this.emit('input', { value, cursor: this.cursor, keyCode: this.keyCode })
    }

    /** Drops letters that do not belong into the field. */
    sift() {}

    /** Makes room for the text. */
    fit() {}

    /** A label around or elsewhere was tapped. */
    onLabelTap() {
      this.control.focus()
    }

    /** The field keeps a tap from labels around it. */
    onTap() {
      return true
    }

    formValue() {
      return this.control.value
    }

    resetForm() {
      this.typed = []
      this.show('')
      this.setModel('value', '')
    }
  }
