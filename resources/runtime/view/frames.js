// One frame for each page of the program's stack: a document of its own in which the built-in components are defined.

import { defineComponents } from '../components/index.js'
import BASE from './base.css'
import { watchEvents } from './events.js'
import { Ground } from './ground.js'
import { PageScroll } from './page-scroll.js'
import { PullDown } from './pull-down.js'
import { setInsets } from './insets.js'
import { Reach } from './reach.js'
import { holdBehindCatchers } from './scrollers.js'
import { plainSheet, programSheet } from './sheets.js'
import { TYPEFACE } from './typeface.js'

/** @typedef {(message: object, transfer?: Transferable[]) => void} Send to the service */
/**
 * What a page's json says about its window; a field that is left out changes nothing.
 * @typedef {object} PageConfig
 * @property {string} [background] behind the page: seen when it is pulled down
 * @property {boolean} [disableScroll]
 * @property {boolean} [pullDown] may be pulled down to refresh
 * @property {'dark' | 'light'} [textStyle] of the dots above a page that is pulled down
 * @property {number} [reachBottomDistance] px
 * @property {'dark' | 'light'} [theme] light for a program that has no dark theme
 * @property {'dark' | 'light'} [phoneTheme] of what the phone lays over the page
 * @property {'usual' | 'more'} [contrast] of the components and of what the phone lays over the page
 * @property {'v1' | 'v2'} [look] of the components
 * @property {{top: number, bottom: number, side: number}} [insets] px at the edges that the phone draws on, for
 *   env(safe-area-inset-…)
 * @property {string} [language] of what the components themselves say
 * @property {string} [title] what the navigation bar says
 */

const EMPTY = '<!doctype html><html><head><meta charset="utf-8"></head><body></body></html>'

/** The view's side of a page of the program. */
export class Page {
  /**
   * The events that some node of the page listens to.
   * @type {Set<string>}
   */
  heard = new Set()
  #catchesMoves = false
  #scrollTop = 0

  /** The number by which the service knows the page. */
  number = 0
  /** The path, as in app.json. */
  path = ''

  /**
   * @param {HTMLElement} container where the sheet of the page stands among the others
   * @param {Send} send
   * @param {import('./host.js').HostLink} host
   */
  constructor(container, send, host) {
    this.send = send
    this.host = host
    this.sheet = document.createElement('div')
    this.sheet.className = 'sheet'
    this.sheet.dataset.state = 'waiting'
    this.frame = document.createElement('iframe')
    this.sheet.append(this.frame)
    container.append(this.sheet)
    this.window = /** @type {Window & typeof globalThis} */ (this.frame.contentWindow)
    this.document = writeEmpty(this.frame)
    this.document.adoptedStyleSheets = [plainSheet(this.window, TYPEFACE + BASE)]
    this.pullDown = new PullDown(this)
    this.scroll = new PageScroll(this)
    this.reach = new Reach(this)
    this.ground = new Ground(this)
    defineComponents(this)
    watchEvents(this)
    this.setTheme('light')
  }

  /**
   * Makes the frame a page of the program.
   * @param {number} number
   * @param {string} path
   */
  become(number, path) {
    Object.assign(this, { number, path })
    Object.assign(this.sheet.dataset, { page: number, path })
  }

  /** Returns the root of the page's tree. */
  get root() {
    return this.document.documentElement
  }

  /** @param {PageConfig} config */
  configure({
    background,
    disableScroll,
    pullDown,
    textStyle,
    reachBottomDistance,
    theme,
    phoneTheme,
    contrast,
    look,
    insets,
    language,
    title,
  }) {
    this.#describe(language, title)
    if (background) this.sheet.style.background = background
    if (disableScroll !== undefined) this.root.dataset.scroll = disableScroll ? 'off' : 'on'
    if (reachBottomDistance !== undefined) this.scroll.bottomDistance = reachBottomDistance
    if (theme) this.setTheme(theme)
    if (phoneTheme) this.root.dataset.phoneTheme = phoneTheme
    if (contrast) this.root.dataset.contrast = contrast
    if (look) this.root.dataset.look = look
    if (insets) setInsets(this.root, insets)
    this.pullDown.configure(pullDown, textStyle)
  }

  /**
   * Says to a screen reader in which language the page is, and what it is called.
   * @param {string | undefined} language
   * @param {string | undefined} title
   */
  #describe(language, title) {
    if (language) this.root.lang = document.documentElement.lang = language
    if (title !== undefined) this.document.title = this.frame.ariaLabel = title
  }

  /**
   * Sets the theme. The colour scheme of the frame is what its media queries see, whatever the desktop prefers.
   * @param {'dark' | 'light'} theme
   */
  setTheme(theme) {
    this.root.dataset.theme = theme
    this.frame.style.colorScheme = theme
  }

  /**
   * @param {string} css
   * @param {string | null} prefix
   */
  addSheet(css, prefix) {
    this.document.adoptedStyleSheets.push(programSheet(this.window, css, prefix))
  }

  /**
   * Notes that a node listens to `event`.
   * @param {string} event
   * @param {HTMLElement} element
   * @param {number} catching 0 no | 1 mut | 2 final
   */
  listenTo(event, element, catching) {
    this.heard.add(event)
    if (event === 'tap') {
      element.setAttribute('wx-tap', '')
      this.reach.look(element)
    }
    if (event === 'touchmove' && catching === 2) this.catchMoves(element)
  }

  /**
   * Keeps fingers and the wheel from scrolling what is behind an element with catch:touchmove.
   * @param {HTMLElement} element
   */
  catchMoves(element) {
    element.setAttribute('wx-catch', '')
    if (this.#catchesMoves) return
    this.#catchesMoves = true
    this.document.addEventListener('wheel', (event) => holdBehindCatchers(this, event), { passive: false })
  }

  /** Draws the frame again, scrolled to where it was. */
  appear() {
    this.sheet.dataset.state = 'shown'
    if (this.root.scrollTop !== this.#scrollTop) this.root.scrollTop = this.#scrollTop
  }

  /** Stops layout and painting of the frame. */
  disappear() {
    if (this.sheet.dataset.state === 'away') return
    this.#scrollTop = this.root.scrollTop
    for (const media of this.document.querySelectorAll('wx-video, wx-audio')) /** @type {any} */ (media).pause?.()
    this.sheet.dataset.state = 'away'
  }

  /**
   * Runs `measure` while the frame has a layout, even if it is not shown.
   * @template T
   * @param {() => T} measure
   */
  withLayout(measure) {
    if (this.sheet.dataset.state !== 'away') return measure()
    this.sheet.dataset.state = 'waiting'
    this.root.scrollTop = this.#scrollTop
    try {
      return measure()
    } finally {
      this.sheet.dataset.state = 'away'
    }
  }

  remove() {
    this.sheet.remove()
  }
}

/** @param {HTMLIFrameElement} frame */
function writeEmpty(frame) {
  const page = /** @type {Document} */ (frame.contentDocument)
  page.open()
  page.write(EMPTY)
  page.close()
  return page
}
