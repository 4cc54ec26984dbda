// wx.navigateTo and the other ways between pages. this.router and this.pageRouter have the same ways, relative to
// themselves.

import { RouteError } from '../pages.js'
import { failure, makeFunction, ok, parameterError } from './convention.js'

/** @typedef {ReturnType<typeof navigationFunctions>} Router */

/**
 * Makes the functions.
 * @param {import('../pages.js').Pages} pages
 * @param {import('../journal.js').Journal} journal
 * @param {() => string} base gives the page that a relative address starts from
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
  /**
   * @param {string} name
   * @param {(options: import('./convention.js').Options) => object | void} go
   */
  const routeTo = (name, go) =>
    route(name, (options) => {
      const problem = parameterError(options, { url: 'String' })
      if (problem) throw new RouteError(problem, 1001)
      return go(options)
    })
  return {
    navigateTo: routeTo('navigateTo', ({ url, events }) => ({ eventChannel: pages.navigateTo(url, base(), events) })),
    redirectTo: routeTo('redirectTo', ({ url }) => pages.redirectTo(url, base())),
    reLaunch: routeTo('reLaunch', ({ url }) => pages.reLaunch(url, base())),
    switchTab: routeTo('switchTab', ({ url }) => pages.switchTab(url, base())),
    navigateBack: route('navigateBack', ({ delta }) => pages.navigateBack(delta)),
  }
}

/**
 * Makes the function that gives the router of a page or component.
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
 * Returns the result of a route; a RouteError becomes a failure.
 * @param {string} name
 * @param {() => object | void} go
 */
export function attempt(name, go) {
  try {
    return ok(name, go() ?? {})
  } catch (error) {
    if (error instanceof RouteError) return failure(name, error.message, error.errno)
    throw error
  }
}
