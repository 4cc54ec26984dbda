// A hand, or the mouse, on a map: dragging moves the map, the wheel zooms about the place under the pointer.

import { placeAt } from './map-ground.js'

/** @typedef {InstanceType<ReturnType<typeof import('./map.js').default>>} ProgramMap */

const START = 4
const ZOOM_STEP = 0.25

/** Moves and zooms one map, which tells it of pointers. */
export class MapHand {
  #map
  /** @type {{x: number, y: number, moved: boolean} | null} */
  #held = null

  /** @param {ProgramMap} map */
  constructor(map) {
    this.#map = map
    map.addEventListener('pointerdown', (event) => this.#press(event))
    map.addEventListener('pointermove', (event) => this.#follow(event))
    map.addEventListener('pointerup', () => this.#letGo())
    map.addEventListener('pointercancel', () => this.#letGo())
    map.addEventListener('wheel', (event) => this.#zoom(event), { passive: false })
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (event.button === 0) this.#held = { x: event.clientX, y: event.clientY, moved: false }
  }

  /** @param {PointerEvent} event */
  #follow(event) {
    const map = this.#map
    const held = this.#held
    if (!held || !map.flag('enable-scroll', true)) return
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y]
    if (!held.moved && Math.hypot(dx, dy) < START) return
    if (!held.moved) this.#begin(event)
    map.showPlace(placeAt(map.sight, map.clientWidth / 2 - dx, map.clientHeight / 2 - dy))
    this.#held = { x: event.clientX, y: event.clientY, moved: true }
  }

  /** @param {PointerEvent} event */
  #begin(event) {
    this.#map.setPointerCapture(event.pointerId)
    this.#map.toggleAttribute('moving', true)
    this.#map.tellRegion('begin', 'gesture')
  }

  #letGo() {
    const moved = this.#held?.moved
    this.#held = null
    this.#map.toggleAttribute('moving', false)
    if (moved) this.#map.tellRegion('end', 'drag')
  }

  /** @param {WheelEvent} event */
  #zoom(event) {
    const map = this.#map
    if (!map.flag('enable-zoom', true)) return
    event.preventDefault()
    const { left, top } = map.getBoundingClientRect()
    map.zoomAt(event.clientX - left, event.clientY - top, -Math.sign(event.deltaY) * ZOOM_STEP)
    map.tellRegion('end', 'scale')
  }
}
