// <radio-group>: keeps one of its radios chosen and tells the program which.

/** @typedef {import('./component.js').Component & {check(checked: boolean): void}} Radio */

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class RadioGroup extends Component {
    connectedCallback() {
      this.role ??= 'radiogroup'
    }

    /** @returns {Radio[]} */
    radios() {
      return /** @type {Radio[]} */ (/** @type {unknown} */ ([...this.querySelectorAll('wx-radio')]))
    }

    /**
     * Unchooses the other radios after one was chosen.
     * @param {object} chosen
     */
    giveWay(chosen) {
      for (const radio of this.radios()) if (radio !== chosen && radio.flag('checked')) radio.check(false)
    }

    /**
     * Unchooses the other radios when a chosen one comes into the group.
     * @param {object} joined
     */
    join(joined) {
      const radios = this.radios()
      const place = radios.findIndex((radio) => radio === joined)
      for (const radio of radios.slice(0, place)) if (radio.flag('checked')) radio.check(false)
    }

    /**
     * Tells the program that the person has chosen a radio.
     * @param {object} chosen
     */
    choose(chosen) {
      this.giveWay(chosen)
      this.emit('change', { value: this.formValue() })
    }

    formValue() {
      return (
        this.radios()
          .find((radio) => radio.flag('checked'))
          ?.text('value') ?? ''
      )
    }
  }
