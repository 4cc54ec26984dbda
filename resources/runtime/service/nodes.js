// The nodes of a page as glass-easel sees them. Each operation on one becomes numbers in the operations array of the
// view. A node is only an id here; its DOM element is in the view.

import { CODE } from '../operations.js'
import { resolve } from './paths.js'

/** The attributes whose value is a file, relative to the component that names it. */
const FILES = new Set(['src', 'poster'])

/**
 * Matches the attributes whose value is a list of classes: hover-class, placeholder-class, indicator-class,
 * mask-class.
 */
const CLASSES = /^(?:hover|placeholder|indicator|mask)(?:-c|C)lass$/

/** A node: what glass-easel asks of an element of a composed backend. */
export class BackendNode {
  /** @type {any} the glass-easel element */ __wxElement = undefined
  /** @type {Map<string, (value: unknown) => void> | null} */ models = null
  /** @type {Promise<unknown> | null} the canvas of a <canvas>, once it was asked for */ surface = null

  /** @param {import('./backend.js').PageBackend} page */
  constructor(page) {
    this.page = page
    this.view = page.view
    this.id = page.view.nextId()
  }

  /**
   * Remembers the element, so that events of the view find it by its number. Text nodes have no events.
   * @param {TreeElement} element
   */
  associateValue(element) {
    this.__wxElement = element
    this.view.nodes.set(this.id, this)
  }

  release() {
    if (this.__wxElement) this.view.forget(this.id)
    this.view.do(CODE.release, this.id)
  }

  /** @param {BackendNode} child */
  appendChild(child) {
    this.view.do(CODE.append, this.id, child.id)
  }

  /** @param {BackendNode} child */
  removeChild(child) {
    this.view.do(CODE.remove, this.id, child.id)
  }

  /**
   * @param {BackendNode} child
   * @param {BackendNode} before
   */
  insertBefore(child, before) {
    this.view.do(CODE.insertBefore, this.id, child.id, before.id)
  }

  /**
   * @param {BackendNode} child
   * @param {BackendNode} old
   */
  replaceChild(child, old) {
    this.view.do(CODE.replace, this.id, child.id, old.id)
  }

  /**
   * @param {BackendNode} before
   * @param {number} count
   * @param {Fragment} list
   */
  spliceBefore(before, count, list) {
    const children = list.take()
    if (count === 0 && children.length === 1) this.insertBefore(children[0], before)
    else this.view.do(CODE.spliceBefore, this.id, before.id, count, list.idInView(children))
  }

  /** @param {Fragment} list */
  spliceAppend(list) {
    const children = list.take()
    if (children.length === 1) this.appendChild(children[0])
    else this.view.do(CODE.spliceAppend, this.id, list.idInView(children))
  }

  /**
   * @param {BackendNode} first
   * @param {number} count
   */
  spliceRemove(first, count) {
    this.view.do(CODE.spliceRemove, this.id, first.id, count)
  }

  /**
   * Sets the id. Gap: glass-easel puts a random prefix and `--` before it.
   * @param {string} id
   */
  setId(id) {
    const prefix = id.indexOf('--')
    this.view.do(CODE.setId, this.id, prefix === -1 ? id : id.slice(prefix + 2))
  }

  /**
   * Marks the host of an isolated component.
   * @param {number} _own
   * @param {number} [_extra]
   * @param {number} [host] the scope of the component
   */
  setStyleScope(_own, _extra, host) {
    const prefix = this.page.scopeName(host)
    if (prefix) this.view.do(CODE.setHostScope, this.id, prefix)
  }

  /** @param {string} text */
  setStyle(text) {
    this.view.do(CODE.setStyle, this.id, text)
  }

  /**
   * @param {string} name
   * @param {number} [scope]
   */
  addClass(name, scope) {
    this.view.do(CODE.addClass, this.id, this.page.scopedClass(name, scope))
  }

  /**
   * @param {string} name
   * @param {number} [scope]
   */
  removeClass(name, scope) {
    this.view.do(CODE.removeClass, this.id, this.page.scopedClass(name, scope))
  }

  clearClasses() {
    this.view.do(CODE.clearClasses, this.id)
  }

  /**
   * @param {string} name
   * @param {unknown} value
   */
  setAttribute(name, value) {
    const sent = FILES.has(name) ? this.#file(value) : CLASSES.test(name) ? this.#classes(value) : value
    this.view.do(CODE.setAttribute, this.id, name, sent === undefined || typeof sent === 'function' ? null : sent)
  }

  /** @param {string} name */
  removeAttribute(name) {
    this.view.do(CODE.setAttribute, this.id, name, null)
  }

  /**
   * Sets a data-* attribute. Gap: it is not part of the composed protocol.
   * @param {string} name
   * @param {unknown} value
   */
  setData(name, value) {
    this.view.do(CODE.setData, this.id, name, value === null || typeof value === 'object' ? '' : String(value))
  }

  /** @param {string} text */
  setText(text) {
    this.view.do(CODE.setText, this.id, text)
  }

  /**
   * @param {string} name
   * @param {((value: unknown) => void) | null} listener
   */
  setModelBindingStat(name, listener) {
    this.models ??= new Map()
    if (listener) this.models.set(name, listener)
    else this.models.delete(name)
    this.view.do(CODE.bindModel, this.id, name, listener !== null)
  }

  /**
   * @param {string} type
   * @param {boolean} capture
   * @param {number} level 0 none | 1 mut | 2 final
   */
  setListenerStats(type, capture, level) {
    this.view.do(CODE.listen, this.id, type, capture, level)
  }

  /** @param {(rect: unknown) => void} hear */
  getBoundingClientRect(hear) {
    this.view.ask(this.id, 'rect', null, hear)
  }

  /** @param {(offset: any) => void} hear */
  getScrollOffset(hear) {
    this.view.ask(this.id, 'scroll', null, hear)
  }

  /**
   * Returns the value of a class attribute of a built-in component, with the names that glass-easel gives classes.
   * @param {unknown} value
   */
  #classes(value) {
    if (typeof value !== 'string' || value === 'none') return value
    /** @type {string[]} */ const found = []
    const hear = (/** @type {number} */ scope, /** @type {string} */ name) =>
      found.push(this.page.scopedClass(name, scope))
    for (const name of value.split(/\s+/).filter(Boolean)) this.__wxElement?.classList?._$resolvePrefixes(name, hear)
    return found.join(' ')
  }

  /**
   * Returns the path of a file that a template names relative to itself.
   * @param {unknown} value
   */
  #file(value) {
    if (typeof value !== 'string' || value === '' || /^([a-z][\w+.-]*:|\/)/i.test(value)) return value
    const owner = this.__wxElement?.ownerShadowRoot?.getHostNode().is ?? this.page.path
    return `/${resolve(owner, value)}`
  }
}

/**
 * Nodes on their way into a parent. Most often it is one node, and then the view needs no fragment. glass-easel fills
 * the same fragment once for each slot that is given nodes, so what went into one parent is no longer in it.
 */
export class Fragment {
  /** @type {BackendNode[]} */ #children = []
  #id = 0

  /** @param {import('./backend.js').PageBackend} page */
  constructor(page) {
    this.page = page
  }

  /** @param {BackendNode} child */
  appendChild(child) {
    this.#children.push(child)
  }

  /** Returns the nodes, which leave the fragment. */
  take() {
    const children = this.#children
    this.#children = []
    return children
  }

  /**
   * Returns the number of the fragment in the view, with these nodes in it.
   * @param {BackendNode[]} children
   */
  idInView(children) {
    const { view, number } = this.page
    if (!this.#id) {
      this.#id = view.nextId()
      view.do(CODE.createFragment, number, this.#id)
    }
    for (const child of children) view.do(CODE.append, this.#id, child.id)
    return this.#id
  }

  release() {
    if (this.#id) this.page.view.do(CODE.release, this.#id)
  }
}
