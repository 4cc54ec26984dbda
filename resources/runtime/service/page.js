// One page of the stack: its tree, its program side (`this` of the page) and its life cycle.

import { Element } from 'glass-easel'
import { PAGE_TAG } from './backend.js'
import { Query } from './host.js'

/** @typedef {Record<string, unknown>} Instance what a program calls `this` in a page or component */

/**
 * Stands for the placeholder that glass-easel would replace by the element of a page, which is in place from the
 * start.
 */
const IN_PLACE = /** @type {any} */ ({ replaceChild() {} })

/** A page. Pages makes one when a page is entered, and unloads it. */
export class Page {
  /**
   * The end of the channel to the page that opened this one.
   * @type {import('./event-channel.js').EventChannel | null}
   */
  opener = null
  /** @type {import('./chrome.js').Bar} */ bar
  /** @type {any} the component behind getTabBar() */ tabBar = null
  /**
   * The <web-view>s of the page; the first is shown.
   * @type {import('./web-views.js').WebView[]}
   */
  webViews = []
  shown = false
  /** The question before the phone's back leaves the page; '' if nothing is asked. */
  leaveQuestion = ''
  #closed = false
  #journal
  #root

  /**
   * @param {{number: number, path: string, query: Record<string, string>, config: Record<string, unknown>,
   *   bar: import('./chrome.js').Bar, space: import('./space.js').Space, journal: import('./journal.js').Journal,
   *   backend: import('./backend.js').PageBackend}} parts
   */
  constructor({ number, path, query, config, bar, space, journal, backend }) {
    this.number = number
    this.path = path
    this.query = query
    this.config = config
    this.bar = bar
    this.backend = backend
    this.#journal = journal
    this.#root = journal.guard(path, () => this.#makeRoot(space))
    if (!this.#root) showProblem(backend, `${path}: the page cannot be made; the console says why`)
    this.instance = /** @type {Instance} */ (this.#root?.get() ?? {})
    Object.assign(this.instance, { route: path, __route__: path, __wxWebviewId__: number, options: query })
  }

  /** Returns the component of the page; undefined if it could not be made. */
  get component() {
    return /** @type {any} */ (this.#root?.getComponent() ?? null)
  }

  /** Returns the <web-view> that covers the page; null if none does. */
  get webView() {
    return this.webViews.at(0) ?? null
  }

  /** Attaches the components of the page, then calls onLoad. */
  load() {
    this.#root?.attach(IN_PLACE, IN_PLACE)
    this.call('onLoad', this.query)
  }

  show() {
    if (this.shown) return
    this.shown = true
    this.lifetime('show')
    this.call('onShow')
  }

  hide() {
    if (!this.shown) return
    this.shown = false
    this.call('onHide')
    this.lifetime('hide')
  }

  /**
   * Calls onReady and `onDrawn` when the view has drawn the page for the first time.
   * @param {() => void} onDrawn
   */
  whenDrawn(onDrawn) {
    this.backend.render(() => {
      if (this.#closed) return
      this.call('onReady')
      onDrawn()
    })
  }

  unload() {
    this.shown = false
    this.webView?.deliver()
    this.call('onUnload')
    this.tabBar?.release()
    this.#journal.guard(this.path, () => this.#root?.release())
    this.#closed = true
    this.backend.destroy()
  }

  /**
   * Calls a method of the page, if it has it; what it throws is reported.
   * @param {string} name
   * @param {...unknown} args
   * @returns {unknown}
   */
  call(name, ...args) {
    const method = this.instance[name]
    if (typeof method !== 'function') return undefined
    return this.#journal.guard(`${this.path} ${name}`, () => method.apply(this.instance, args))
  }

  /**
   * Triggers a lifetime of the page (show, hide, resize) at its components.
   * @param {string} name
   * @param {...unknown} args
   */
  lifetime(name, ...args) {
    this.component?.triggerPageLifetime(name, args)
    this.tabBar?.getComponent().triggerPageLifetime(name, args)
  }

  /**
   * Puts the program's own tab bar into the page.
   * @param {import('./space.js').Space} space
   * @param {string} path
   */
  addTabBar(space, path) {
    const backend = /** @type {any} */ (this.backend)
    this.tabBar = space.environment.associateBackend(backend).createRoot('custom-tab-bar', space.code, `/${path}`)
    this.component?.getBackendElement().appendChild(this.tabBar.getComponent().getBackendElement())
    Element.pretendAttached(this.tabBar.getComponent())
  }

  /**
   * Makes the component of the page.
   * @param {import('./space.js').Space} space
   */
  #makeRoot(space) {
    const url = `/${this.path}?${new Query(this.query).toString().replaceAll('+', '%20')}`
    return space.environment.associateBackend(/** @type {any} */ (this.backend)).createRoot(PAGE_TAG, space.code, url)
  }
}

/**
 * Shows on the page why it could not be made, so that it is not blank.
 * @param {import('./backend.js').PageBackend} backend
 * @param {string} message
 */
function showProblem(backend, message) {
  const box = backend.createElement('wx-view', 'view')
  box.setStyle('padding:16px;font-size:14px;line-height:1.5;color:#fa5151')
  box.appendChild(backend.createTextNode(message))
  const body = backend.body ?? backend.createElement(PAGE_TAG, PAGE_TAG)
  body.appendChild(box)
}
