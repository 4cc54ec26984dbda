// Which page is in front, and how one replaces another.

import { loadFont } from './fonts.js'
import { Page } from './frames.js'
import { Gone } from './nodes.js'
import { slide } from './transitions.js'

/** @typedef {'push' | 'pop' | 'none'} Way */

/** Keeps the frames of all pages, also of those that are still sliding away. */
export class Stage {
  /** @type {Map<number, Page>} */
  #pages = new Map()
  /** @type {WeakMap<Document, Page>} */
  #byDocument = new WeakMap()
  /** @type {Page | null} */
  #front = null
  /**
   * The pages that are closed but still seen.
   * @type {Set<Page>}
   */
  #closing = new Set()
  /**
   * Ends the running transition.
   * @type {() => void}
   */
  #finish = () => {}
  #depth = 0
  /**
   * The fonts that every page has.
   * @type {import('./fonts.js').Font[]}
   */
  #fonts = []
  /**
   * A page that was made while the service started.
   * @type {Page | null}
   */
  #first

  /**
   * @param {HTMLElement} container
   * @param {import('./nodes.js').Nodes} nodes
   * @param {import('./frames.js').Send} send
   * @param {import('./host.js').HostLink} host
   */
  constructor(container, nodes, send, host) {
    this.container = container
    this.nodes = nodes
    this.send = send
    this.host = host
    this.#first = new Page(container, send, host)
  }

  /**
   * Returns a page by its number.
   * @param {number} number
   * @returns {Page}
   * @throws {Gone} if it is closed
   */
  page(number) {
    const page = this.#pages.get(number)
    if (!page) throw new Gone(`no page ${number}`)
    return page
  }

  /**
   * Returns the page that a node is in.
   * @param {Node} node
   * @returns {Page}
   */
  pageOf(node) {
    return /** @type {Page} */ (this.#byDocument.get(/** @type {Document} */ (node.ownerDocument)))
  }

  /** What is in front was drawn anew: it may be dark now, or light. */
  drawn() {
    this.#front?.ground.look()
  }

  /**
   * Adds a font to all pages; later pages get it when they open.
   * @param {import('./fonts.js').Font} font
   */
  everyPage(font) {
    this.#fonts.push(font)
    return [...this.#pages.values()]
  }

  /**
   * @param {number} number
   * @param {number} rootId
   * @param {string} path
   */
  open(number, rootId, path) {
    const page = this.#first ?? new Page(this.container, this.send, this.host)
    this.#first = null
    page.become(number, path)
    for (const font of this.#fonts) loadFont(page, font).catch(() => {})
    this.#pages.set(number, page)
    this.#byDocument.set(page.document, page)
    this.nodes.add(rootId, page.root)
  }

  /**
   * Brings a page to the front; `way` says how the one before leaves.
   * @param {number} number
   * @param {Way} way
   */
  show(number, way) {
    const page = this.page(number)
    this.#finish()
    const before = this.#front
    this.#front = page
    page.appear()
    page.sheet.style.zIndex = String(way === 'pop' ? this.#depth - 1 : ++this.#depth)
    page.window.focus()
    if (before && before !== page) this.#leave(before, page, way)
  }

  /**
   * @param {Page} before
   * @param {Page} page
   * @param {Way} way
   */
  #leave(before, page, way) {
    before.sheet.dataset.state = 'leaving'
    const over = () => {
      this.#finish = () => {}
      page.sheet.style.zIndex = String(++this.#depth)
      before.disappear()
      if (this.#closing.delete(before)) before.remove()
      this.host.settled()
    }
    this.#finish = slide(before.sheet, page.sheet, way, over)
  }

  /**
   * Drops a page: at once, or when it is no longer seen.
   * @param {number} number
   */
  close(number) {
    const page = this.page(number)
    this.#pages.delete(number)
    this.nodes.dropAllOf(page.document)
    page.sheet.style.pointerEvents = 'none'
    if (page === this.#front || page.sheet.dataset.state === 'leaving') this.#closing.add(page)
    else page.remove()
  }
}

/** @param {Stage} stage */
export function stageOperations(stage) {
  return {
    /**
     * @param {number} page
     * @param {number} root
     * @param {string} path
     */
    openPage: (page, root, path) => stage.open(page, root, path),
    /**
     * @param {number} page
     * @param {Way} way
     */
    showPage: (page, way) => stage.show(page, way),
    /** @param {number} page */
    closePage: (page) => stage.close(page),
    /**
     * @param {number} page
     * @param {import('./frames.js').PageConfig} config
     */
    configurePage: (page, config) => stage.page(page).configure(config),
    /**
     * @param {number} page
     * @param {string} css
     * @param {string | null} prefix
     */
    addSheet: (page, css, prefix) => stage.page(page).addSheet(css, prefix),
    /**
     * @param {number} page
     * @param {number} top
     * @param {number} duration
     */
    scrollPage: (page, top, duration) => stage.page(page).scroll.to(top, duration),
    /** @param {number} page */
    stopPullDown: (page) => stage.page(page).pullDown.stop(),
    /** @param {number} page */
    startPullDown: (page) => stage.page(page).pullDown.start(),
  }
}
