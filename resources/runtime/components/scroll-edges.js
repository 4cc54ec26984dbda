// The ends of a scroll-view: near one and coming nearer is told again while it lasts, as on the phone.

/** A pause between two reports of the same end, in ms. */
const PAUSE = 200

/** Belongs to one scroll-view. */
export class ScrollEdges {
  #view
  #last = { upper: -Infinity, lower: -Infinity }

  /** @param {import('./component.js').Component & {scrollPort: HTMLElement}} view the scroll-view */
  constructor(view) {
    this.#view = view
  }

  /**
   * It was scrolled by so many px.
   * @param {number} right
   * @param {number} down
   */
  report(right, down) {
    const view = this.#view
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = view.scrollPort
    if (view.flag('scroll-y') && down) {
      this.#near(down < 0, down < 0 ? scrollTop : scrollHeight - clientHeight - scrollTop, ['top', 'bottom'])
    }
    if (view.flag('scroll-x') && right) {
      this.#near(right < 0, right < 0 ? scrollLeft : scrollWidth - clientWidth - scrollLeft, ['left', 'right'])
    }
  }

  /**
   * @param {boolean} upper
   * @param {number} distance left to the end
   * @param {[string, string]} names
   */
  #near(upper, distance, names) {
    const edge = upper ? 'upper' : 'lower'
    const now = performance.now()
    if (distance > this.#view.number(`${edge}-threshold`, 50) || now - this.#last[edge] < PAUSE) return
    this.#last[edge] = now
    this.#view.emit(`scrollto${edge}`, { direction: names[upper ? 0 : 1] })
  }
}
