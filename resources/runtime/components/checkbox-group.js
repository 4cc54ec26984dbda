// <checkbox-group>: tells the program which of its checkboxes are ticked.

/** @typedef {import('./component.js').Component} Base */

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class CheckboxGroup extends Component {
    /** Returns the values of what is ticked, in the order in which they are drawn. */
    ticked() {
      const boxes = /** @type {Iterable<Base>} */ (/** @type {unknown} */ (this.querySelectorAll('wx-checkbox')))
      return [...boxes].filter((box) => box.flag('checked')).map((box) => box.text('value'))
    }

    /** Tells the program that a checkbox inside was ticked or unticked. */
    tell() {
      this.emit('change', { value: this.ticked() })
    }

    formValue() {
      return this.ticked()
    }
  }
