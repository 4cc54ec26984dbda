// What `this` of a page or component can do beyond what glass-easel's adapter gives it.

import { CODE } from '../operations.js'
import { InstancePrototype } from './gaps.js'

/**
 * @param {{pages: import('./pages.js').Pages, journal: import('./journal.js').Journal, view: import('./view.js').View}} parts
 */
export function extendInstances({ pages, journal, view }) {
  const pageOf = (/** @type {any} */ instance) => pages.page(instance._$.getBackendContext()?.number)
  /** @type {Record<string, (this: any, ...args: any[]) => any>} */
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
    setInitialRenderingCache() {},
    setUpdatePerformanceListener() {},
    setPassiveEvent() {},
  }
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(InstancePrototype, name, { value, configurable: true, writable: true })
  }
  void journal
  void view
  void CODE
}

/** A page nobody opened has nobody to talk to. */
const SILENT_CHANNEL = { on() {}, once() {}, off() {}, emit() {} }
