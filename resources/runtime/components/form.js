// <form>: collects what the named fields inside hold, and empties them on reset.

/** @typedef {import('./component.js').Component} Base */
/** A custom component that behaves as wx://form-field: the service keeps its name and value here. */
/** @typedef {Element & {properties?: {'form-field'?: {name: string, value: unknown}}}} CustomField */

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Form extends Component {
    /**
     * Returns every built-in component inside.
     * @returns {Base[]}
     */
    fields() {
      return /** @type {Base[]} */ ([...this.querySelectorAll('*')].filter((element) => element instanceof Component))
    }

    /**
     * Returns the name and value of every named field inside.
     * @returns {[string, unknown][]}
     */
    entries() {
      const entries = [...this.querySelectorAll('*')].map((element) => this.entryOf(element))
      return entries.filter(([name, value]) => name !== '' && value !== undefined)
    }

    /**
     * @param {Element} element
     * @returns {[string, unknown]}
     */
    entryOf(element) {
      if (element instanceof Component) return [element.text('name'), element.formValue()]
      const { name = '', value } = /** @type {CustomField} */ (element).properties?.['form-field'] ?? {}
      return [name, value]
    }

    /**
     * Sends `submit` with the name and value of each field, and the node of the button.
     * @param {Base} button
     */
    submitForm(button) {
      const value = Object.fromEntries(this.entries())
      const formId = this.flag('report-submit') ? 'the formId is a mock one' : ''
      this.emit('submit', { value, formId, target: button.nodeId })
    }

    /**
     * Empties every field, named or not, and sends `reset`: the phone clears, it does not restore the first values.
     * @param {Base} button
     */
    resetFields(button) {
      for (const field of this.fields()) field.resetForm()
      this.emit('reset', { target: button.nodeId })
    }
  }
