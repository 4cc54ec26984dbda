// <input>: one line of text.

import { makeTextField } from './text-field.js'

/** Matches what may not be typed where a number is asked for. */
const SIFTED = /** @type {Record<string, RegExp>} */ ({ number: /[^0-9]/g, digit: /[^0-9.]/g, idcard: /[^0-9xX]/g })
const KEYBOARDS = /** @type {Record<string, string>} */ ({
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  tel: 'tel',
})

const STYLE = `
:host {
  height: 1.4em;
  min-height: 1.4em;
  line-height: 1.4;
  align-content: center;
  overflow: hidden;
  white-space: nowrap;
  text-overflow: clip;
}
/* With padding in a border-box less than a line is left: the line lies over the padding above and below, uncut. */
#field { display: flex; flex-direction: column; justify-content: center; min-height: 0 }
#control { flex: 1 0 auto; height: auto; min-height: 1lh }
#control { text-overflow: ellipsis } /* as an iPhone; Chromium shows it until the field has the focus */
#placeholder { display: flex; align-items: center; overflow: visible }
::slotted([slot='placeholder']) { flex: 1; min-width: 0; overflow: hidden; text-overflow: clip; white-space: pre }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) => {
  const TextField = makeTextField(Component, 'input')
  return class Input extends TextField {
    static style = TextField.style + STYLE
    static methods = ['replaceValue', 'loseFocus']

    /**
     * @param {string} name
     * @param {unknown} value
     */
    changed(name, value) {
      super.changed(name, value)
      if (name === 'type' || name === 'password') this.choose()
    }

    /** Shows letters or dots, and asks for the keyboard that suits. */
    choose() {
      const control = /** @type {HTMLInputElement} */ (this.control)
      const secret = this.flag('password') || this.text('type') === 'safe-password'
      control.type = secret ? 'password' : 'text'
      control.autocomplete = secret ? 'new-password' : 'off'
      control.inputMode = KEYBOARDS[this.text('type')] ?? 'text'
    }

    sift() {
      const unwanted = SIFTED[this.text('type')]
      const control = this.control
      const sifted = unwanted ? control.value.replace(unwanted, '') : control.value
      if (!unwanted || sifted === control.value) return
      const caret = control.value.slice(0, this.cursor).replace(unwanted, '').length
      control.value = sifted
      control.setSelectionRange(caret, caret)
      this.toggleAttribute('filled', control.value !== '')
    }

    onBlur() {
      super.onBlur()
      if (this.text('type') === 'nickname') this.emit('nicknamereview', { pass: true, timeout: false })
    }
  }
}
