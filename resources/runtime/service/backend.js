// The composed backend of glass-easel: what it asks of a page. Each request becomes operations of the view.

import { BackendMode } from 'glass-easel'
import { CODE } from '../operations.js'
import { BUILT_IN } from '../tags.js'
import { BackendNode, Fragment } from './nodes.js'

/** @typedef {{width: number, height: number, pixelRatio: number, theme: string}} Screen */

/** The tag of the root component of a page. */
export const PAGE_TAG = 'wx-page'

/** A page of the view as glass-easel sees it. */
export class PageBackend {
  mode = BackendMode.Composed
  /** @type {BackendNode | null} the element of the page's root component */ body = null
  /** @type {Set<string>} sheets the page has */ #sheets = new Set()
  /** @type {(() => void)[] | null} */ #frame = null

  /**
   * @param {{number: number, path: string, view: import('./view.js').View, screen: Screen,
   *   styleOf: (path: string) => string, scopeName: (scope: number | undefined) => string}} parts
   */
  constructor({ number, path, view, screen, styleOf, scopeName }) {
    this.number = number
    this.path = path
    this.view = view
    this.screen = screen
    this.scopeName = scopeName
    this.styleOf = styleOf
    this.root = new BackendNode(this)
    view.do(CODE.openPage, number, this.root.id, path)
  }

  destroy() {
    this.view.do(CODE.closePage, this.number)
    for (const node of this.view.nodes.values()) if (node.page === this) this.view.forget(node.id)
  }

  getWindowWidth() {
    return this.screen.width
  }

  getWindowHeight() {
    return this.screen.height
  }

  getDevicePixelRatio() {
    return this.screen.pixelRatio
  }

  getTheme() {
    return this.screen.theme
  }

  registerStyleSheetContent() {}

  disableStyleSheet() {}

  /**
   * Adds a style sheet to the page once. Its text travels with the nodes: otherwise a measurement would find an
   * unstyled page.
   * @param {string} path
   * @param {number} [scope]
   */
  appendStyleSheetPath(path, scope) {
    if (!this.#sheets.has(path)) {
      this.#sheets.add(path)
      this.view.do(CODE.addSheet, this.number, this.styleOf(path), this.scopeName(scope) || null)
    }
    return this.#sheets.size - 1
  }

  /**
   * Calls `hear` after the view has drawn. All who ask in the same turn share one question.
   * @param {(error: null) => void} hear
   */
  render(hear) {
    if (this.#frame === null) {
      /** @type {(() => void)[]} */ const waiting = (this.#frame = [])
      this.view.ask(this.root.id, 'frame', null, () => waiting.forEach((each) => each()))
      Promise.resolve().then(() => {
        this.#frame = null
      })
    }
    this.#frame.push(() => hear(null))
  }

  getRootNode() {
    return this.root
  }

  /**
   * Makes a node. Gap of glass-easel: the host of a component arrives as `wx-x`, and its own name as the styling name.
   * @param {string} name
   * @param {string} stylingName
   */
  createElement(name, stylingName) {
    const node = new BackendNode(this)
    const tag = this.#tag(name === 'wx-x' ? stylingName : name)
    if (tag === PAGE_TAG) this.body = node
    this.view.do(CODE.createElement, this.number, node.id, tag)
    return node
  }

  /**
   * Makes a text node.
   * @param {string} text
   */
  createTextNode(text) {
    const node = new BackendNode(this)
    this.view.do(CODE.createText, this.number, node.id, text)
    return node
  }

  createFragment() {
    return new Fragment(this)
  }

  onEvent() {}

  /**
   * Returns the class name that the view knows: with the prefix of its style scope, if it has one.
   * @param {string} name
   * @param {number} [scope]
   */
  scopedClass(name, scope) {
    const prefix = this.scopeName(scope)
    return prefix ? `${prefix}--${name}` : name
  }
  /**
   * Returns the tag in the view: `wx-view` for a built-in component, `wx-page` for the root of a page, `wx-c-…` for
   * any other.
   * @param {string} name
   */
  #tag(name) {
    if (name === PAGE_TAG && !this.body) return name
    if (name.startsWith('wx-') && BUILT_IN.has(name.slice(3))) return name
    return `wx-c-${name.toLowerCase().replace(/[^a-z0-9_.-]/g, '-')}`
  }
}
