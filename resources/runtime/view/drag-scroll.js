// Scrolling by dragging with the mouse as with a finger, with a glide after letting go, and the pull that refreshes a
// page. The browser itself scrolls under fingers; of theirs only the pull is handled here.

import { dragTarget } from './scrollers.js'

/** @typedef {import('./gestures.js').Gesture} Gesture */
/** @typedef {import('./gestures.js').Hand} Hand */

/** The mark of a page that a hand scrolls, or that glides: whoever looks for a place on it waits. */
const GLIDES = 'wx-glides'
const START = 6
const FRICTION = 0.95
const SLOWEST = 0.3

/** Scrolls one page by the gestures on it. */
export class DragScroll {
  #page
  /**
   * What the drag has turned out to be.
   * @type {'undecided' | 'scroll' | 'pull' | 'nothing'}
   */
  #kind = 'nothing'
  /** @type {import('./scrollers.js').Puller | undefined} */
  #puller
  /** @type {Element | undefined} */
  #scroller
  /** @type {'x' | 'y'} */
  #axis = 'y'
  #last = { x: 0, y: 0 }
  #startY = 0
  #speed = 0
  #lastTime = 0
  #glide = 0

  /** @param {import('./frames.js').Page} page */
  constructor(page) {
    this.#page = page
    page.document.addEventListener('touchmove', (event) => this.#kind === 'pull' && event.preventDefault(), {
      passive: false,
    })
  }

  /**
   * @param {Gesture} gesture
   * @param {Hand} hand
   */
  begin(gesture, hand) {
    this.#stop()
    this.#page.scroll.interrupt()
    const { screenX, screenY } = hand.changed[0]
    this.#last = { x: screenX, y: screenY }
    this.#startY = screenY
    this.#speed = 0
    this.#kind = hand.touches.length === 1 && !selectsText(this.#page, gesture.target) ? 'undecided' : 'nothing'
  }

  /**
   * @param {Gesture} gesture
   * @param {Hand} hand
   */
  move(gesture, hand) {
    const { screenX: x, screenY: y } = hand.changed[0]
    if (this.#kind === 'undecided') this.#decide(gesture, x - this.#last.x, y - this.#last.y)
    if (this.#kind === 'pull') this.#puller?.pull(y - this.#startY)
    if (this.#kind === 'scroll') this.#scroll(this.#axis === 'y' ? this.#last.y - y : this.#last.x - x)
    if (this.#kind !== 'undecided') this.#last = { x, y }
  }

  /**
   * @param {Gesture} gesture
   * @param {number} dx
   * @param {number} dy
   */
  #decide(gesture, dx, dy) {
    if (Math.max(Math.abs(dx), Math.abs(dy)) < START) return
    this.#axis = Math.abs(dy) >= Math.abs(dx) ? 'y' : 'x'
    const distance = this.#axis === 'y' ? -dy : -dx
    const { scroller, puller } = dragTarget(this.#page, gesture.target, this.#axis, distance)
    this.#scroller = scroller
    this.#puller = puller
    if (puller) this.#kind = 'pull'
    else this.#kind = scroller && gesture.mouse ? 'scroll' : 'nothing'
    this.#mark(this.#kind === 'scroll')
  }

  /** @param {number} distance */
  #scroll(distance) {
    const now = performance.now()
    const passed = Math.max(1, now - this.#lastTime)
    this.#lastTime = now
    this.#speed = passed > 100 ? 0 : 0.6 * this.#speed + 0.4 * ((distance / passed) * 16)
    this.#by(distance)
  }

  /** @param {number} distance */
  #by(distance) {
    this.#scroller?.scrollBy(
      this.#axis === 'y' ? { top: distance, behavior: 'instant' } : { left: distance, behavior: 'instant' },
    )
  }

  end() {
    if (this.#kind === 'pull') this.#puller?.release()
    if (this.#kind === 'scroll' && performance.now() - this.#lastTime < 60) this.#slideOn()
    else this.#mark(false)
    this.#kind = 'nothing'
  }

  /** Scrolls on after letting go, slower and slower. */
  #slideOn() {
    this.#glide = requestAnimationFrame(() => {
      this.#speed *= FRICTION
      if (Math.abs(this.#speed) < SLOWEST) return this.#stop()
      this.#by(this.#speed)
      this.#slideOn()
    })
  }

  #stop() {
    cancelAnimationFrame(this.#glide)
    this.#mark(false)
  }

  /** @param {boolean} scrolls */
  #mark(scrolls) {
    this.#page.document.documentElement.toggleAttribute(GLIDES, scrolls)
  }
}

/**
 * @param {import('./frames.js').Page} page
 * @param {EventTarget | null} target
 */
function selectsText(page, target) {
  const element = /** @type {Element} */ (target)
  return element.nodeType === 1 && page.window.getComputedStyle(element).userSelect === 'text'
}
