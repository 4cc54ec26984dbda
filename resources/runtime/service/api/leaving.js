// wx.exitMiniProgram() and wx.restartMiniProgram().

import { makeFunction, ok } from './convention.js'
import { attempt } from './navigation.js'

/**
 * @param {import('../channel.js').Channel} channel
 * @param {import('../pages.js').Pages} pages
 * @param {import('../journal.js').Journal} journal
 */
export function leavingFunctions(channel, pages, journal) {
  return {
    exitMiniProgram: makeFunction(
      'exitMiniProgram',
      (_options, settle) => {
        channel.tell('exit')
        settle(ok('exitMiniProgram'))
      },
      journal,
    ),
    restartMiniProgram: makeFunction(
      'restartMiniProgram',
      ({ path }, settle) => {
        pages.afterLaunch(() =>
          settle(attempt('restartMiniProgram', () => pages.reLaunch(String(path ?? ''), pages.front?.path ?? ''))),
        )
      },
      journal,
    ),
  }
}
