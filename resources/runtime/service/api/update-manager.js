// wx.getUpdateManager(): the program in its folder is always the newest.

import { setTimeout } from '../host.js'

/** Makes what wx.getUpdateManager() returns. */
export const makeUpdateManager = () => ({
  applyUpdate() {},
  onCheckForUpdate(/** @type {unknown} */ listener) {
    if (typeof listener === 'function') setTimeout(() => listener({ hasUpdate: false }))
  },
  onUpdateReady() {},
  onUpdateFailed() {},
})
