// Handlers written in WXS: they get ComponentDescriptors, not elements.

import { ELEMENTS } from './gaps.js'
import { cancelAnimationFrame, clearTimeout, queueMicrotask, requestAnimationFrame, setTimeout } from './host.js'

/** What compiled templates call for the listeners in them: see templates.js. */
export const WXS_LISTENERS = { event: callHandler, change: wrapChangeListener }

/** A style segment of its own, so that setStyle does not lose the template's. */
const STYLE_SEGMENT = 3

/** @param {unknown} path where a handler comes from: [0, …] data, [1 | 2, …] a WXS module */
const isWxs = (path) => Array.isArray(path) && (path[0] === 1 || path[0] === 2)

/** @param {any} owner @param {any} event @param {Function} listener @param {unknown} path */
function callHandler(owner, event, listener, path) {
  if (!isWxs(path)) return listener.call(owner, event)
  const seen = Object.create(event, { instance: { value: describe(elementOf(event[ELEMENTS].currentTarget)) } })
  return listener(seen, describe(elementOf(owner)))
}

/** As on the phone, a listener in WXS hears of a change when the tree stands: it looks for other nodes there. @param {Function} listener @param {unknown} path */
function wrapChangeListener(listener, path) {
  if (!isWxs(path)) return listener
  return (/** @type {unknown} */ now, /** @type {unknown} */ before, /** @type {any} */ owner, /** @type {any} */ element) =>
    queueMicrotask(() => listener(now, before, describe(owner), describe(element)))
}

/** @param {any} element an element or the `this` of a component */
const elementOf = (element) => element?._$ ?? element

/** @type {WeakMap<object, Descriptor>} */
const descriptors = new WeakMap()

/** @param {any} element @returns {Descriptor} */
function describe(element) {
  const known = descriptors.get(element)
  if (known) return known
  const made = new Descriptor(element)
  descriptors.set(element, made)
  return made
}

/** The documented ComponentDescriptor. Geometry would have to wait for the view, so it is not known here. */
class Descriptor {
  #element
  #state = {}

  /** @param {any} element */
  constructor(element) {
    this.#element = element
  }

  /** @param {string} selector */
  selectComponent(selector) {
    const found = this.#root()?.querySelector(selector)
    return found ? describe(found) : null
  }

  /** @param {string} selector @returns {Descriptor[]} */
  selectAllComponents(selector) {
    return (this.#root()?.querySelectorAll(selector) ?? []).map(describe)
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

  /** @param {string} name @param {unknown} [argument] */
  callMethod(name, argument) {
    const owner = this.#element.getMethodCaller?.() ?? this.#element.ownerShadowRoot?.getHostNode().getMethodCaller()
    return owner?.[name]?.(argument)
  }

  /** @param {string} name @param {unknown} [detail] @param {object} [options] */
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

  /** @param {() => void} job @param {number} [delay] */
  setTimeout(job, delay) {
    return setTimeout(job, delay)
  }

  /** @param {number} timer */
  clearTimeout(timer) {
    clearTimeout(timer)
  }

  getComputedStyle() {
    return {}
  }

  getBoundingClientRect() {
    return { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }
  }

  #root() {
    return this.#element.getShadowRoot?.() ?? this.#element.ownerShadowRoot
  }

  /** @param {string} names @param {boolean} on */
  #toggle(names, on) {
    for (const name of names.split(/\s+/).filter(Boolean)) this.#element.toggleNodeClass(name, on, STYLE_SEGMENT)
    return this
  }
}

/** @param {Record<string, unknown>} style */
const styleText = (style) =>
  Object.entries(style).map(([name, value]) => `${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${value}`).join(';')
