// IntersectionObserver and MediaQueryObserver of a page or component. They stand for the adapter's own, which wants
// all four margins and cannot know the screen.

import { queueMicrotask } from '../host.js'

/** @typedef {{thresholds?: number[], initialRatio?: number, observeAll?: boolean}} IntersectionOptions */

/** What createIntersectionObserver() returns. */
export class IntersectionObserver {
  /** @type {(() => void)[]} */ #ends = []
  /** @type {string | null} */ #relative = null
  #margins = {}
  #owner
  #options
  #journal

  /**
   * @param {Owner} owner
   * @param {IntersectionOptions} options
   * @param {import('../journal.js').Journal} journal
   */
  constructor(owner, options, journal) {
    this.#owner = owner
    this.#options = Object(options)
    this.#journal = journal
  }

  /**
   * @param {string} selector
   * @param {object} [margins]
   */
  relativeTo(selector, margins = {}) {
    this.#relative = selector
    this.#margins = margins
    return this
  }

  /** @param {object} [margins] */
  relativeToViewport(margins = {}) {
    this.#relative = null
    this.#margins = margins
    return this
  }

  /**
   * @param {string} selector
   * @param {(entry: object) => void} hear
   */
  observe(selector, hear) {
    const root = this.#owner?._$?.getShadowRoot()
    const found = root ? [...root.querySelectorAll(selector)] : []
    const relative = this.#relative === null ? null : root?.querySelector(this.#relative)?.getBackendElement()
    for (const element of this.#options.observeAll ? found : found.slice(0, 1)) this.#watch(element, relative, hear)
  }

  disconnect() {
    for (const end of this.#ends.splice(0)) end()
  }

  /**
   * @param {TreeElement} element
   * @param {import('../nodes.js').BackendNode | null | undefined} relative
   * @param {(entry: object) => void} hear
   */
  #watch(element, relative, hear) {
    const node = element.getBackendElement()
    if (!node) return
    const { thresholds = [0], initialRatio = 0 } = this.#options
    let first = true
    this.#ends.push(
      node.view.observe(node.id, relative?.id ?? null, this.#margins, thresholds, (/** @type {any} */ entry) => {
        const unchanged = first && sameSide(thresholds, initialRatio, entry.intersectionRatio)
        first = false
        if (unchanged) return
        this.#journal.guard('IntersectionObserver', () =>
          hear({ id: element.id, dataset: { ...element.dataset }, ...entry }),
        )
      }),
    )
  }
}

/**
 * Returns whether no threshold lies between two ratios: then the first report tells nothing new.
 * @param {number[]} thresholds
 * @param {number} before
 * @param {number} now
 */
const sameSide = (thresholds, before, now) =>
  before === now ||
  !thresholds.some(
    (threshold) => (before <= threshold && now >= threshold) || (before >= threshold && now <= threshold),
  )

/** @typedef {Record<string, any>} MediaQuery */

/** What createMediaQueryObserver() returns. */
export class MediaQueryObserver {
  /** @type {(() => void)[]} */ #ends = []
  #screen
  #events

  /**
   * @param {() => import('../backend.js').Screen} screen
   * @param {import('../events.js').Events} events
   */
  constructor(screen, events) {
    this.#screen = screen
    this.#events = events
  }

  /**
   * @param {MediaQuery} query
   * @param {(result: {matches: boolean}) => void} hear
   */
  observe(query, hear) {
    /** @type {boolean | null} */ let last = null
    const check = () => {
      const matches = matchesScreen(query, this.#screen())
      if (matches !== last) hear({ matches: (last = matches) })
    }
    let over = false
    this.#events.on('windowResize', check)
    this.#ends.push(() => {
      over = true
      this.#events.off('windowResize', check)
    })
    queueMicrotask(() => over || check())
  }

  disconnect() {
    for (const end of this.#ends.splice(0)) end()
  }
}

/**
 * @param {MediaQuery} query
 * @param {import('../backend.js').Screen} screen
 */
function matchesScreen(query, { width, height }) {
  const orientation = height >= width ? 'portrait' : 'landscape'
  const fits = isWithin(query, 'width', width) && isWithin(query, 'height', height)
  return fits && (query.orientation ?? orientation) === orientation
}

/**
 * Returns whether a side of the screen fits a query.
 * @param {MediaQuery} query
 * @param {'width' | 'height'} side
 * @param {number} length of the side, in px
 */
function isWithin(query, side, length) {
  const suffix = side === 'width' ? 'Width' : 'Height'
  const { [`min${suffix}`]: least = 0, [`max${suffix}`]: most = Infinity, [side]: exactly = length } = query
  return length >= least && length <= most && length === exactly
}
