// The ends of a scroll-view: while it is near one and comes nearer, this is told again and again, as on the phone.

/** The pause between two reports of the same end, in ms. */
const PAUSE = 200

/** Watches the ends of one scroll-view. */
export class ScrollEdges {
  #view
  #last = { upper: -Infinity, lower: -Infinity }

  /**
   * @param {import('./component.js').Component & {scrollPort: HTMLElement}} view the scroll-view
   */
  constructor(view) {
    this.#view = view
  }

  /**
   * Notes that the view was scrolled by so many px.
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
   * Tells the program of an end that is near.
   * @param {boolean} upper
   * @param {number} distance left to the end, in px
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
