// The wx functions about the bars that Qt draws: navigation bar and tab bar.

import { CODE } from '../../operations.js'
import { failure, makeFunction, ok, parameterError } from './convention.js'

/** @typedef {import('./convention.js').Options} Options */

/** The front colours that there are: title and status bar are white or black. */
const FRONT_COLORS = ['#ffffff', '#000000']

/**
 * The parameters that a call must have, and their types.
 * @type {Record<string, Record<string, string>>}
 */
const REQUIRED = {
  setNavigationBarTitle: { title: 'String' },
  setNavigationBarColor: { frontColor: 'String', backgroundColor: 'String' },
  setTabBarItem: { index: 'Number' },
  setTabBarBadge: { index: 'Number', text: 'String' },
  removeTabBarBadge: { index: 'Number' },
  showTabBarRedDot: { index: 'Number' },
  hideTabBarRedDot: { index: 'Number' },
}

/**
 * @param {import('../pages.js').Pages} pages
 * @param {import('../chrome.js').Chrome} chrome
 * @param {import('../view.js').View} view
 * @param {import('../journal.js').Journal} journal
 */
export function barFunctions(pages, chrome, view, journal) {
  /** @type {Record<string, (options: Options) => string | void>} a reason to fail, or nothing */
  const changes = {
    ...navigationBarChanges(pages, view),
    ...tabBarChanges(chrome, pages),
    ...backgroundChanges(pages, view),
  }
  return Object.fromEntries(
    Object.entries(changes).map(([name, change]) => [
      name,
      makeFunction(
        name,
        (options, settle) => {
          const problem = parameterError(options, REQUIRED[name] ?? {})
          if (problem) return settle(failure(name, problem, 1001))
          const reason = change(options)
          pages.refreshChrome()
          return settle(reason ? failure(name, reason) : ok(name))
        },
        journal,
      ),
    ]),
  )
}

/**
 * @param {import('../pages.js').Pages} pages
 * @param {import('../view.js').View} view
 * @returns {Record<string, (options: Options) => string | void>}
 */
function navigationBarChanges(pages, view) {
  /**
   * Changes the bar of the page in front; without a page nothing happens.
   * @param {Partial<import('../chrome.js').Bar>} fields
   */
  const change = (fields) => {
    if (pages.front) Object.assign(pages.front.bar, fields)
  }
  return {
    setNavigationBarTitle: ({ title }) => {
      change({ title })
      if (pages.front) view.do(CODE.configurePage, pages.front.number, { title })
    },
    setNavigationBarColor: ({ frontColor, backgroundColor }) => {
      if (!FRONT_COLORS.includes(frontColor)) return `invalid frontColor "${frontColor}"`
      return change({ text: frontColor === '#000000' ? 'black' : 'white', background: backgroundColor })
    },
    showNavigationBarLoading: () => change({ loading: true }),
    hideNavigationBarLoading: () => change({ loading: false }),
    hideHomeButton: () => change({ homeHidden: true }),
  }
}

/** @typedef {(change: (bar: import('../chrome.js').TabBarState) => string | void) => string | void} OnTabPage */

/**
 * @param {import('../chrome.js').Chrome} chrome
 * @param {import('../pages.js').Pages} pages
 * @returns {Record<string, (options: Options) => string | void>}
 */
function tabBarChanges(chrome, pages) {
  /** @type {OnTabPage} */
  const onTabPage = (change) => {
    if (!chrome.tabBar || !pages.front || chrome.tabOf(pages.front.path) === -1) return 'not TabBar page'
    return change(chrome.tabBar)
  }
  const set = (/** @type {Partial<import('../chrome.js').TabBarState>} */ fields) =>
    onTabPage((bar) => void Object.assign(bar, fields))
  return {
    showTabBar: () => set({ visible: true }),
    hideTabBar: () => set({ visible: false }),
    setTabBarStyle: (options) => set(given(options, ['color', 'selectedColor', 'backgroundColor', 'borderStyle'])),
    ...tabChanges(onTabPage),
  }
}

/**
 * Returns the functions that change one tab.
 * @param {OnTabPage} onTabPage
 * @returns {Record<string, (options: Options) => string | void>}
 */
function tabChanges(onTabPage) {
  /**
   * @param {Options} options
   * @param {Partial<import('../chrome.js').TabItem>} fields
   */
  const set = ({ index }, fields) =>
    onTabPage((bar) => {
      const item = bar.list[index]
      if (!item) return 'tabbar item not found'
      return void Object.assign(item, fields)
    })
  return {
    setTabBarItem: (options) => set(options, given(options, ['text', 'iconPath', 'selectedIconPath', 'pagePath'])),
    setTabBarBadge: (options) => set(options, { badge: options.text, dot: false }),
    removeTabBarBadge: (options) => set(options, { badge: '' }),
    showTabBarRedDot: (options) => set(options, { dot: true, badge: '' }),
    hideTabBarRedDot: (options) => set(options, { dot: false }),
  }
}

/**
 * Returns the functions that change what shows behind a page that is pulled down.
 * @param {import('../pages.js').Pages} pages
 * @param {import('../view.js').View} view
 * @returns {Record<string, (options: Options) => string | void>}
 */
function backgroundChanges(pages, view) {
  const configure = (/** @type {object} */ settings) => {
    const { front } = pages
    if (!front) return 'page not found'
    view.do(CODE.configurePage, front.number, settings)
    return undefined
  }
  return {
    setBackgroundColor: ({ backgroundColor }) => {
      if (pages.front && backgroundColor) pages.front.bar.behindPage = String(backgroundColor)
      return configure({ background: backgroundColor })
    },
    setBackgroundTextStyle: ({ textStyle }) => configure({ textStyle }),
  }
}

/**
 * Returns the named fields that were given as text.
 * @param {Options} options
 * @param {string[]} names
 */
const given = (options, names) =>
  Object.fromEntries(names.filter((name) => typeof options[name] === 'string').map((name) => [name, options[name]]))
