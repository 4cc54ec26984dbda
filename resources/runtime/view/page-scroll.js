// The scrolling of a whole page: what the program hears of it, and how the program moves it.

import { oncePerFrame } from './once-per-frame.js'

const STANDARD_DISTANCE = 50

/** Scrolls one page. */
export class PageScroll {
  /** How near the end counts as the bottom, in px. */
  bottomDistance = STANDARD_DISTANCE
  #page
  #atBottom = false
  #lastTop = 0
  #run = 0

  /** @param {import('./frames.js').Page} page */
  constructor(page) {
    this.#page = page
    const report = oncePerFrame(() => page.sheet.dataset.state === 'shown' && this.#report())
    page.document.addEventListener('scroll', report, { passive: true })
  }

  #report() {
    const { root, number, send } = this.#page
    if (root.scrollTop === this.#lastTop) return
    const down = root.scrollTop > this.#lastTop
    this.#lastTop = root.scrollTop
    send({ type: 'pageScroll', page: number, scrollTop: root.scrollTop })
    const atBottom = root.scrollTop + root.clientHeight >= root.scrollHeight - this.bottomDistance
    if (atBottom && down && !this.#atBottom) send({ type: 'reachBottom', page: number })
    this.#atBottom = atBottom
  }

  /**
   * Scrolls to `top` over `duration` ms, slowing down.
   * @param {number} top
   * @param {number} duration
   * @param {() => void} [arrived]
   */
  to(top, duration, arrived = () => {}) {
    const { root } = this.#page
    const from = root.scrollTop
    const target = Math.max(0, Math.min(top, root.scrollHeight - root.clientHeight))
    const run = ++this.#run
    if (duration <= 0 || document.hidden || target === from) {
      root.scrollTop = target
      return arrived()
    }
    const start = performance.now()
    const step = () => {
      if (run !== this.#run) return
      const part = Math.min(1, (performance.now() - start) / duration)
      root.scrollTop = from + (target - from) * (1 - (1 - part) ** 3)
      if (part < 1) requestAnimationFrame(step)
      else arrived()
    }
    step()
  }

  /** Ends a scroll of the program when the person touches the page. */
  interrupt() {
    this.#run += 1
  }
}
