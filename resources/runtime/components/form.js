// <form>: collects what the named fields inside hold, and puts them back to what they held first.

/** @typedef {import('./component.js').Component} Base */

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Form extends Component {
    /** Every built-in component inside. @returns {Base[]} */
    fields() {
      return /** @type {Base[]} */ ([...this.querySelectorAll('*')].filter((element) => element instanceof Component))
    }

    /** Sends `submit` with name and value of each field. */
    submitForm() {
      const named = this.fields().filter((field) => field.text('name') !== '')
      const pairs = named.map((field) => [field.text('name'), field.formValue()])
      const value = Object.fromEntries(pairs.filter(([, held]) => held !== undefined))
      this.emit('submit', { value, formId: this.flag('report-submit') ? 'the formId is a mock one' : '' })
    }

    /** Puts every field back, named or not, and sends `reset`. */
    resetFields() {
      for (const field of this.fields()) field.resetForm()
      this.emit('reset', {})
    }
  }
