// <picker>: a tap opens a sheet to choose from: the program's rows, a time, a date or a region.

import { pressedByKeys } from './keyboard.js'
import { date } from './picker/date.js'
import { areas, region } from './picker/region.js'
import { multiSelector, selector } from './picker/selector.js'
import { PickerSheet } from './picker/sheet.js'
import { time } from './picker/time.js'
import { languageOf } from './words.js'

/** @typedef {import('./picker/columns.js').Columns} Columns */
/** @typedef {import('./component.js').Component} Base */

const WORDS = {
  zh: { cancel: '取消', confirm: '确定', choose: '请选择' },
  en: { cancel: 'Cancel', confirm: 'Confirm', choose: 'Choose' },
}
const STYLE = `
:host { display: block; cursor: pointer }
:host([disabled]) { cursor: default }
:host(:focus-visible) { outline: 2px solid var(--mh-link); outline-offset: 2px }
`

/**
 * What the picker offers, by mode.
 * @type {Record<string, (picker: Base) => Columns | Promise<Columns>>}
 */
const MODELS = {
  selector: (picker) => selector(picker.properties['range'], picker.text('range-key'), picker.properties['value']),
  multiSelector: (picker) =>
    multiSelector(picker.properties['range'], picker.text('range-key'), picker.properties['value']),
  time: (picker) => time(picker.properties['value'], picker.properties['start'], picker.properties['end'], new Date()),
  date: (picker) => date(picker.properties['value'], datesOf(picker), new Date(), languageOf(picker.page)),
  region: async (picker) =>
    region(await areas(), picker.properties['value'], {
      custom: picker.text('custom-item'),
      level: picker.text('level'),
    }),
}

/**
 * The value of a picker that a form has reset, by mode.
 * @type {Record<string, unknown>}
 */
const NOTHING_CHOSEN = { selector: -1, multiSelector: [], time: '', date: '', region: [] }

/** @param {Base} picker */
function datesOf({ properties }) {
  return { start: properties['start'], end: properties['end'], fields: properties['fields'] }
}

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Picker extends Component {
    static template = '<slot></slot>'
    static style = STYLE
    static byKeys = true

    /** @type {PickerSheet | null} */
    sheet = null

    connectedCallback() {
      this.role ??= 'button'
      this.ariaHasPopup = 'dialog'
      pressedByKeys(this, () => !this.flag('disabled'))
    }

    disconnectedCallback() {
      this.sheet?.drop()
      this.sheet = null
    }

    /** @param {string} name */
    async changed(name) {
      if (name === 'disabled') this.toggleAttribute('disabled', this.flag('disabled'))
      if (!this.sheet || (name !== 'range' && name !== 'value')) return
      this.sheet.show(await this.model(), name === 'range')
    }

    /** @returns {Columns | Promise<Columns>} */
    model() {
      const make = MODELS[this.text('mode', 'selector')] ?? MODELS['selector']
      return /** @type {NonNullable<typeof make>} */ (make)(this)
    }

    onTap() {
      if (!this.flag('disabled') && !this.sheet) void this.open()
      return true
    }

    onLabelTap() {
      this.onTap()
    }

    async open() {
      const model = await this.model()
      const words = { title: this.text('header-text'), ...WORDS[languageOf(this.page)] }
      this.sheet = new PickerSheet(this.page, model, words, {
        turned: (column, value) => this.turned(column, value),
        confirmed: (choice) => this.choose(choice),
        cancelled: () => this.cancel(),
      })
    }

    /**
     * @param {number} column
     * @param {number} value
     */
    turned(column, value) {
      if (this.text('mode') === 'multiSelector') this.emit('columnchange', { column, value })
    }

    cancel() {
      this.sheet = null
      this.emit('cancel', {})
    }

    /** @param {number[]} choice */
    async choose(choice) {
      this.sheet = null
      const detail = (await this.model()).detail(choice)
      this.setModel('value', detail['value'])
      this.emit('change', detail)
    }

    formValue() {
      return this.properties['value'] ?? null
    }

    resetForm() {
      this.setModel('value', NOTHING_CHOSEN[this.text('mode', 'selector')] ?? NOTHING_CHOSEN['selector'])
    }
  }
