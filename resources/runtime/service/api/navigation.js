// wx.navigateTo and the other ways between pages; this.router and this.pageRouter have the same ways, relative to
// themselves.

import { RouteError } from '../pages.js'
import { failure, makeFunction, ok } from './convention.js'

/** @typedef {ReturnType<typeof navigationFunctions>} Router */

/**
 * @param {import('../pages.js').Pages} pages
 * @param {import('../journal.js').Journal} journal
 * @param {() => string} base what a relative address starts from when the person is led there
 */
export function navigationFunctions(pages, journal, base) {
  /**
   * @param {string} name
   * @param {(options: import('./convention.js').Options) => object | void} go
   */
  const route = (name, go) =>
    makeFunction(
      name,
      (options, settle) => {
        pages.afterLaunch(() => settle(attempt(name, () => go(options))))
      },
      journal,
    )
  return {
    navigateTo: route('navigateTo', ({ url, events }) => ({ eventChannel: pages.navigateTo(url, base(), events) })),
    redirectTo: route('redirectTo', ({ url }) => pages.redirectTo(url, base())),
    reLaunch: route('reLaunch', ({ url }) => pages.reLaunch(url, base())),
    switchTab: route('switchTab', ({ url }) => pages.switchTab(url, base())),
    navigateBack: route('navigateBack', ({ delta }) => pages.navigateBack(delta)),
  }
}

/**
 * The router of each page and component.
 * @param {import('../pages.js').Pages} pages
 * @param {import('../journal.js').Journal} journal
 */
export function makeRouters(pages, journal) {
  /** @type {Map<string, Router>} */ const made = new Map()
  return (/** @type {string} */ path) => {
    const router = made.get(path) ?? navigationFunctions(pages, journal, () => path)
    made.set(path, router)
    return router
  }
}

/**
 * The answer of a way that may not be open.
 * @param {string} name
 * @param {() => object | void} go
 */
export function attempt(name, go) {
  try {
    return ok(name, go() ?? {})
  } catch (error) {
    if (error instanceof RouteError) return failure(name, error.message)
    throw error
  }
}
