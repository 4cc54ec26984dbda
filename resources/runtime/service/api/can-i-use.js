// wx.canIUse(): `getLocation`, `getLocation.object.type`, `button.open-type.contact`, `console.log`.

import { BUILT_IN } from '../../tags.js'

const COMPONENT_ATTRIBUTES = /** @type {Record<string, Record<string, string[]>>} */ ({
  button: {
    'open-type': [
      'getUserInfo',
      'openSetting',
      'share',
      'chooseAvatar',
      'getPhoneNumber',
      'getRealtimePhoneNumber',
      'contact',
      'feedback',
      'agreePrivacyAuthorization',
    ],
  },
  navigator: { 'open-type': ['navigate', 'redirect', 'switchTab', 'reLaunch', 'navigateBack', 'exit'] },
})

/**
 * Makes wx.canIUse.
 * @param {(name: string) => boolean} isThere tells whether a wx function does something here
 */
export function makeCanIUse(isThere) {
  return (/** @type {unknown} */ schema) => {
    const [name, detail, value] = String(schema ?? '').split('.')
    if (BUILT_IN.has(name))
      return value === undefined || (COMPONENT_ATTRIBUTES[name]?.[detail]?.includes(value) ?? true)
    if (name === 'console') return detail === undefined || detail in console
    return isThere(name)
  }
}
