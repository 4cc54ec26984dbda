// The hand of a script that drives the program: taps and touches of an element wherever it is. The program hears what
// it hears of a person's hand; to the host it is none, which knows by itself what the script asked for.

import { LONG_PRESS, deliverTap, sendTouch, someListens } from './events.js'
import { TAP_SLOP } from './gestures.js'

/** @typedef {import('./frames.js').Page} Page */
/** @typedef {import('./nodes.js').ProgramElement} ProgramElement */
/** @typedef {import('./gestures.js').Finger} Finger */
/** @typedef {{name: string, touches?: unknown, changedTouches?: unknown, changeTouches?: unknown}} Touch */
/** @typedef {{touches: Finger[], changed: Finger[]}} Fingers */
/**
 * A touch that has begun.
 * @typedef {object} Held
 * @property {Finger} from
 * @property {boolean} moved too far for a tap
 * @property {boolean} long the program was told of a long press
 * @property {number} since in ms
 * @property {number} timer of the long press
 */

/** @type {WeakMap<Page, Held>} */
const held = new WeakMap()

/**
 * Taps an element in its middle.
 * @param {Page} page
 * @param {ProgramElement} element
 */
export function tapElement(page, element) {
  const [finger] = fingersOf(page, element, null)
  tell(page, 'touchstart', element, { touches: [finger], changed: [finger] })
  tell(page, 'touchend', element, { touches: [], changed: [finger] })
  click(page, element, finger)
}

/**
 * Lays fingers on an element, moves them or takes them off; one in its middle if none are given. What was held still
 * becomes a tap or a long press.
 * @param {Page} page
 * @param {ProgramElement} element
 * @param {Touch} given
 */
export function touchElement(page, element, { name, touches, changedTouches, changeTouches }) {
  const changed = fingersOf(page, element, changedTouches ?? changeTouches ?? touches)
  const down = name === 'touchstart' || name === 'touchmove'
  const fingers = { touches: down ? fingersOf(page, element, touches ?? changed) : [], changed }
  if (name === 'touchstart') begin(page, element, fingers)
  if (name === 'touchmove') move(page, fingers)
  if (name === 'touchend') press(page, element, fingers, Date.now())
  tell(page, name, element, fingers)
  if (!down) end(page, element, fingers, name === 'touchend')
}

/**
 * @param {Page} page
 * @param {ProgramElement} element
 * @param {Fingers} fingers
 */
function begin(page, element, fingers) {
  clearTimeout(held.get(page)?.timer)
  const timer = window.setTimeout(() => press(page, element, fingers, Infinity), LONG_PRESS)
  held.set(page, { from: fingers.changed[0], moved: false, long: false, since: Date.now(), timer })
}

/**
 * @param {Page} page
 * @param {Fingers} fingers
 */
function move(page, { changed }) {
  const touch = held.get(page)
  if (touch && Math.hypot(changed[0].clientX - touch.from.clientX, changed[0].clientY - touch.from.clientY) > TAP_SLOP)
    touch.moved = true
}

/**
 * Tells of a long press, once, if the hand has been still for so long.
 * @param {Page} page
 * @param {ProgramElement} element
 * @param {Fingers} fingers
 * @param {number} now in ms
 */
function press(page, element, fingers, now) {
  const touch = held.get(page)
  if (!touch || touch.moved || touch.long || now - touch.since < LONG_PRESS) return
  touch.long = someListens(element, 'longpress')
  for (const name of ['longpress', 'longtap']) tell(page, name, element, fingers)
}

/**
 * @param {Page} page
 * @param {ProgramElement} element
 * @param {Fingers} fingers
 * @param {boolean} taps
 */
function end(page, element, { changed }, taps) {
  const touch = held.get(page)
  clearTimeout(touch?.timer)
  held.delete(page)
  if (taps && touch && !touch.moved && !touch.long) click(page, element, changed[0])
}

/**
 * @param {Page} page
 * @param {ProgramElement} element
 * @param {Finger} finger
 */
function click(page, element, finger) {
  const { clientX, clientY } = finger
  const made = new page.window.MouseEvent('click', { bubbles: true, composed: true, clientX, clientY })
  const deliver = (/** @type {Event} */ event) => deliverTap(page, element, finger, event)
  element.addEventListener('click', deliver, { once: true })
  element.dispatchEvent(made)
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {ProgramElement} element
 * @param {Fingers} fingers
 */
function tell(page, name, element, fingers) {
  if (page.heard.has(name)) sendTouch(page, name, element, fingers)
}

/**
 * @param {Page} page
 * @param {ProgramElement} element
 * @param {unknown} given
 * @returns {Finger[]}
 */
function fingersOf(page, element, given) {
  const { left, top, width, height } = element.getBoundingClientRect()
  const [clientX, clientY] = [left + width / 2, top + height / 2]
  const [pageX, pageY] = [clientX + page.window.scrollX, clientY + page.window.scrollY]
  const middle = { identifier: 0, clientX, clientY, pageX, pageY, screenX: clientX, screenY: clientY }
  const fingers = Array.isArray(given) && given.length > 0 ? given : [{}]
  return fingers.map((finger) => ({ ...middle, ...Object(finger) }))
}
