// <label>: a tap on it is a tap on its control: the one whose id `for` gives, or the first inside.

const CONTROLS = ['checkbox', 'radio', 'switch', 'button', 'input', 'textarea', 'picker', 'slider'].map(
  (name) => `wx-${name}`,
)

/**
 * A control that a label can press.
 * @typedef {HTMLElement & {onLabelTap?: () => void}} Control
 */

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Label extends Component {
    static template = '<slot></slot>'
    static style = ':host { display: inline; cursor: pointer }'
    static byKeys = true

    /** @param {Event} event */
    onTap(event) {
      if (event.composedPath().some((element) => this.isControlInside(element))) return
      this.control()?.onLabelTap?.()
    }

    /** @param {EventTarget} element */
    isControlInside(element) {
      return element instanceof Component && CONTROLS.includes(element.localName) && this.contains(element)
    }

    /** @returns {Control | null} */
    control() {
      const id = this.text('for')
      return id ? this.page.document.getElementById(id) : this.querySelector(CONTROLS.join(','))
    }
  }
