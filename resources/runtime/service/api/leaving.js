// wx.exitMiniProgram() and wx.restartMiniProgram().

import { queueMicrotask } from '../host.js'
import { makeFunction, ok } from './convention.js'
import { attempt } from './navigation.js'

/**
 * @param {import('../channel.js').Channel} channel @param {import('../pages.js').Pages} pages
 * @param {import('../journal.js').Journal} journal
 */
export function leavingFunctions(channel, pages, journal) {
  return {
    exitMiniProgram: makeFunction('exitMiniProgram', (_options, settle) => {
      channel.tell('exit')
      settle(ok('exitMiniProgram'))
    }, journal),
    restartMiniProgram: makeFunction('restartMiniProgram', ({ path }, settle) => {
      queueMicrotask(() => settle(attempt('restartMiniProgram', () => pages.reLaunch(path, pages.front?.path ?? ''))))
    }, journal),
  }
}
