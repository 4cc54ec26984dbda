// A hand, or the mouse, on a swiper: the track follows it, and turns to the next leaf if it lets go far or fast
// enough.

const START = 6
const FAR = 0.33
const FAST = 0.35
const NOTICED = 20
const STIFFNESS = 3

/**
 * @typedef {object} Track what the drag needs of the swiper
 * @property {'x' | 'y'} axis
 * @property {number} position
 * @property {number} end
 * @property {number} leafLength
 * @property {boolean} circular
 * @property {unknown[]} items
 * @property {number} timer
 * @property {import('./motion.js').Motion} motion
 * @property {(position: number) => void} place
 * @property {(position: number, source: 'touch') => void} turnTo
 * @property {() => void} tellMove
 * @property {(target: EventTarget | null, distance: number) => boolean} takes
 */

/** Drags one swiper, which tells it of pointers. */
export class SwiperDrag {
  #track
  /** @type {'idle' | 'pressed' | 'dragging'} */
  #state = 'idle'
  #pointer = 0
  #start = { x: 0, y: 0 }
  #startPosition = 0
  #last = { place: 0, time: 0 }
  #speed = 0
  /** @type {EventTarget | null} */
  #target = null

  /** @param {import('./component.js').Component & Track} track */
  constructor(track) {
    this.#track = track
    track.addEventListener('pointerdown', (event) => this.#press(event))
    track.addEventListener('pointermove', (event) => this.#move(event))
    track.addEventListener('pointerup', (event) => this.#letGo(event))
    track.addEventListener('pointercancel', (event) => this.#letGo(event))
    track.addEventListener('lostpointercapture', (event) => event.target === track && this.#letGo(event))
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (event.button !== 0 || this.#state !== 'idle' || this.#track.items.length === 0) return
    this.#state = 'pressed'
    this.#pointer = event.pointerId
    this.#start = { x: event.clientX, y: event.clientY }
    this.#target = event.composedPath()[0]
    this.#last = { place: this.#along(event), time: event.timeStamp }
    this.#speed = 0
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.pointerId !== this.#pointer || this.#state === 'idle') return
    if (event.pointerType === 'mouse' && !(event.buttons & 1)) return this.#letGo(event)
    if (this.#state === 'pressed') this.#decide(event)
    if (this.#state === 'dragging') this.#follow(event)
  }

  /** @param {PointerEvent} event */
  #decide(event) {
    const dx = event.clientX - this.#start.x
    const dy = event.clientY - this.#start.y
    if (Math.max(Math.abs(dx), Math.abs(dy)) < START) return
    const axis = Math.abs(dx) > Math.abs(dy) ? 'x' : 'y'
    const mine = axis === this.#track.axis && this.#track.takes(this.#target, -(axis === 'x' ? dx : dy))
    this.#state = mine ? 'dragging' : 'idle'
    if (mine) this.#begin(event)
  }

  /** @param {PointerEvent} event */
  #begin(event) {
    this.#track.setPointerCapture(event.pointerId)
    this.#track.motion.stop()
    clearTimeout(this.#track.timer)
    this.#startPosition = this.#track.position
  }

  /** @param {PointerEvent} event */
  #follow(event) {
    event.stopPropagation()
    const place = this.#along(event)
    const passed = Math.max(1, event.timeStamp - this.#last.time)
    if (place !== this.#last.place) {
      this.#speed = (place - this.#last.place) / passed
      this.#last = { place, time: event.timeStamp }
    }
    this.#track.place(this.#held(this.#startPosition + (this.#startPlace - place) / this.#track.leafLength))
    this.#track.tellMove()
  }

  /**
   * Returns where the track is held: beyond the ends it follows less and less.
   * @param {number} position
   */
  #held(position) {
    const { end, circular } = this.#track
    if (circular) return position
    if (position < 0) return position / STIFFNESS
    return position > end ? end + (position - end) / STIFFNESS : position
  }

  /** @param {PointerEvent} event */
  #letGo(event) {
    if (event.pointerId !== this.#pointer) return
    const dragged = this.#state === 'dragging'
    if (dragged && event.type === 'pointerup') this.#follow(event)
    this.#state = 'idle'
    if (dragged) this.#track.turnTo(this.#landing(event), 'touch')
  }

  /**
   * Returns the leaf to rest on.
   * @param {PointerEvent} event
   */
  #landing(event) {
    const { position, end, circular } = this.#track
    const from = Math.round(this.#startPosition)
    const moved = position - this.#startPosition
    const fresh = event.timeStamp - this.#last.time < 100
    const meant = Math.abs(moved) * this.#track.leafLength > NOTICED && Math.sign(moved) === -Math.sign(this.#speed)
    const flung = fresh && meant && Math.abs(this.#speed) > FAST
    const steps = Math.abs(moved) > FAR || flung ? Math.sign(moved) * Math.max(1, Math.round(Math.abs(moved))) : 0
    return circular ? from + steps : Math.min(end, Math.max(0, from + steps))
  }

  get #startPlace() {
    return this.#track.axis === 'x' ? this.#start.x : this.#start.y
  }

  /** @param {PointerEvent} event */
  #along(event) {
    return this.#track.axis === 'x' ? event.clientX : event.clientY
  }
}
