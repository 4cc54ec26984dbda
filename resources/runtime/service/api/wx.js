// The wx object: a plain object whose functions are its own and independent of `this`, for programs spread and wrap it.

import { barFunctions } from './bars.js'
import { hostFunctions } from './host-calls.js'
import { navigationFunctions } from './navigation.js'

/**
 * @typedef {object} WxParts
 * @property {import('../main.js').Boot} boot
 * @property {import('../channel.js').Channel} channel
 * @property {import('../journal.js').Journal} journal
 * @property {import('../pages.js').Pages} pages
 * @property {import('../chrome.js').Chrome} chrome
 * @property {import('../events.js').Events} events
 * @property {import('../view.js').View} view
 * @property {import('../app.js').LaunchOptions} launchOptions
 */

/** @param {WxParts} parts @returns {Record<string, any>} */
export function makeWx({ boot, channel, journal, pages, chrome }) {
  return {
    ...hostFunctions(boot.apis, channel, journal),
    ...navigationFunctions(pages, journal),
    ...barFunctions(pages, chrome, journal),
    env: { USER_DATA_PATH: 'wxfile://usr' },
  }
}
