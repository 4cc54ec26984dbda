// The <web-view>s: a page has at most one. The host draws it and loads what it names; what the web's page says to the
// program waits here until the page is left, as on the phone.

import { triggerEvent } from 'glass-easel'
import { setTimeout } from './host.js'

const MOST_MESSAGES = 1000
const A_MOMENT = 200

/** What a page knows of its <web-view>. */
export class WebView {
  /** Where it is now. */
  url = ''
  /** @type {unknown[]} */ #said = []

  /**
   * @param {number} id its node
   * @param {TreeElement} element
   * @param {string} src
   */
  constructor(id, element, src) {
    this.id = id
    this.element = element
    this.src = src
  }

  /**
   * The web's page posted a message.
   * @param {unknown} data
   */
  hear(data) {
    if (this.#said.length < MOST_MESSAGES) this.#said.push(data)
  }

  /** Hands over what was posted since the last time. */
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

/** Tells the host which <web-view> is in front, and the program what the web's page says. */
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
   * One came onto a page, names another address, or left (src is null).
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
   * One that takes the place of another may come before that goes.
   * @param {import('./page.js').Page} page
   * @param {number} id
   */
  #complain(page, id) {
    if (!page.webViews.slice(1).some((each) => each.id === id)) return
    this.#journal.write('warn', [`${page.path}: a page has only one <web-view>; the second one is not shown`], null)
  }

  /**
   * What the host says of one.
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
   * The bar shows the title of what is shown.
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
