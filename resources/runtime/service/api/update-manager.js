// wx.getUpdateManager(): the program in this folder is always the newest.

import { setTimeout } from '../host.js'

/** What wx.getUpdateManager() gives a program. */
export const makeUpdateManager = () => ({
  applyUpdate() {},
  onCheckForUpdate(/** @type {unknown} */ listener) {
    if (typeof listener === 'function') setTimeout(() => listener({ hasUpdate: false }))
  },
  onUpdateReady() {},
  onUpdateFailed() {},
})
