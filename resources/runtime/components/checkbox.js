// <checkbox>: one of several that may be ticked together.

import { makeChoice } from './choice.js'

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Checkbox extends makeChoice(Component, 'checkbox') {
    onTap() {
      if (this.flag('disabled')) return true
      this.check(!this.flag('checked'))
      const group = /** @type {(HTMLElement & {tell(): void}) | null} */ (this.closest('wx-checkbox-group'))
      group?.tell()
      return true
    }
  }
