// What comes in: events and answers of the view, and messages of the host. Each is brought to the object it is for.

import { triggerEvent } from 'glass-easel'
import { CODE } from '../operations.js'
import { targetRecord } from './gaps.js'
import { listen } from './host.js'
import { noteShared } from './open-type.js'

/** The events of a <form>, which name the button that was tapped. */
const FORM_EVENTS = new Set(['submit', 'reset'])

/** Listens to the view and to the host; nothing else does. */
export class Input {
  #parts

  /**
   * @param {{channel: import('./channel.js').Channel, view: import('./view.js').View,
   *   journal: import('./journal.js').Journal,
   *   pages: import('./pages.js').Pages, chrome: import('./chrome.js').Chrome, events: import('./events.js').Events,
   *   app: import('./app.js').App, screen: import('./backend.js').Screen, wx: Record<string, any>,
   *   openTypes: import('./open-type.js').OpenTypes, cameras: import('./cameras.js').Cameras,
   *   livePushers: import('./live-pushers.js').LivePushers, mapLocations: import('./map-locations.js').MapLocations,
   *   sounds: import('./sounds.js').Sounds, webViews: import('./web-views.js').WebViews}} parts
   */
  constructor(parts) {
    this.#parts = parts
  }

  listen() {
    const { channel } = this.#parts
    const actions = this.#actions()
    listen('message', ({ data }) => actions[data.type]?.(data))
    channel.on('event', (name, detail) => this.#happen(name, detail))
    channel.on('greet', () => channel.tell('greeted'))
    channel.on('back', () => this.#goBack())
    channel.on('tab', (index) => this.#tapTab(index))
    channel.on('share', () => this.#share())
    channel.on('open', (url) => this.#call('reLaunch', { url }))
    channel.on('navigate', (api, args) => this.#call(api, args))
  }

  /**
   * Returns what to do with a message of the view, by its type.
   * @returns {Record<string, (message: any) => unknown>}
   */
  #actions() {
    const { channel, view, pages, cameras, livePushers, mapLocations, sounds, webViews } = this.#parts
    const pageOf = (/** @type {{page: number}} */ message) => pages.page(message.page)
    return {
      host: ({ text }) => channel.receive(text),
      event: (message) => this.#trigger(message),
      answer: ({ question, value }) => this.#guard('answer', () => view.answer(question, value)),
      model: ({ id, name, value }) => this.#guard('model', () => view.nodes.get(id)?.models?.get(name)?.(value)),
      openType: (message) => this.#openType(message),
      camera: (message) => this.#guard('camera', () => cameras.moved(message)),
      livePusher: (message) => this.#guard('live-pusher', () => livePushers.moved(message)),
      mapLocation: (message) => this.#guard('map', () => mapLocations.moved(message)),
      sound: (message) => sounds.heard(message),
      webView: (message) => this.#guard('web-view', () => webViews.moved(message)),
      navigate: ({ api, args }) => this.#call(api, args),
      pageScroll: (message) => pageOf(message)?.call('onPageScroll', { scrollTop: message.scrollTop }),
      reachBottom: (message) => pageOf(message)?.call('onReachBottom'),
      pullDown: (message) => pageOf(message)?.call('onPullDownRefresh'),
    }
  }

  /**
   * Triggers an event of the view at its element, or at the nearest of those `around` it if it has gone meanwhile, and
   * remembers which field has the focus.
   * @param {{id: number, around?: number[], name: string, detail: unknown, bubbles: boolean, composed: boolean,
   *   extra?: object}} event
   */
  #trigger({ id, around = [], name, detail, bubbles, composed, extra }) {
    const { view } = this.#parts
    const there = [id, ...around].find((one) => view.nodes.has(one))
    const element = there === undefined ? undefined : view.nodes.get(there)?.__wxElement
    if (!element) return
    if (name === 'focus') view.focused = id
    if (name === 'blur' && view.focused === id) view.focused = null
    const extraFields = /** @type {Record<string, unknown>} */ (extra)
    const handleListenerReturn =
      name === 'input' ? (/** @type {unknown} */ answer) => this.#replaceTyped(id, answer) : undefined
    const told = FORM_EVENTS.has(name) ? this.#withButton(detail) : detail
    triggerEvent(element, name, told, { bubbles, composed, capturePhase: true, extraFields, handleListenerReturn })
  }

  /**
   * Returns the detail of a form's event with its button as programs know it: by id and dataset.
   * @param {any} detail has the button's node as `target`
   */
  #withButton(detail) {
    const button = this.#parts.view.nodes.get(detail.target)?.__wxElement
    return { ...detail, target: button && targetRecord(button) }
  }

  /**
   * Replaces what was typed by what a listener of `input` returned: a text, or {value, cursor}.
   * @param {number} id
   * @param {unknown} answer
   */
  #replaceTyped(id, answer) {
    const { value, cursor } = typeof answer === 'string' ? { value: answer, cursor: undefined } : Object(answer)
    if (typeof value === 'string') this.#parts.view.do(CODE.invoke, id, 'replaceValue', [value, cursor])
    return answer !== false
  }

  /**
   * Does what the open-type of a tapped <button> says.
   * @param {{id: number, openType: string, detail: unknown}} message
   */
  #openType({ id, openType, detail }) {
    const element = this.#parts.view.nodes.get(id)?.__wxElement
    if (element) this.#parts.openTypes.tapped(element, openType, detail)
  }

  /**
   * Handles an event of the phone: the page and the app hear it in the platform's order, then whoever listens with
   * wx.onX.
   * @param {string} name
   * @param {any} detail
   */
  #happen(name, detail) {
    const { events, app, pages } = this.#parts
    if (name === 'appShow')
      return this.#guard('appShow', () => {
        app.show(detail)
        pages.front?.show()
      })
    if (name === 'appHide')
      return this.#guard('appHide', () => {
        pages.front?.hide()
        app.hide(detail)
      })
    if (name === 'themeChange') this.#changeTheme(detail)
    if (name === 'contrastChange') return this.#changeContrast(detail)
    if (name === 'windowResize') return events.emit(name, this.#resize(detail))
    return events.emit(name, detail)
  }

  /**
   * Takes over another theme: pages, bars, then App.onThemeChange.
   * @param {{theme: string}} detail
   */
  #changeTheme(detail) {
    const { app, chrome, pages, screen } = this.#parts
    chrome.theme = screen.theme = detail.theme
    this.#configurePages()
    pages.refreshChrome()
    app.themeChange(detail)
  }

  /**
   * Takes over whether the person wants more contrast, which the program does not hear.
   * @param {{contrast: boolean}} detail
   */
  #changeContrast({ contrast }) {
    this.#parts.chrome.setContrast(contrast)
    this.#configurePages()
  }

  #configurePages() {
    const { chrome, pages, view } = this.#parts
    for (const page of pages.all) view.do(CODE.configurePage, page.number, chrome.windowOf(page))
  }

  /**
   * Takes over another size of the screen, or other edges; returns what the program is told.
   * @param {{size?: {windowWidth: number, windowHeight: number}, insets?: import('./chrome.js').Insets}} detail
   */
  #resize({ insets, ...told }) {
    const { chrome, pages, screen } = this.#parts
    if (told.size) Object.assign(screen, { width: told.size.windowWidth, height: told.size.windowHeight })
    if (insets) {
      chrome.insets = insets
      this.#configurePages()
    }
    for (const page of pages.all) {
      page.lifetime('resize', told)
      page.call('onResize', told)
    }
    return told
  }

  #goBack() {
    const { pages, channel } = this.#parts
    const content = pages.front?.leaveQuestion
    if (!content) return this.#leave()
    return channel.call('showModal', { title: '', content }, ({ confirm }) => confirm && this.#leave())
  }

  #leave() {
    const { pages, channel } = this.#parts
    if (pages.stack.length > 1) this.#guard('back', () => pages.navigateBack(1))
    else channel.tell('exit')
  }

  /**
   * Switches to the tab that the person tapped, and tells the page that it was tapped.
   * @param {number} index
   */
  #tapTab(index) {
    const { pages, chrome } = this.#parts
    const item = chrome.tabBar?.list[index]
    if (!item) return
    this.#guard('tab', () => pages.switchTab(`/${item.pagePath}`, ''))
    pages.front?.call('onTabItemTap', { index, pagePath: item.pagePath, text: item.text })
  }

  #share() {
    const { pages, journal } = this.#parts
    const { front } = pages
    front?.webView?.deliver()
    const answer = front?.call('onShareAppMessage', { from: 'menu', target: undefined, webViewUrl: front.webView?.url })
    noteShared(journal, answer)
  }

  /**
   * Calls a wx function as the program would; a failure becomes a line of the console.
   * @param {string} api
   * @param {object} args
   */
  #call(api, args) {
    const { wx, journal } = this.#parts
    const fail = (/** @type {Record<string, unknown>} */ result) => journal.write('error', [result.errMsg], null)
    this.#guard(api, () => wx[api]?.({ ...args, fail }))
  }

  /**
   * Runs what an event asks for; an error becomes a line of the console.
   * @param {string} where
   * @param {() => unknown} run
   */
  #guard(where, run) {
    return this.#parts.journal.guard(where, run)
  }
}
