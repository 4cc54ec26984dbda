// wx.enableAlertBeforeUnload(): the page in front asks before the person leaves it by the phone's back.

import { makeFunction, ok } from './convention.js'

/**
 * @param {import('../pages.js').Pages} pages
 * @param {import('../journal.js').Journal} journal
 */
export function unloadAlerts(pages, journal) {
  /**
   * @param {string} name
   * @param {(options: Record<string, unknown>) => string} question
   */
  const make = (name, question) =>
    makeFunction(
      name,
      (options, settle) => {
        if (pages.front) pages.front.leaveQuestion = question(options)
        settle(ok(name))
      },
      journal,
    )
  return {
    enableAlertBeforeUnload: make('enableAlertBeforeUnload', ({ message }) => String(message ?? '')),
    disableAlertBeforeUnload: make('disableAlertBeforeUnload', () => ''),
  }
}
