// wx.createRewardedVideoAd(), createInterstitialAd() and the like. This phone has no advertisement for anybody and
// says so as WeChat does when none fits. Programs must expect that: it happens on real phones every day.

import { setTimeout } from '../host.js'
import { onAndOff } from './on-and-off.js'

/** The answer to everything: no suitable advertisement. */
const NONE = { errCode: 1004, errMsg: 'no suitable advertisement: this phone shows none' }

/** @param {import('../journal.js').Journal} journal */
export function advertisementFunctions(journal) {
  /** @type {Map<string, object>} rewarded ones, of which there is one for each unit */ const rewarded = new Map()
  return {
    createInterstitialAd: () => makeAdvertisement(journal),
    createRewardedVideoAd: (
      /** @type {{adUnitId?: string, multiton?: boolean}} */ { adUnitId = '', multiton = false } = {},
    ) => {
      const known = multiton ? undefined : rewarded.get(adUnitId)
      const made = known ?? makeAdvertisement(journal)
      rewarded.set(adUnitId, made)
      return made
    },
  }
}

/**
 * Makes an advertisement. It tries to load by itself, as the real ones do, and fails.
 * @param {import('../journal.js').Journal} journal
 */
function makeAdvertisement(journal) {
  const { face, tell, clear } = onAndOff(['load', 'close', 'error'], journal)
  const fail = () => {
    setTimeout(() => tell('error', { ...NONE }))
    const failed = Promise.reject({ ...NONE })
    failed.catch(() => {})
    return failed
  }
  setTimeout(() => tell('error', { ...NONE }))
  return { ...face, load: fail, show: fail, destroy: clear }
}
