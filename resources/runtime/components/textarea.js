// <textarea>: many lines of text, of a fixed height or growing with the text.

import { makeTextField } from './text-field.js'

const STYLE = `
:host { width: 300px; height: 150px; font-size: 16px; line-height: 1.4 }
:host([auto-height]) { height: auto }
#ruler { position: absolute; top: 0; left: 0; height: 0; min-height: 0; visibility: hidden; overflow: hidden }
#control { overflow: auto; scrollbar-width: none; white-space: pre-wrap }
:host([auto-height]) #field { height: auto }
:host([auto-height]) #control { overflow: hidden; height: auto }
::slotted([slot='placeholder']) { white-space: pre-wrap }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) => {
  const TextField = makeTextField(
    Component,
    'textarea',
    '<textarea id="ruler" rows="1" tabindex="-1" aria-hidden="true"></textarea>',
  )
  return class TextArea extends TextField {
    static style = TextField.style + STYLE
    static methods = ['replaceValue', 'loseFocus']

    lines = 0

    constructor() {
      super()
      const control = /** @type {HTMLTextAreaElement} */ (this.control)
      control.rows = 1
      const { ResizeObserver, requestAnimationFrame } = this.page.window
      // At once, it would resize what is being observed.
      new ResizeObserver(() => requestAnimationFrame(() => this.fit())).observe(this)
    }

    connectedCallback() {
      super.connectedCallback()
      this.fit()
    }

    /**
     * @param {string} name
     * @param {unknown} value
     */
    changed(name, value) {
      super.changed(name, value)
      if (name === 'auto-height') this.toggleAttribute('auto-height', this.flag('auto-height'))
      if (name === 'auto-height') this.fit()
    }

    /** Does nothing: what a listener returns does not change many lines of text. */
    replaceValue() {}

    /**
     * Returns whether this Enter confirms. It makes a new line, unless the program gave the key another meaning; with
     * Control or Command it always confirms.
     * @param {KeyboardEvent} event
     */
    confirms(event) {
      const meaning = this.text('confirm-type', 'return')
      return meaning !== 'return' || event.ctrlKey || event.metaKey
    }

    /** Grows with the text, and tells when the number of lines changes. */
    fit() {
      if (!this.isConnected || this.clientWidth === 0) return
      const ruler = /** @type {HTMLTextAreaElement} */ (/** @type {unknown} */ (this.piece('ruler')))
      ruler.value = this.control.value
      const height = ruler.scrollHeight
      this.control.style.height = this.flag('auto-height') ? `${height}px` : ''
      this.tellLines(height)
    }

    /** @param {number} height */
    tellLines(height) {
      const lineHeight = parseFloat(this.page.window.getComputedStyle(this.control).lineHeight)
      const lineCount = Math.max(1, Math.round(height / lineHeight))
      if (lineCount === this.lines) return
      this.lines = lineCount
      const heightRpx = (height * 750) / this.page.window.innerWidth
      this.emit('linechange', { height, heightRpx, lineHeight, lineCount })
    }
  }
}
