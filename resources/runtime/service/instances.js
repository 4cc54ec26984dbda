// What `this` of a page or component can do beyond what glass-easel's adapter gives it.

import { CODE } from '../operations.js'
import { queueMicrotask } from './host.js'
import { IntersectionObserver, MediaQueryObserver } from './api/observers.js'
import { makeRouters } from './api/navigation.js'
import { InstancePrototype } from './gaps.js'

/** The channel of a page that no other page opened: nobody listens at its other end. */
const SILENT_CHANNEL = { on() {}, once() {}, off() {}, emit() {} }

/**
 * Adds the methods and fields of the phone to the prototype of pages and components.
 * @param {{pages: import('./pages.js').Pages, journal: import('./journal.js').Journal, view: import('./view.js').View,
 *   screen: import('./backend.js').Screen, events: import('./events.js').Events, wx: Record<string, any>}} parts
 */
export function extendInstances({ pages, journal, view, screen, events, wx }) {
  const { createSelectorQuery } = wx
  const pageOf = (/** @type {any} */ instance) => pages.page(instance._$.getBackendContext()?.number)
  /** @type {Record<string, (this: Owner, ...args: any[]) => unknown>} */
  const methods = {
    getOpenerEventChannel() {
      return pageOf(this)?.opener ?? SILENT_CHANNEL
    },
    getTabBar() {
      return pageOf(this)?.tabBar?.get() ?? null
    },
    getPageId() {
      return `pageId:${pageOf(this)?.number ?? 0}`
    },
    createSelectorQuery() {
      return createSelectorQuery().in(this)
    },
    createIntersectionObserver(options) {
      return new IntersectionObserver(this, options, journal)
    },
    createMediaQueryObserver() {
      return new MediaQueryObserver(() => screen, events)
    },
    ...animationMethods(view, journal),
    setData: warnedSetData(InstancePrototype.setData, journal),
    applyAnimatedStyle() {},
    clearAnimatedStyle() {},
    setInitialRenderingCache() {},
    setUpdatePerformanceListener() {},
    setPassiveEvent() {},
  }
  /** The renderer that programs are told of: weui's components choose their template by it. */
  const renderer = 'webview'
  for (const [name, value] of Object.entries({ ...methods, renderer })) {
    Object.defineProperty(InstancePrototype, name, { value, configurable: true, writable: true })
  }
  offerRouters(makeRouters(pages, journal), (instance) => pageOf(instance)?.path ?? '')
}

/**
 * Returns setData with a warning, once for each field of a page or component, where undefined is set: the phone leaves
 * such a field as it was.
 * @param {(this: Owner, ...args: any[]) => unknown} setData
 * @param {import('./journal.js').Journal} journal
 * @returns {(this: Owner, ...args: any[]) => unknown}
 */
function warnedSetData(setData, journal) {
  /** @type {Set<string>} */ const told = new Set()
  return function (data, ...rest) {
    for (const [name, value] of Object.entries(Object(data))) {
      const field = `${this.is} ${name}`
      if (value !== undefined || told.has(field)) continue
      told.add(field)
      journal.write('warn', [`Setting data field "${name}" to undefined is invalid.`])
    }
    return setData.call(this, data, ...rest)
  }
}

/**
 * Returns the methods that animate nodes by key frames.
 * @param {import('./view.js').View} view
 * @param {import('./journal.js').Journal} journal
 * @returns {Record<string, (this: Owner, ...args: any[]) => void>}
 */
function animationMethods(view, journal) {
  const nodesOf = (/** @type {any} */ instance, /** @type {string} */ selector) =>
    (instance._$.getShadowRoot()?.querySelectorAll(selector) ?? [])
      .map((/** @type {TreeElement} */ element) => element.getBackendElement())
      .filter(Boolean)
  return {
    animate(selector, given, duration, onEnd) {
      const frames = Array.isArray(given) ? given : []
      for (const [at, node] of nodesOf(this, selector).entries()) {
        const told = () => at === 0 && onEnd && journal.guard('animate', () => onEnd())
        view.animate(node.id, frames, Number(duration), told)
      }
    },
    clearAnimation(selector, options, onEnd) {
      const names = typeof options === 'object' && options ? Object.keys(options).filter((name) => options[name]) : null
      for (const node of nodesOf(this, selector)) view.do(CODE.clearAnimation, node.id, names)
      const then = typeof options === 'function' ? options : onEnd
      if (then) queueMicrotask(() => journal.guard('clearAnimation', () => then()))
    },
  }
}

/**
 * Adds `this.router`, whose paths start from the component, and `this.pageRouter`, whose paths start from its page.
 * @param {(path: string) => import('./api/navigation.js').Router} routerOf
 * @param {(instance: Owner) => string} pathOfPage
 */
function offerRouters(routerOf, pathOfPage) {
  offer('router', (instance) => routerOf(instance.is))
  offer('pageRouter', (instance) => routerOf(pathOfPage(instance)))
}

/**
 * Adds a field that is computed when it is read, and that a program may replace by one of its own.
 * @param {string} name
 * @param {(instance: Owner) => unknown} read
 */
function offer(name, read) {
  Object.defineProperty(InstancePrototype, name, {
    get() {
      return read(this)
    },
    set(value) {
      Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true })
    },
    configurable: true,
  })
}
