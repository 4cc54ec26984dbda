// wx.onAppRouteDone: which way led to the page in front. WeChat does not document it; scripts that drive programs wait
// for it after every way between pages.

/** @typedef {import('./page.js').Page} Page */

const EVENTS = ['appRoute', 'appRouteDone']

/** Tells whoever listens of every page that has come to the front, once it is drawn. */
export class Routes {
  #pages
  #events
  /** @type {Page[]} */ #before = []

  /**
   * @param {import('./pages.js').Pages} pages
   * @param {import('./events.js').Events} events
   */
  constructor(pages, events) {
    this.#pages = pages
    this.#events = events
  }

  pagesChanged() {
    const before = this.#before
    const stack = (this.#before = [...this.#pages.stack])
    const front = stack.at(-1)
    if (!front || front === before.at(-1) || !EVENTS.some((name) => this.#events.isHeard(name))) return
    const { number: webviewId, path, query } = front
    const told = { webviewId, path, query, openType: wayBetween(before, stack, this.#pages.isTab(path)) }
    this.#events.emit('appRoute', told)
    front.backend.render(() => this.#events.emit('appRouteDone', told))
  }
}

/**
 * Returns the name of the way from one stack of pages to another.
 * @param {Page[]} before
 * @param {Page[]} after
 * @param {boolean} leadsToTab
 */
function wayBetween(before, after, leadsToTab) {
  const kept = after.filter((page) => before.includes(page)).length
  if (before.length === 0) return 'appLaunch'
  if (leadsToTab && after.length === 1 && kept === 0) return 'switchTab'
  if (kept === after.length) return 'navigateBack'
  if (kept === before.length) return 'navigateTo'
  return kept > 0 || before.length === 1 ? 'redirectTo' : 'reLaunch'
}
