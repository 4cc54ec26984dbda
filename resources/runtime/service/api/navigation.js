// wx.navigateTo and the other ways between pages.

import { queueMicrotask } from '../host.js'
import { RouteError } from '../pages.js'
import { failure, makeFunction, ok } from './convention.js'

/** @param {import('../pages.js').Pages} pages @param {import('../journal.js').Journal} journal */
export function navigationFunctions(pages, journal) {
  /** @param {string} name @param {(options: import('./convention.js').Options) => object | void} go */
  const route = (name, go) => makeFunction(name, (options, settle) => {
    queueMicrotask(() => settle(attempt(name, () => go(options))))
  }, journal)
  return {
    navigateTo: route('navigateTo', ({ url, events }) => ({ eventChannel: pages.navigateTo(url, events) })),
    redirectTo: route('redirectTo', ({ url }) => pages.redirectTo(url)),
    reLaunch: route('reLaunch', ({ url }) => pages.reLaunch(url)),
    switchTab: route('switchTab', ({ url }) => pages.switchTab(url)),
    navigateBack: route('navigateBack', ({ delta }) => pages.navigateBack(delta)),
  }
}

/** @param {string} name @param {() => object | void} go */
function attempt(name, go) {
  try {
    return ok(name, go() ?? {})
  } catch (error) {
    if (error instanceof RouteError) return failure(name, error.message)
    throw error
  }
}
