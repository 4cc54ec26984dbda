// <picker-view>: wheels side by side in the page; their rows are the program's own.

/** @typedef {HTMLElement & {rowCount: number, index: number, stand(index: number): void, dress(): void}} Column */

const STYLE = `
:host { display: block; overflow: hidden }
#columns { display: flex; position: relative; height: 100%; overflow: hidden }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class PickerView extends Component {
    static template = '<div id="columns"><slot></slot></div>'
    static style = STYLE

    constructor() {
      super()
      this.shadowRoot?.querySelector('slot')?.addEventListener('slotchange', () => this.stand())
    }

    /** @returns {Column[]} */
    columns() {
      return /** @type {Column[]} */ ([...this.querySelectorAll('wx-picker-view-column')])
    }

    /** @param {string} name */
    changed(name) {
      if (name === 'value') this.stand()
      if (/^(indicator|mask)-/.test(name)) for (const column of this.columns()) column.dress()
    }

    /**
     * Returns the row that the program wants a column to stand on.
     * @param {object} column
     */
    wanted(column) {
      const { value } = this.properties
      const place = this.columns().findIndex((one) => one === column)
      return Array.isArray(value) ? Math.max(0, Math.round(Number(value[place]) || 0)) : 0
    }

    /** Puts every column where the program says. */
    stand() {
      for (const column of this.columns()) column.stand(this.wanted(column))
    }

    /** @returns {number[]} */
    indexes() {
      return this.columns().map((column) => column.index)
    }

    started() {
      this.emit('pickstart', {})
    }

    /** Notes that a column was let go and will stop. */
    released() {
      if (this.flag('immediate-change')) this.tell()
    }

    /** Notes that a column has stopped. */
    stopped() {
      if (!this.flag('immediate-change')) this.tell()
      this.emit('pickend', {})
    }

    tell() {
      const value = this.indexes()
      const before = this.properties['value']
      if (
        Array.isArray(before) &&
        value.length === before.length &&
        value.every((index, place) => index === before[place])
      )
        return
      this.setModel('value', value)
      this.emit('change', { value })
    }

    formValue() {
      return this.indexes()
    }
  }
