// A hand on a movable-view: the view follows it within its bounds, then moves back inside or on for a while.

import { followPointer } from './follow.js'

/** @typedef {import('./glide.js').Point} Point */
/** @typedef {InstanceType<ReturnType<typeof import('./movable-view.js').default>>} MovableView */

const SLOP = 3
const RUBBER = 0.3
/** How far inertia carries at friction 2, in ms of the speed. */
const CARRY = 300
/** How much of the end of a drag decides its speed, in ms. */
const END = 80

/** Moves one movable-view, which tells it of pointers. */
export class MovableDrag {
  #view
  /** @type {{from: Point, place: Point, way: '' | 'h' | 'v', trail: {at: Point, time: number}[]} | null} */
  #drag = null

  /** @param {MovableView} view */
  constructor(view) {
    this.#view = view
    view.addEventListener('pointerdown', (event) => this.#press(event))
  }

  /** Returns whether a hand holds the view. */
  get holds() {
    return this.#drag !== null
  }

  /** @param {PointerEvent} event */
  #press(event) {
    const view = this.#view
    if (event.button !== 0 || this.#drag || !view.dragAxis) return
    event.stopPropagation()
    view.glide.stop()
    const from = { x: event.clientX, y: event.clientY }
    this.#drag = { from, place: view.place, way: '', trail: [] }
    const told = { move: this.#move.bind(this), end: this.#letGo.bind(this) }
    followPointer(view.page.document, event, told)
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const drag = this.#drag
    const { freedom } = this.#view
    if (!drag) return
    const way = { x: event.clientX - drag.from.x, y: event.clientY - drag.from.y }
    if (!drag.way && Math.hypot(way.x, way.y) < SLOP) return
    drag.way ||= Math.abs(way.x) >= Math.abs(way.y) ? 'h' : 'v'
    drag.trail.push({ at: { x: event.clientX, y: event.clientY }, time: event.timeStamp })
    this.#view.emit(`${drag.way}touchmove`, {})
    this.#follow({ x: drag.place.x + way.x * freedom.x, y: drag.place.y + way.y * freedom.y })
  }

  /**
   * Follows the pointer; beyond the bounds less, or not at all.
   * @param {Point} wanted
   */
  #follow(wanted) {
    const inside = this.#view.kept(wanted)
    const outside = inside.x !== wanted.x || inside.y !== wanted.y
    if (!outside || !this.#view.flag('out-of-bounds')) this.#view.put(inside, 'touch')
    else this.#view.put(stretched(inside, wanted), 'touch-out-of-bounds')
  }

  /** @param {PointerEvent} event */
  #letGo(event) {
    const view = this.#view
    const drag = this.#drag
    if (!drag) return
    this.#drag = null
    const inside = view.kept(view.place)
    if (inside.x !== view.place.x || inside.y !== view.place.y) view.moveTo(inside, 'out-of-bounds')
    else if (view.flag('inertia')) this.#carry(drag.trail, event.timeStamp)
  }

  /**
   * Moves on for a while after the hand has let go.
   * @param {{at: Point, time: number}[]} trail
   * @param {number} now
   */
  #carry(trail, now) {
    const first = trail.find(({ time }) => now - time <= END)
    const last = trail.at(-1)
    if (!first || !last || last.time === first.time) return
    const { freedom, place } = this.#view
    const reach = (CARRY * 2) / Math.max(0.5, this.#view.number('friction', 2)) / (last.time - first.time)
    const x = place.x + (last.at.x - first.at.x) * reach * freedom.x
    this.#view.moveTo({ x, y: place.y + (last.at.y - first.at.y) * reach * freedom.y }, 'friction')
  }
}

/**
 * @param {Point} inside
 * @param {Point} wanted
 * @returns {Point}
 */
function stretched(inside, wanted) {
  return { x: inside.x + (wanted.x - inside.x) * RUBBER, y: inside.y + (wanted.y - inside.y) * RUBBER }
}
