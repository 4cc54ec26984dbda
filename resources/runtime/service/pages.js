// The page stack: which pages are open, which is in front, and the rules by which one leads to another.

import { CODE } from '../operations.js'
import { PageBackend } from './backend.js'
import { EventChannel } from './event-channel.js'
import { queueMicrotask } from './host.js'
import { Page } from './page.js'
import { parseUrl } from './paths.js'
import { scopeNames } from './space.js'

/** @typedef {'push' | 'pop' | 'none'} Way */
/** @typedef {{path: string, query: Record<string, string>}} Address */

const DEEPEST = 10
const CUSTOM_TAB_BAR = 'custom-tab-bar/index'

/** Says why a route cannot be taken: the text after `navigateTo:fail `, and its number if it has one. */
export class RouteError extends Error {
  /**
   * @param {string} message
   * @param {number} [errno]
   */
  constructor(message, errno) {
    super(message)
    this.errno = errno
  }
}

/** Opens and closes pages; each of the platform's routes is a method. */
export class Pages {
  /** @type {Page[]} */ #stack = []
  /**
   * The tab pages that have been opened, by path; all but the one in front wait.
   * @type {Map<string, Page>}
   */
  #tabs = new Map()
  #lastNumber = 0
  #parts
  /** @type {(address: Address) => void} */ #onNotFound = () => {}
  /** @type {() => void} */ #onChange = () => {}
  /**
   * The jobs that wait for the first page; null once it is there.
   * @type {(() => void)[] | null}
   */
  #waiting = []

  /**
   * @param {{boot: import('./main.js').Boot, view: import('./view.js').View, chrome: import('./chrome.js').Chrome,
   *   space: import('./space.js').Space, components: import('./components.js').Components,
   *   journal: import('./journal.js').Journal, screen: import('./backend.js').Screen,
   *   styleOf: (path: string) => string, tell: (kind: string, ...rest: unknown[]) => void}} parts
   */
  constructor(parts) {
    this.#parts = parts
  }

  get front() {
    return this.#stack.at(-1)
  }

  get stack() {
    return this.#stack
  }

  /** Returns every page that exists, the waiting tab pages too. */
  get all() {
    return new Set([...this.#stack, ...this.#tabs.values()])
  }

  /**
   * Returns the page of that number; undefined if there is none.
   * @param {number} number
   */
  page(number) {
    return [...this.all].find((page) => page.number === number)
  }

  /**
   * Sets who hears of addresses that lead to no page.
   * @param {(address: Address) => void} listener
   */
  onNotFound(listener) {
    this.#onNotFound = listener
  }

  /**
   * Sets who hears that pages came, went, or changed places.
   * @param {() => void} listener
   */
  onChange(listener) {
    this.#onChange = listener
  }

  /**
   * Opens the first page of the program.
   * @param {Address} address
   */
  launch(address) {
    if (this.#parts.boot.pages.includes(address.path)) this.#enter(address, 'none')
    else this.#onNotFound(address)
    const waiting = this.#waiting ?? []
    this.#waiting = null
    waiting.forEach((job) => queueMicrotask(job))
  }

  /**
   * Runs a job soon, but not before the first page of the program is there: App.onLaunch may lead on to another.
   * @param {() => void} job
   */
  afterLaunch(job) {
    if (this.#waiting) this.#waiting.push(job)
    else queueMicrotask(job)
  }

  /**
   * Opens a page over the one in front.
   * @param {string} url
   * @param {string} base the page or component that `url` is relative to
   * @param {Record<string, unknown>} [events] listeners of the opener, by event
   * @returns {EventChannel} the opener's end of the channel
   * @throws {RouteError} if the page is a tab page or not there, or the stack is full
   */
  navigateTo(url, base, events = {}) {
    const address = this.#address(url, base)
    if (this.isTab(address.path)) throw new RouteError('can not navigateTo a tabbar page')
    if (this.#stack.length >= DEEPEST) throw new RouteError('webview count limit exceed')
    const [ours, theirs] = EventChannel.pair(this.#parts.journal)
    for (const [name, listener] of Object.entries(Object(events))) ours.on(name, listener)
    this.front?.hide()
    this.#enter(address, 'push', theirs)
    return ours
  }

  /**
   * Replaces the page in front.
   * @param {string} url
   * @param {string} base
   * @throws {RouteError} if the page is a tab page or not there
   */
  redirectTo(url, base) {
    const address = this.#address(url, base)
    if (this.isTab(address.path)) throw new RouteError('can not redirectTo a tabbar page')
    const leaving = this.#stack.pop()
    if (leaving) this.#close(leaving)
    this.#enter(address, 'none')
  }

  /**
   * Closes all pages and opens one.
   * @param {string} url
   * @param {string} base
   * @throws {RouteError} if the page is not there
   */
  reLaunch(url, base) {
    const address = this.#address(url || `/${this.front?.path ?? ''}`, base)
    this.#closeAll()
    this.#enter(address, 'none')
  }

  /**
   * Shows a tab page; closes the pages over the tabs.
   * @param {string} url
   * @param {string} base
   * @throws {RouteError} if the page is no tab page
   */
  switchTab(url, base) {
    const { path } = this.#address(url, base)
    if (!this.isTab(path)) throw new RouteError('can not switch to non-TabBar page')
    while (this.#stack.length > 1) this.#close(/** @type {Page} */ (this.#stack.pop()))
    const before = this.#stack[0]
    if (before?.path === path) return this.#appear(before, 'pop')
    if (before) this.#setAside(before)
    const kept = this.#tabs.get(path)
    if (!kept) return this.#enter({ path, query: {} }, 'none')
    this.#stack = [kept]
    this.#appear(kept, 'none')
  }

  /**
   * Closes pages from the top of the stack, but never the last.
   * @param {number} delta
   * @throws {RouteError} if there is only one page
   */
  navigateBack(delta) {
    if (this.#stack.length < 2) throw new RouteError('cannot navigate back at first page.')
    const count = Math.min(Math.max(1, Math.trunc(delta) || 1), this.#stack.length - 1)
    for (const page of this.#stack.splice(-count).reverse()) this.#close(page)
    this.#appear(/** @type {Page} */ (this.front), 'pop')
  }

  /** Sends the host what is drawn around the page in front, if that has changed. */
  refreshChrome() {
    if (this.front) this.#parts.chrome.show(this.front, this.#stack.length, this.all)
  }

  /**
   * Makes a page, puts it on the stack and shows it, unless it led on to another page while it loaded.
   * @param {Address} address
   * @param {Way} way
   * @param {EventChannel | null} [opener]
   */
  #enter(address, way, opener = null) {
    const page = this.#make(address)
    page.opener = opener
    this.#stack.push(page)
    if (this.isTab(page.path)) this.#tabs.set(page.path, page)
    page.load()
    if (this.front === page) this.#appear(page, way) // else it led on to another page while it loaded
    page.whenDrawn(() => this.#parts.tell('ready', page.number))
  }

  /**
   * Makes a page and what it needs, without loading it.
   * @param {Address} address
   */
  #make({ path, query }) {
    const { components, space, view, chrome, screen, styleOf, journal, boot } = this.#parts
    components.prepare(path, true)
    const config = /** @type {Record<string, unknown>} */ (space.code.getComponentStaticConfig(path) ?? {})
    const number = ++this.#lastNumber
    const backend = new PageBackend({ number, path, view, screen, styleOf, scopeName: scopeNames(space) })
    view.do(CODE.configurePage, number, chrome.windowOf({ path, config }))
    const page = new Page({ number, path, query, config, bar: chrome.barOf(config), space, journal, backend })
    if (boot.tabBar?.custom && this.isTab(path)) this.#addTabBar(page)
    return page
  }

  /**
   * Puts the program's own tab bar into a tab page, if the program has one.
   * @param {Page} page
   */
  #addTabBar(page) {
    const { components, space } = this.#parts
    if (!space.code.getComponentStaticConfig(CUSTOM_TAB_BAR)) return
    components.prepare(CUSTOM_TAB_BAR)
    page.addTabBar(space, CUSTOM_TAB_BAR)
  }

  /**
   * Shows a page that has come to the front.
   * @param {Page} page
   * @param {Way} way
   */
  #appear(page, way) {
    this.#parts.view.do(CODE.showPage, page.number, way)
    page.show()
    this.refreshChrome()
    this.#onChange()
  }

  /**
   * Hides a tab page, which waits; closes any other.
   * @param {Page} page
   */
  #setAside(page) {
    this.#stack.pop()
    if (this.#tabs.get(page.path) === page) page.hide()
    else this.#close(page)
  }

  /**
   * Unloads a page.
   * @param {Page} page
   */
  #close(page) {
    this.#tabs.delete(page.path)
    page.unload()
  }

  #closeAll() {
    const pages = [...this.all].reverse()
    this.#stack = []
    for (const page of pages) this.#close(page)
  }

  /**
   * Returns whether a path is a tab page.
   * @param {string} path
   */
  isTab(path) {
    return this.#parts.chrome.tabOf(path) !== -1
  }

  /**
   * Returns the page and query that a url means.
   * @param {string} url
   * @param {string} base
   * @returns {Address}
   * @throws {RouteError} if there is no such page; it names the query too
   */
  #address(url, base) {
    const address = parseUrl(url, base)
    if (this.#parts.boot.pages.includes(address.path)) return address
    throw new RouteError(`page "${address.path}${url.slice(url.split('?', 1)[0].length)}" is not found`)
  }
}
