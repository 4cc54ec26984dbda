// Pulling a page down to refresh it: the page follows the hand and shows three dots above, until the program says
// stop.

const REST = 60
const TRIGGER = 50
const RESISTANCE = 0.5
const BACK = { duration: 250, easing: 'cubic-bezier(0.2, 0.8, 0.3, 1)' }

/** Pulls one page, whose json says whether it may be pulled. */
export class PullDown {
  enabled = false
  #page
  #dots
  #distance = 0
  #busy = false

  /** @param {import('./frames.js').Page} page */
  constructor(page) {
    this.#page = page
    this.#dots = document.createElement('div')
    this.#dots.className = 'dots'
    this.#dots.append(...Array.from({ length: 3 }, () => document.createElement('i')))
    page.sheet.prepend(this.#dots)
  }

  /**
   * @param {boolean | undefined} enabled
   * @param {'dark' | 'light' | undefined} style
   */
  configure(enabled, style) {
    if (enabled !== undefined) this.enabled = enabled
    if (style) this.#dots.dataset.style = style
  }

  /** Returns whether a pull may begin now. */
  get ready() {
    return this.enabled && !this.#busy && this.#page.root.scrollTop <= 0
  }

  /**
   * Moves the page to `distance` px below its place, where the hand is.
   * @param {number} distance
   */
  pull(distance) {
    this.#dots.dataset.state = 'pulled'
    this.#place(Math.max(0, distance) * RESISTANCE)
  }

  /** Ends the pull when the hand lets go: refreshes if it was long enough. */
  release() {
    if (this.#distance >= TRIGGER) this.start()
    else this.#goTo(0)
  }

  /** Refreshes, as if the person had pulled. */
  start() {
    if (this.#busy) return
    this.#busy = true
    this.#dots.dataset.state = 'busy'
    this.#goTo(REST)
    this.#page.send({ type: 'pullDown', page: this.#page.number })
  }

  stop() {
    this.#busy = false
    this.#goTo(0)
  }

  /** @param {number} distance */
  #place(distance) {
    this.#distance = distance
    this.#page.frame.style.transform = distance ? `translateY(${distance}px)` : ''
  }

  /** @param {number} distance */
  #goTo(distance) {
    const from = this.#distance
    this.#place(distance)
    const moves = [{ transform: `translateY(${from}px)` }, { transform: `translateY(${distance}px)` }]
    const hide = () => {
      if (!this.#distance) this.#dots.dataset.state = 'hidden'
    }
    this.#page.frame.animate(moves, BACK).finished.then(hide, hide)
  }
}
