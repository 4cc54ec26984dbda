// How a script finds elements: by selectors of WXSS and by XPath, and how it knows them afterwards.

import { Element } from 'glass-easel'
import { isCustom, outlineOf, tagOf } from './tree.js'

/** @typedef {import('./tree.js').Found} Found */
/** @typedef {{elementId: string, tagName: string, nodeId?: string, videoId?: string}} Described */

/** Matches the parts of a selector that `>>>` separates: what follows is inside of the components before it. */
const CROSSING = /\s*>>>\s*/

/** Elements by the ids that clients know them by; an id is never used twice. */
export class Finding {
  #view
  /** @type {Map<string, WeakRef<object>>} */ #elements = new Map()
  /** @type {WeakMap<object, string>} */ #ids = new WeakMap()

  /** @param {import('../view.js').View} view */
  constructor(view) {
    this.#view = view
  }

  /**
   * Returns the elements inside of `root` that a selector means, as clients know them.
   * @param {Found} root the element of a page or any other
   * @param {unknown} given
   * @returns {Promise<Described[]>}
   */
  async all(root, given) {
    const [first, ...further] = String(given).trim().split(CROSSING)
    let found = first ? await this.#inside(root, scopeIn(root), first, 'css') : [root]
    for (const selector of further) found = await this.#crossing(found, selector)
    return found.map((element) => this.#describe(element))
  }

  /**
   * Returns the elements that an XPath means. It begins at what is in the page, whose own element may be named.
   * @param {Found} root the element of a page
   * @param {unknown} given
   */
  async allByPath(root, given) {
    const path = String(given)
      .trim()
      .replace(/^(\(*)\/page(?=\/)/, '$1')
    const found = await this.#inside(root, scopeIn(root), /^[./(]/.test(path) ? path : `/${path}`, 'xpath')
    return found.map((element) => this.#describe(element))
  }

  /**
   * Returns the element with an id.
   * @param {unknown} id
   * @returns {Found}
   * @throws {Error} if it is no longer on a page
   */
  element(id) {
    const element = /** @type {Found} */ (this.#elements.get(String(id))?.deref())
    if (!element || !Element.isAttached(element)) throw new Error('element destroyed')
    return element
  }

  /**
   * @param {Found[]} around
   * @param {string} selector
   */
  async #crossing(around, selector) {
    /** @type {Set<Found>} */ const found = new Set()
    for (const element of around) for (const each of await this.#inside(element, null, selector, 'css')) found.add(each)
    return [...found]
  }

  /**
   * Lets the view search in an outline of what is in an element.
   * @param {Found} root
   * @param {Found | null} scope the tree whose classes and ids are plain; null for all
   * @param {string} selector
   * @param {'css' | 'xpath'} by
   * @returns {Promise<Found[]>}
   */
  async #inside(root, scope, selector, by) {
    if (!root) return []
    /** @type {Found[]} */ const elements = []
    const whole = outlineOf(root, scope, elements)
    const outline = by === 'xpath' ? whole.children : [whole]
    const numbers = await askView(this.#view, 0, 'select', { outline, selector, by })
    return numbers
      .map((/** @type {number} */ number) => elements[number])
      .filter((/** @type {Found} */ each) => each !== root || tagOf(root) === 'page')
  }

  /**
   * @param {Found} element
   * @returns {Described}
   */
  #describe(element) {
    const id = this.#ids.get(element) ?? `element-${this.#elements.size + 1}`
    this.#ids.set(element, id)
    this.#elements.set(id, new WeakRef(element))
    const tagName = tagOf(element)
    const isComponent = isCustom(element) && tagName !== 'page'
    return {
      elementId: id,
      tagName,
      ...(isComponent && { nodeId: id }),
      ...(tagName === 'video' && { videoId: String(element.id || id) }),
    }
  }
}

/**
 * Asks the view something about a node or page, 0 for neither.
 * @param {import('../view.js').View} view
 * @param {number} id
 * @param {string} what
 * @param {unknown} detail
 * @returns {Promise<any>}
 */
export function askView(view, id, what, detail) {
  return new Promise((resolve, reject) =>
    view.drive(id, what, detail, ({ value, problem }) =>
      problem === undefined ? resolve(value) : reject(new Error(problem)),
    ),
  )
}

/**
 * Returns the tree whose names are plain for a search in an element: a component's own, else the one that it is in.
 * @param {Found} element
 */
const scopeIn = (element) => (isCustom(element) ? element.getShadowRoot() : element.ownerShadowRoot)
