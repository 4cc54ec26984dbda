// What input and textarea share: what is typed into the control, what the program sets, and which of both counts.

import { Echoes } from './echoes.js'
import { makeField } from './field.js'

/** The greatest `maxlength` that the engine takes. */
const LONGEST = 0x7fffffff
const STANDARD_LENGTH = 140
const DELETE_KEY = 8

/**
 * Makes a class of elements that text is typed into.
 * @param {import('./component.js').ComponentClass} Component
 * @param {'input' | 'textarea'} tag
 * @param {string} [beside] what else stands with the control
 */
export const makeTextField = (Component, tag, beside) =>
  class TextField extends makeField(Component, tag, beside) {
    /** The program's own text, of which only `maxlength` letters are shown. */
    given = ''
    keyCode = 0

    echoes = new Echoes()

    constructor() {
      super()
      const control = this.control
      control.addEventListener('keydown', (event) => this.onKey(/** @type {KeyboardEvent} */ (event)))
      control.addEventListener('input', (event) => this.onInput(/** @type {InputEvent} */ (event)))
      control.addEventListener('compositionend', () => this.tellInput())
      control.addEventListener('change', () => this.emit('change', { value: control.value, cursor: this.cursor }))
      this.limit()
    }

    /**
     * @param {string} name
     * @param {unknown} value
     */
    changed(name, value) {
      super.changed(name, value)
      if (name === 'value') this.assignValue(value)
      if (name === 'maxlength') this.limit()
    }

    /**
     * Returns how many letters there may be. On phones 0 and negative numbers are no limit; only WeChat's simulator
     * lets nothing in.
     */
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

    /**
     * Takes over the value that the program has set, unless it answers typing that has been typed over since.
     * @param {unknown} value
     */
    assignValue(value) {
      this.given = value === undefined || value === null ? '' : String(value)
      const text = this.cut(this.given)
      if (!this.echoes.isOld(text)) this.show(text)
    }

    /** @param {string} text */
    cut(text) {
      return text.slice(0, this.most)
    }

    /**
     * Shows a value and keeps the caret where it was, or at the end if it was there.
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
     * Replaces what was typed by what a listener of `input` returned.
     * @param {string} text
     * @param {number} [cursor]
     */
    replaceValue(text, cursor) {
      this.echoes.forget()
      this.show(this.cut(String(text)))
      this.setModel('value', this.control.value)
      if (cursor !== undefined && this.hasFocus()) this.control.setSelectionRange(cursor, cursor)
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
     * Returns whether this Enter confirms.
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
      this.echoes.add(value)
      this.setModel('value', value)
      this.emit('input', { value, cursor: this.cursor, keyCode: this.keyCode })
    }

    /** Removes letters that do not belong into the field. */
    sift() {}

    /** Makes room for the text. */
    fit() {}

    formValue() {
      return this.control.value
    }

    resetForm() {
      this.echoes.forget()
      this.show('')
      this.setModel('value', '')
    }
  }
