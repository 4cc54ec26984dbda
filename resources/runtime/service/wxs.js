// Handlers written in WXS: they get ComponentDescriptors instead of elements.

import { ELEMENTS } from './gaps.js'
import { cancelAnimationFrame, clearTimeout, queueMicrotask, requestAnimationFrame, setTimeout } from './host.js'

/** The segment of an element's style that setStyle writes, so that the template's own style is not lost. */
const STYLE_SEGMENT = 3

/**
 * Returns whether a handler is written in WXS.
 * @param {unknown} path where the handler comes from: [0, …] data, [1 | 2, …] a WXS module
 */
const isWxs = (path) => Array.isArray(path) && (path[0] === 1 || path[0] === 2)

/**
 * Returns the element.
 * @param {any} element an element, or the `this` of a component
 */
const elementOf = (element) => element?._$ ?? element

/**
 * Makes what compiled templates call for their listeners: see templates.js.
 * @param {import('./journal.js').Journal} journal
 * @param {WeakSet<Function>} functions of WXS modules
 */
export function makeWxsListeners(journal, functions) {
  const descriptors = new Descriptors(journal)
  return {
    /**
     * Calls a listener in WXS for an event.
     * @param {Owner} owner
     * @param {any} event
     * @param {Function} listener
     * @param {unknown} path
     */
    event(owner, event, listener, path) {
      if (!isWxs(path) && !functions.has(listener)) return listener.call(owner, event)
      const instance = descriptors.of(elementOf(event[ELEMENTS].currentTarget))
      const seen = Object.create(Object.getPrototypeOf(event), {
        ...Object.getOwnPropertyDescriptors(event),
        instance: { value: instance },
      })
      return listener(seen, descriptors.of(elementOf(owner)))
    },
    /**
     * Calls a listener in WXS after a property has changed, when the tree stands: it looks for other nodes there, as
     * on the phone.
     * @param {Function} listener
     * @param {unknown} path
     */
    change(listener, path) {
      if (!isWxs(path)) return listener
      return (
        /** @type {unknown} */ now,
        /** @type {unknown} */ before,
        /** @type {TreeElement} */ owner,
        /** @type {TreeElement} */ element,
      ) => queueMicrotask(() => listener(now, before, descriptors.of(owner), descriptors.of(element)))
    },
  }
}

/** Makes one Descriptor for each element that WXS meets. */
class Descriptors {
  /** @type {WeakMap<object, Descriptor>} */ #known = new WeakMap()
  /** @type {Set<string>} */ #told = new Set()
  #journal

  /** @param {import('./journal.js').Journal} journal */
  constructor(journal) {
    this.#journal = journal
  }

  /**
   * @param {any} element
   * @returns {Descriptor}
   */
  of(element) {
    const known = this.#known.get(element)
    if (known) return known
    const made = new Descriptor(element, this)
    this.#known.set(element, made)
    return made
  }

  /**
   * Asks the view about an element and waits for the answer. Returns null, and reports it once, if the element has no
   * box of its own.
   * @param {any} element
   * @param {string[] | null} names
   */
  measure(element, names) {
    const node = element.getBackendElement?.()
    const facts = node ? node.view.measure(node.id, names) : null
    if (facts === null) this.#tell(`<${element.is || 'page'}> is not drawn itself: WXS can't measure it`)
    return facts
  }

  /** @param {string} text */
  #tell(text) {
    if (!this.#told.has(text)) this.#journal.say('warn', text)
    this.#told.add(text)
  }
}

/** The ComponentDescriptor that WeChat documents. */
class Descriptor {
  #element
  #all
  #state = {}

  /**
   * @param {TreeElement} element
   * @param {Descriptors} all
   */
  constructor(element, all) {
    this.#element = element
    this.#all = all
  }

  /** @param {string} selector */
  selectComponent(selector) {
    const found = this.#root()?.querySelector(selector)
    return found ? this.#all.of(found) : null
  }

  /**
   * @param {string} selector
   * @returns {Descriptor[]}
   */
  selectAllComponents(selector) {
    return (this.#root()?.querySelectorAll(selector) ?? []).map((found) => this.#all.of(found))
  }

  /** @param {string | Record<string, unknown>} style */
  setStyle(style) {
    this.#element.setNodeStyle(typeof style === 'string' ? style : styleText(style), STYLE_SEGMENT)
    return this
  }

  /** @param {string} names */
  addClass(names) {
    return this.#toggle(names, true)
  }

  /** @param {string} names */
  removeClass(names) {
    return this.#toggle(names, false)
  }

  /** @param {string} name */
  hasClass(name) {
    const { classList } = this.#element
    return Boolean(classList?.contains(name) || classList?.contains(name, STYLE_SEGMENT))
  }

  getDataset() {
    return this.#element.dataset
  }

  getState() {
    return this.#state
  }

  /**
   * @param {string} name
   * @param {unknown} [argument]
   */
  callMethod(name, argument) {
    const owner = this.#element.getMethodCaller?.() ?? this.#element.ownerShadowRoot?.getHostNode().getMethodCaller()
    return owner?.[name]?.(argument)
  }

  /**
   * @param {string} name
   * @param {unknown} [detail]
   * @param {object} [options]
   */
  triggerEvent(name, detail, options) {
    this.#element.triggerEvent(name, detail, options)
  }

  /** @param {() => void} job */
  requestAnimationFrame(job) {
    return requestAnimationFrame(job)
  }

  /** @param {number} frame */
  cancelAnimationFrame(frame) {
    cancelAnimationFrame(frame)
  }

  /**
   * @param {() => void} job
   * @param {number} [delay]
   */
  setTimeout(job, delay) {
    return setTimeout(job, delay)
  }

  /** @param {number} timer */
  clearTimeout(timer) {
    clearTimeout(timer)
  }

  /** @param {string[]} names */
  getComputedStyle(names) {
    return this.#all.measure(this.#element, Array.isArray(names) ? names.map(String) : []) ?? {}
  }

  getBoundingClientRect() {
    return this.#all.measure(this.#element, null) ?? { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }
  }

  #root() {
    return this.#element.getShadowRoot?.() ?? this.#element.ownerShadowRoot
  }

  /**
   * @param {string} names
   * @param {boolean} on
   */
  #toggle(names, on) {
    for (const name of names.split(/\s+/).filter(Boolean)) this.#element.toggleNodeClass(name, on, STYLE_SEGMENT)
    return this
  }
}

/** @param {Record<string, unknown>} style */
const styleText = (style) =>
  Object.entries(style)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${value}`)
    .join(';')
