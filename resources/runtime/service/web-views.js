// The <web-view>s, of which a page shows one at most. The host draws it and loads what it names. What the page of the
// web posts to the program waits here until the program's page is left, as on the phone.

import { triggerEvent } from 'glass-easel'
import { setTimeout } from './host.js'

const MOST_MESSAGES = 1000
const A_MOMENT = 200

/** The <web-view> of a page. */
export class WebView {
  /** The address that it shows now. */
  url = ''
  /** @type {unknown[]} */ #said = []

  /**
   * @param {number} id the number of its node
   * @param {TreeElement} element
   * @param {string} src
   */
  constructor(id, element, src) {
    this.id = id
    this.element = element
    this.src = src
  }

  /**
   * Keeps a message that the page of the web posted.
   * @param {unknown} data
   */
  hear(data) {
    if (this.#said.length < MOST_MESSAGES) this.#said.push(data)
  }

  /** Fires `message` with what was posted since the last time. */
  deliver() {
    if (this.#said.length) this.fire('message', { data: this.#said.splice(0) })
  }

  /**
   * @param {string} event
   * @param {object} detail
   */
  fire(event, detail) {
    triggerEvent(this.element, event, detail, { bubbles: false })
  }
}

/** Tells the host which <web-view>s there are, and the program what their pages say. */
export class WebViews {
  #pages
  #view
  #journal

  /**
   * @param {{pages: import('./pages.js').Pages, view: import('./view.js').View,
   *   journal: import('./journal.js').Journal,
   *   events: import('./events.js').Events}} parts
   */
  constructor({ pages, view, journal, events }) {
    this.#pages = pages
    this.#view = view
    this.#journal = journal
    events.on('webView', (/** @type {any} */ heard) => this.#heard(heard))
  }

  /**
   * Handles a <web-view> that has come onto a page, names another address, or has left (src is null).
   * @param {{id: number, src: string | null}} message
   */
  moved({ id, src }) {
    const page = this.#pageOf(id)
    const webView = page?.webViews.find((each) => each.id === id)
    if (!webView && src !== null) this.#add(id, src)
    else if (webView && src !== null) webView.src = src
    else if (webView) this.#remove(/** @type {import('./page.js').Page} */ (page), webView)
    this.#pages.refreshChrome()
  }

  /**
   * @param {number} id
   * @param {string} src
   */
  #add(id, src) {
    const node = this.#view.nodes.get(id)
    const page = node && this.#pages.page(node.page.number)
    if (!page) return
    page.webViews.push(new WebView(id, node.__wxElement, src))
    if (page.webView?.id !== id) setTimeout(() => this.#complain(page, id), A_MOMENT)
  }

  /**
   * @param {import('./page.js').Page} page
   * @param {WebView} webView
   */
  #remove(page, webView) {
    webView.deliver()
    page.webViews.splice(page.webViews.indexOf(webView), 1)
  }

  /**
   * Reports a second <web-view> of a page. It is checked late, because one that takes the place of another may come
   * before that goes.
   * @param {import('./page.js').Page} page
   * @param {number} id
   */
  #complain(page, id) {
    if (!page.webViews.slice(1).some((each) => each.id === id)) return
    this.#journal.say('warn', `${page.path}: a page has only one <web-view>; the second one is not shown`, null)
  }

  /**
   * Handles what the host says of a <web-view>.
   * @param {{id: number, event: string, detail: any}} heard
   */
  #heard({ id, event, detail }) {
    const page = this.#pageOf(id)
    if (page?.webView?.id !== id) return
    if (event === 'message') page.webView.hear(detail)
    else if (event === 'title') this.#name(page, detail)
    else page.webView.fire(event, detail)
    if (event === 'load') page.webView.url = detail.src
  }

  /**
   * Shows the title of the web's page in the navigation bar.
   * @param {import('./page.js').Page} page
   * @param {string} title
   */
  #name(page, title) {
    page.bar.title = title
    this.#pages.refreshChrome()
  }

  /** @param {number} id */
  #pageOf(id) {
    return [...this.#pages.all].find((page) => page.webViews.some((each) => each.id === id))
  }
}
