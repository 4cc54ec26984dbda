// A hand on a page: mouse presses and fingers as begin, move, end and cancel. The mouse events that the browser makes
// of fingers are left out.

/** How far a hand may move, in px, and still tap. */
export const TAP_SLOP = 10

/**
 * @typedef {object} Gesture from the first finger down to the last one up
 * @property {EventTarget | null} target where it began, inside shadow trees
 * @property {number} x where it began, in the frame
 * @property {number} y
 * @property {boolean} mouse
 * @property {boolean} moved too far for a tap
 * @property {boolean} pressedLong a longpress went to the program, so no tap will
 */
/**
 * @typedef {{identifier: number, clientX: number, clientY: number, pageX: number, pageY: number,
 *   screenX: number, screenY: number}} Finger
 */
/**
 * @typedef {object} HandListener
 * @property {(gesture: Gesture, event: Hand) => void} [begin]
 * @property {(gesture: Gesture, event: Hand) => void} [move]
 * @property {(gesture: Gesture, event: Hand, cancelled: boolean) => void} [end]
 */
/** @typedef {{source: PointerEvent | TouchEvent, touches: Finger[], changed: Finger[]}} Hand */

/** Tells its listeners of every gesture on one page. */
export class Gestures {
  /**
   * The gesture in progress, or the last one: a click follows the end of its gesture.
   * @type {Gesture | null}
   */
  current = null
  #open = false
  #listeners

  /**
   * @param {Document} page
   * @param {HandListener[]} listeners in the order in which they are told
   */
  constructor(page, listeners) {
    this.#listeners = listeners
    this.#watchMouse(page)
    this.#watchFingers(page)
  }

  /** @param {Document} page */
  #watchMouse(page) {
    const mouse = (/** @type {(event: PointerEvent) => void} */ then) => (/** @type {PointerEvent} */ event) => {
      if (event.isTrusted && event.pointerType !== 'touch') then(event)
    }
    page.addEventListener(
      'pointerdown',
      mouse((event) => event.button === 0 && this.#begin(event, ofMouse(event, true))),
      true,
    )
    page.addEventListener(
      'pointermove',
      mouse((event) => this.#mouseMoved(event)),
      true,
    )
    page.addEventListener(
      'pointerup',
      mouse((event) => event.button === 0 && this.#end(ofMouse(event, false), false)),
      true,
    )
    page.addEventListener(
      'pointercancel',
      mouse((event) => this.#end(ofMouse(event, false), true)),
      true,
    )
  }

  /** @param {PointerEvent} event */
  #mouseMoved(event) {
    if (!this.#open || !this.current?.mouse) return
    if (event.buttons & 1) this.#move(ofMouse(event, true))
    else this.#end(ofMouse(event, false), false)
  }

  /** @param {Document} page */
  #watchFingers(page) {
    const options = { capture: true, passive: true }
    page.addEventListener('touchstart', (event) => this.#begin(event, ofFingers(event)), options)
    page.addEventListener('touchmove', (event) => this.#move(ofFingers(event)), options)
    page.addEventListener('touchend', (event) => this.#end(ofFingers(event), false), options)
    page.addEventListener('touchcancel', (event) => this.#end(ofFingers(event), true), options)
  }

  /**
   * @param {PointerEvent | TouchEvent} event
   * @param {Hand} hand
   */
  #begin(event, hand) {
    if (!this.#open) {
      const { clientX: x, clientY: y } = hand.changed[0]
      const mouse = !('touches' in event)
      this.current = { target: event.composedPath()[0], x, y, mouse, moved: false, pressedLong: false }
      this.#open = true
    }
    for (const listener of this.#listeners) listener.begin?.(/** @type {Gesture} */ (this.current), hand)
  }

  /** @param {Hand} hand */
  #move(hand) {
    const gesture = this.current
    if (!this.#open || !gesture) return
    const { clientX, clientY } = hand.changed[0]
    if (Math.hypot(clientX - gesture.x, clientY - gesture.y) > TAP_SLOP) gesture.moved = true
    for (const listener of this.#listeners) listener.move?.(gesture, hand)
  }

  /**
   * @param {Hand} hand
   * @param {boolean} cancelled
   */
  #end(hand, cancelled) {
    const gesture = this.current
    if (!this.#open || !gesture) return
    this.#open = hand.touches.length > 0
    if (cancelled) gesture.moved = true
    for (const listener of this.#listeners) listener.end?.(gesture, hand, cancelled)
  }
}

/**
 * @param {PointerEvent} event
 * @param {boolean} down
 * @returns {Hand}
 */
function ofMouse(event, down) {
  const finger = fingerOf(event, 0)
  return { source: event, touches: down ? [finger] : [], changed: [finger] }
}

/**
 * @param {TouchEvent} event
 * @returns {Hand}
 */
function ofFingers(event) {
  const list = (/** @type {TouchList} */ touches) => Array.from(touches, (touch) => fingerOf(touch, touch.identifier))
  return { source: event, touches: list(event.touches), changed: list(event.changedTouches) }
}

/**
 * @param {MouseEvent | Touch} point
 * @param {number} identifier
 * @returns {Finger}
 */
function fingerOf({ clientX, clientY, pageX, pageY, screenX, screenY }, identifier) {
  return { identifier, clientX, clientY, pageX, pageY, screenX, screenY }
}
