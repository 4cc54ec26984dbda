// What the program hears of the person's hand on a page: touches, taps, long presses, and the end of transitions.

import { DragScroll } from './drag-scroll.js'
import { Gestures } from './gestures.js'
import { watchHover } from './hover.js'
import { ownerOf, pathFrom } from './nodes.js'

/** @typedef {import('./frames.js').Page} Page */
/** @typedef {import('./gestures.js').Gesture} Gesture */
/** @typedef {import('./gestures.js').Hand} Hand */

/** The milliseconds that a hand is held still for a long press. */
export const LONG_PRESS = 350
const MOTION = ['transitionend', 'animationstart', 'animationiteration', 'animationend']

/** @param {Page} page */
export function watchEvents(page) {
  const listeners = [touches(page), longPresses(page), watchHover(page), new DragScroll(page)]
  const gestures = new Gestures(page.document, listeners)
  page.document.addEventListener('click', (event) => tap(page, gestures.current, event), true)
  page.document.addEventListener('dragstart', (event) => event.preventDefault())
  for (const name of MOTION) page.document.addEventListener(name, (event) => motion(page, event))
}

/**
 * Makes the listener that sends touchstart, touchmove, touchend and touchcancel.
 * @param {Page} page
 * @returns {import('./gestures.js').HandListener}
 */
function touches(page) {
  const send = (/** @type {string} */ name, /** @type {Gesture} */ gesture, /** @type {Hand} */ hand) => {
    if (page.heard.has(name)) sendTouch(page, name, gesture.target, hand)
  }
  return {
    begin: (gesture, hand) => send('touchstart', gesture, hand),
    move: (gesture, hand) => send('touchmove', gesture, hand),
    end: (gesture, hand, cancelled) => send(cancelled ? 'touchcancel' : 'touchend', gesture, hand),
  }
}

/**
 * Makes the listener that sends longpress and longtap when the hand is held still for a while.
 * @param {Page} page
 * @returns {import('./gestures.js').HandListener}
 */
function longPresses(page) {
  let timer = 0
  const press = (/** @type {Gesture} */ gesture, /** @type {Hand} */ hand) => {
    gesture.pressedLong = someListens(gesture.target, 'longpress')
    for (const name of ['longpress', 'longtap']) if (page.heard.has(name)) sendTouch(page, name, gesture.target, hand)
  }
  return {
    begin: (gesture, hand) => {
      clearTimeout(timer)
      timer = window.setTimeout(() => press(gesture, hand), LONG_PRESS)
    },
    move: (gesture) => {
      if (gesture.moved) clearTimeout(timer)
    },
    end: () => clearTimeout(timer),
  }
}

/**
 * Handles a click: it is a tap unless the hand has moved, pressed long, or met something disabled.
 * @param {Page} page
 * @param {Gesture | null} gesture
 * @param {MouseEvent} event
 */
function tap(page, gesture, event) {
  if (!event.isTrusted || gesture?.moved || gesture?.pressedLong) return
  deliverTap(page, event.composedPath()[0], event, event)
}

/**
 * Sends a tap in the middle of an element, for Enter or Space.
 * @param {Page} page
 * @param {Element} element
 * @param {KeyboardEvent} event
 */
export function tapByKey(page, element, event) {
  if (!event.isTrusted) return
  const { left, top, width, height } = element.getBoundingClientRect()
  const [clientX, clientY] = [left + width / 2, top + height / 2]
  const { scrollX, scrollY } = page.window
  deliverTap(page, element, { clientX, clientY, pageX: clientX + scrollX, pageY: clientY + scrollY }, event)
}

/**
 * Gives a tap to the program and to the components under it. Only a trusted event counts as the person's wish.
 * @param {Page} page
 * @param {EventTarget} target
 * @param {{clientX: number, clientY: number, pageX: number, pageY: number}} point
 * @param {Event} event
 */
export function deliverTap(page, target, { clientX, clientY, pageX, pageY }, event) {
  const path = [...pathFrom(target)]
  if (path.some(isDisabledButton)) return
  if (event.isTrusted && path.some(asksTheHost)) page.host.tapped()
  if (page.heard.has('tap')) sendTap(page, target, { identifier: 0, clientX, clientY, pageX, pageY }, event)
  for (const element of path) if (/** @type {any} */ (element).onTap?.(event)) break
}

/**
 * Sends a tap. The component under the hand may add to it, or keep it to itself.
 * @param {Page} page
 * @param {EventTarget} target
 * @param {Omit<import('./gestures.js').Finger, 'screenX' | 'screenY'>} finger
 * @param {Event} event
 */
function sendTap(page, target, finger, event) {
  const owner = /** @type {Partial<import('../components/component.js').Component>} */ (ownerOf(target) ?? {})
  const more = owner.tapDetail?.(finger, event)
  if (more !== null) sendTouch(page, 'tap', target, { touches: [finger], changed: [finger] }, more)
}

/** @param {import('./nodes.js').ProgramElement} element */
function isDisabledButton({ localName, properties }) {
  return localName === 'wx-button' && Boolean(properties?.disabled)
}

/**
 * Returns whether a tap on an element may lead the program to ask the host for something. A form's button is heard as
 * `submit`; a <navigator> may lead to another program.
 * @param {import('./nodes.js').ProgramElement} element
 */
function asksTheHost({ listeners, properties }) {
  const asks = properties?.['open-type'] || properties?.['form-type'] || properties?.target === 'miniProgram'
  return Boolean(listeners?.has('tap') || asks)
}

/**
 * @param {EventTarget | null} target
 * @param {string} name
 */
export function someListens(target, name) {
  for (const { listeners } of pathFrom(target)) if (listeners?.has(name)) return true
  return false
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {EventTarget | null} target
 * @param {{touches: object[], changed: {pageX: number, pageY: number}[]}} hand
 * @param {object} [more]
 */
export function sendTouch(page, name, target, { touches, changed }, more) {
  const owner = ownerOf(target)
  if (!owner?.nodeId) return
  const detail = { x: changed[0].pageX, y: changed[0].pageY, ...more }
  const offsets = name === 'tap' ? offsetsFrom(target) : undefined
  const extra = { touches: touches.map(inside(owner)), changedTouches: changed.map(inside(owner)), offsets }
  const around = nodesAround(owner)
  page.send({ type: 'event', id: owner.nodeId, around, name, detail, bubbles: true, composed: true, extra })
}

/**
 * Returns the nodes of the program that an element is drawn in, innermost first: they hear what it would have told them
 * if the program removes it while its event is on the way.
 * @param {import('./nodes.js').ProgramElement} owner
 */
const nodesAround = (owner) => [...pathFrom(owner)].flatMap(({ nodeId }) => nodeId ?? []).slice(1)

/**
 * Returns the places of the target and of everything around it that listens, by node: targets of events have
 * offsetLeft and offsetTop.
 * @param {EventTarget | null} target
 */
function offsetsFrom(target) {
  const owner = ownerOf(target)
  const concerned = [...pathFrom(target)].filter(
    (element) => element.nodeId && (element === owner || element.listeners?.has('tap')),
  )
  return Object.fromEntries(concerned.map(({ nodeId, offsetLeft, offsetTop }) => [nodeId, [offsetLeft, offsetTop]]))
}

/**
 * Returns a function that makes the record of a finger that the program gets; on a canvas it also has its place there.
 * @param {HTMLElement} owner
 * @returns {(finger: any) => object}
 */
function inside(owner) {
  const plain = (/** @type {Record<string, unknown>} */ { identifier, pageX, pageY, clientX, clientY }) => ({
    identifier,
    pageX,
    pageY,
    clientX,
    clientY,
  })
  if (owner.localName !== 'wx-canvas') return plain
  const { left, top } = owner.getBoundingClientRect()
  return (finger) => ({ ...plain(finger), x: finger.clientX - left, y: finger.clientY - top })
}

/**
 * @param {Page} page
 * @param {Event} event
 */
function motion(page, event) {
  const target = /** @type {import('./nodes.js').ProgramElement} */ (event.composedPath()[0])
  if (!page.heard.has(event.type) || !target.nodeId) return
  const { elapsedTime, propertyName, animationName } = /** @type {any} */ (event)
  const detail = { elapsedTime, ...(propertyName ? { propertyName } : { animationName }) }
  page.send({
    type: 'event',
    id: target.nodeId,
    name: event.type,
    detail,
    bubbles: true,
    composed: true,
    extra: undefined,
  })
}
