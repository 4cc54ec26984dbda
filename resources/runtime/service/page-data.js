// What the pages hold in their data: told to the host while somebody looks at it there, and changed for them. While
// nobody looks, glass-easel is left alone and nothing is sent.

import { Component, DataGroup } from 'glass-easel'
import { clearTimeout, setTimeout } from './host.js'
import { shownValue } from './shown-value.js'

/** @typedef {import('./page.js').Page} Page */

/** The milliseconds for which changes are gathered. */
const PACE = 100

/** The most values that are shown of a page, and of each of its components. */
const MOST_VALUES = 20_000
const LONGEST_VALUES = 1_000_000
const MOST_COMPONENTS = 300

const GroupPrototype = /** @type {any} */ (DataGroup.prototype)

/** Hears of every change of data from the moment when somebody looks. */
export class PageData {
  #channel
  #pages
  #journal
  /**
   * The pages whose data has changed since it was last told.
   * @type {Set<Page>}
   */
  #changed = new Set()
  /**
   * The pages that the host knows.
   * @type {Set<Page>}
   */
  #told = new Set()
  #timer = 0
  /** @type {(() => void) | null} ends the watch of glass-easel; null while nobody looks */ #stop = null

  /**
   * @param {{channel: import('./channel.js').Channel, pages: import('./pages.js').Pages,
   *   journal: import('./journal.js').Journal}} parts
   */
  constructor({ channel, pages, journal }) {
    this.#channel = channel
    this.#pages = pages
    this.#journal = journal
  }

  listen() {
    this.#channel.on('watchData', (on) => (on ? this.#begin() : this.#end()))
    this.#channel.on('setData', (page, component, path, value) => this.#set(page, component, path, () => value))
    this.#channel.on('addData', (page, component, path, value) =>
      this.#set(page, component, path, (list) => (Array.isArray(list) ? [...list, value] : list)),
    )
    this.#channel.on('removeData', (page, component, path) =>
      this.#set(page, component, path.slice(0, -1), (owner) => without(owner, path.at(-1))),
    )
  }

  /** Tells the host that pages came, went, or changed places. */
  pagesChanged() {
    if (this.#stop) this.#tellSoon()
  }

  #begin() {
    if (this.#stop) return
    this.#stop = watchGroups((component) => this.#hear(component))
    this.#told.clear()
    this.#tell()
  }

  #end() {
    this.#stop?.()
    this.#stop = null
    clearTimeout(this.#timer)
    this.#timer = 0
    this.#changed.clear()
  }

  /** @param {any} component */
  #hear(component) {
    const page = this.#pages.page(component?.getBackendContext()?.number)
    if (!page) return
    this.#changed.add(page)
    this.#tellSoon()
  }

  #tellSoon() {
    this.#timer ||= setTimeout(() => this.#tell(), PACE)
  }

  #tell() {
    this.#timer = 0
    const all = [...this.#pages.all]
    const stack = this.#pages.stack
    this.#channel.tell('pageData', {
      stack: stack.map(({ number }) => number),
      waiting: all.filter((page) => !stack.includes(page)).map(({ number }) => number),
      pages: all.filter((page) => this.#changed.has(page) || !this.#told.has(page)).map(recordOf),
    })
    this.#told = new Set(all)
    this.#changed.clear()
  }

  /**
   * Changes data for the person who looks: what stands at a path becomes what `change` makes of it.
   * @param {number} number the number of the page
   * @param {number | null} id the node of the component; null for the page itself
   * @param {(string | number)[]} path
   * @param {(old: unknown) => unknown} change
   */
  #set(number, id, path, change) {
    const page = this.#pages.page(number)
    const component = id === null ? page?.component : page?.backend.view.nodes.get(id)?.__wxElement
    if (!page || !component?.replaceDataOnPath) return
    this.#journal.guard('setData', () => {
      const old = path.reduce((/** @type {any} */ inside, step) => inside?.[step], component.data)
      component.replaceDataOnPath(path, change(old))
      component.applyDataUpdates()
    })
  }
}

/**
 * Watches the data of all components.
 * @param {(component: unknown) => void} hear gets each component after its data has changed
 * @returns {() => void} ends the watch
 */
function watchGroups(hear) {
  const { applyDataUpdates } = GroupPrototype
  GroupPrototype.applyDataUpdates = function (/** @type {boolean} */ skipModelListener) {
    applyDataUpdates.call(this, skipModelListener)
    hear(this._$comp)
  }
  return () => {
    GroupPrototype.applyDataUpdates = applyDataUpdates
  }
}

/**
 * Returns a list or an object without one of its entries.
 * @param {any} owner
 * @param {string | number} key
 */
function without(owner, key) {
  if (Array.isArray(owner)) return owner.filter((_, at) => at !== key)
  if (!owner || typeof owner !== 'object') return owner
  return Object.fromEntries(Object.entries(owner).filter(([name]) => name !== key))
}

/** @param {Page} page */
function recordOf({ number, path, query, component }) {
  const components = component ? componentsIn(component.getShadowRoot()) : []
  return {
    page: number,
    path,
    query,
    data: shownValue(component?.data ?? {}, { left: MOST_VALUES, characters: LONGEST_VALUES }),
    components: components.map((each) => ({
      id: each.getBackendElement()?.id ?? null,
      is: each.is,
      data: shownValue(each.data ?? {}, { left: MOST_VALUES / 10, characters: LONGEST_VALUES / 10 }),
    })),
  }
}

/**
 * Returns the components of the program in a tree, each before those inside it.
 * @param {TreeRoot | null} root
 * @returns {TreeElement[]}
 */
function componentsIn(root) {
  /** @type {TreeElement[]} */ const found = []
  const walk = (/** @type {TreeElement[]} */ nodes) => {
    for (const node of nodes) {
      if (found.length >= MOST_COMPONENTS) return
      const inner = Component.isComponent(node) && node.is !== 'wx-nothing' ? node.getShadowRoot?.() : null
      if (inner) found.push(node)
      walk(inner?.childNodes ?? [])
      walk(node.childNodes ?? [])
    }
  }
  walk(root?.childNodes ?? [])
  return found
}
