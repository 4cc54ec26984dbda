// The wx functions about the keyboard. On a desktop it has no height, but hiding it takes the focus out of the field,
// and the field with the focus knows what is selected in it.

import { CODE } from '../../operations.js'
import { failure, makeFunction, ok } from './convention.js'

const NO_FIELD = 'input not exists'

/**
 * @param {import('../view.js').View} view
 * @param {import('../journal.js').Journal} journal
 */
export function keyboardFunctions(view, journal) {
  return {
    hideKeyboard: makeFunction(
      'hideKeyboard',
      (_options, settle) => {
        if (view.focused === null) return settle(failure('hideKeyboard', NO_FIELD))
        view.do(CODE.invoke, view.focused, 'loseFocus', [])
        return settle(ok('hideKeyboard'))
      },
      journal,
    ),
    getSelectedTextRange: makeFunction(
      'getSelectedTextRange',
      (_options, settle) => {
        const name = 'getSelectedTextRange'
        if (view.focused === null) return settle(failure(name, NO_FIELD))
        return view.ask(view.focused, 'state', null, (range) =>
          settle(range ? ok(name, range) : failure(name, NO_FIELD)),
        )
      },
      journal,
    ),
  }
}
