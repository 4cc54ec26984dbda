// A column of rows that turns behind an indicator: it is dragged, flung, turned with the mouse wheel, clicked, or
// moved with keys. It knows nothing of what the rows are; picker and picker-view-column both turn one.

import { followPointer } from './follow.js'

/**
 * @typedef {object} Frame what the wheel turns
 * @property {HTMLElement} view takes the pointer, the wheel and the keys
 * @property {HTMLElement} track is moved up and down
 * @property {() => number} rowHeight in px
 * @property {() => number} rowCount
 */
/**
 * @typedef {object} Told what it tells
 * @property {() => void} [started] the person took hold of it
 * @property {(index: number) => void} [released] the person let go: it will stop there
 * @property {(index: number) => void} stopped it stands on a row that the person turned to
 */

const KEYS = /** @type {Record<string, number>} */ ({
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -5,
  PageDown: 5,
  Home: -Infinity,
  End: Infinity,
})
const TURN_TIME = 300
const CLICK_SLOP = 5
/** How far a fling goes on, in ms of its speed. */
const FLING = 180
/** The longest pause before letting go that still makes a fling, in ms. */
const PAUSE = 80
/** The distance of the mouse wheel that turns by one row, in px. */
const NOTCH = 60
const RUBBER = 0.35

/** Turns one column, and tells its owner where it starts and stops. */
export class Wheel {
  index = 0
  #frame
  #told
  #window
  /** The place of the track now, in px; it is negative when rows are above. */
  #place = 0
  /** @type {{y: number, place: number, moved: boolean, trail: {y: number, time: number}[]} | null} */
  #drag = null
  #turned = 0
  /** @type {Animation | null} */
  #motion = null

  /**
   * @param {Frame} frame
   * @param {Told} told
   */
  constructor(frame, told) {
    this.#frame = frame
    this.#told = told
    this.#window = /** @type {Window & typeof globalThis} */ (frame.view.ownerDocument.defaultView)
    const { view } = frame
    view.addEventListener('pointerdown', (event) => this.#onDown(event))
    view.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false })
    view.addEventListener('keydown', (event) => this.#onKey(event))
  }

  /**
   * Puts the wheel on a row at once, without telling anybody; not while the person turns it.
   * @param {number} index
   */
  stand(index) {
    if (this.#drag || (this.#motion && this.#within(index) === this.index)) return
    this.#motion?.cancel()
    this.#motion = null
    this.index = this.#within(index)
    this.#put(-this.index * this.#frame.rowHeight())
  }

  /**
   * Turns to a row as if the person had turned the wheel.
   * @param {number} index
   */
  turn(index) {
    this.#told.started?.()
    this.#release(this.#within(index))
  }

  /** @param {number} index */
  #within(index) {
    return Math.max(0, Math.min(this.#frame.rowCount() - 1, index))
  }

  /**
   * Returns the row nearest to a place of the track.
   * @param {number} place
   */
  #nearest(place) {
    return this.#within(Math.round(-place / (this.#frame.rowHeight() || 1)))
  }

  /** @param {number} place */
  #put(place) {
    this.#place = place
    this.#frame.track.style.transform = `translateY(${place}px)`
  }

  /**
   * Lets the wheel run to a row and stop there.
   * @param {number} index
   */
  #release(index) {
    this.#drag = null
    const target = -index * this.#frame.rowHeight()
    const from = this.#place
    this.index = index
    this.#told.released?.(index)
    this.#put(target)
    this.#run(from, target, () => this.#told.stopped(index))
  }

  /**
   * @param {number} from
   * @param {number} to
   * @param {() => void} arrived
   */
  #run(from, to, arrived) {
    this.#motion?.cancel()
    const steps = [from, to].map((place) => ({ transform: `translateY(${place}px)` }))
    const duration = from === to || this.#calm() ? 0 : TURN_TIME
    const motion = this.#frame.track.animate(steps, { duration, easing: 'cubic-bezier(.2, .9, .3, 1)' })
    motion.onfinish = () => {
      this.#motion = null
      arrived()
    }
    this.#motion = motion
  }

  #calm() {
    return this.#window.matchMedia('(prefers-reduced-motion: reduce)').matches
  }

  /** Returns where the track is drawn in the middle of a motion. */
  #drawn() {
    const { transform } = this.#window.getComputedStyle(this.#frame.track)
    return transform === 'none' ? this.#place : new this.#window.DOMMatrix(transform).m42
  }

  /** @param {PointerEvent} event */
  #onDown(event) {
    if (event.button !== 0 || this.#drag) return
    const place = this.#drawn()
    this.#motion?.cancel()
    this.#motion = null
    this.#put(place)
    this.#drag = { y: event.clientY, place, moved: false, trail: [] }
    const told = { move: this.#onMove.bind(this), end: this.#onUp.bind(this) }
    followPointer(this.#frame.view.ownerDocument, event, told)
    this.#told.started?.()
  }

  /** @param {PointerEvent} event */
  #onMove(event) {
    const drag = this.#drag
    if (!drag) return
    const way = event.clientY - drag.y
    drag.moved ||= Math.abs(way) > CLICK_SLOP
    drag.trail.push({ y: event.clientY, time: event.timeStamp })
    if (drag.moved) this.#put(this.#rubber(drag.place + way))
  }

  /**
   * Returns where the track is held: beyond the first and the last row it follows less.
   * @param {number} place
   */
  #rubber(place) {
    const last = -(this.#frame.rowCount() - 1) * this.#frame.rowHeight()
    if (place > 0) return place * RUBBER
    return place < last ? last + (place - last) * RUBBER : place
  }

  /** @param {PointerEvent} event */
  #onUp(event) {
    const drag = this.#drag
    if (!drag) return
    const way = drag.moved ? speed(drag.trail, event) * FLING : -this.#belowMiddle(event.clientY)
    this.#release(this.#nearest(this.#place + way))
  }

  /**
   * Returns how far below the middle a click fell, in px.
   * @param {number} clientY
   */
  #belowMiddle(clientY) {
    const { top, height } = this.#frame.view.getBoundingClientRect()
    return clientY - top - height / 2
  }

  /** @param {WheelEvent} event */
  #onWheel(event) {
    event.preventDefault()
    event.stopPropagation()
    this.#turned += event.deltaMode === 0 ? event.deltaY : event.deltaY * NOTCH
    const rows = Math.trunc(this.#turned / NOTCH)
    if (rows === 0) return
    this.#turned -= rows * NOTCH
    if (this.#within(this.index + rows) !== this.index) this.turn(this.index + rows)
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const rows = KEYS[event.key]
    if (rows === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (this.#within(this.index + rows) !== this.index) this.turn(this.index + rows)
  }
}

/**
 * Returns the speed at the end of a drag, in px per ms.
 * @param {{y: number, time: number}[]} trail
 * @param {PointerEvent} end
 */
function speed(trail, end) {
  const recent = trail.find(({ time }) => end.timeStamp - time <= PAUSE)
  const time = recent ? end.timeStamp - recent.time : 0
  return recent && time > 0 ? (end.clientY - recent.y) / time : 0
}
