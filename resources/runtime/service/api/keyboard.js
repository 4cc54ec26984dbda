// wx functions about the keyboard: on a desktop it has no height, but hiding it takes the focus out of the field.

import { CODE } from '../../operations.js'
import { failure, makeFunction, ok } from './convention.js'

/** @param {import('../view.js').View} view @param {import('../journal.js').Journal} journal */
export function keyboardFunctions(view, journal) {
  return {
    hideKeyboard: makeFunction('hideKeyboard', (_options, settle) => {
      if (view.focused === null) return settle(failure('hideKeyboard', 'input not exists'))
      view.do(CODE.invoke, view.focused, 'loseFocus', [])
      return settle(ok('hideKeyboard'))
    }, journal),
  }
}
