// What scrolls under a hand or the wheel, and what keeps it from scrolling.

import { pathFrom } from './nodes.js'

/** @typedef {'x' | 'y'} Axis */

/**
 * Something that can be pulled down to refresh.
 * @typedef {{ready: boolean, pull(distance: number): void, release(): void}} Puller
 */
/**
 * Returns what a drag of `distance` px along `axis` moves: the nearest thing around `target` that can scroll so or be
 * pulled down. Returns neither if something in between follows the hand itself or catches its moves.
 * @param {import('./frames.js').Page} page
 * @param {EventTarget | null} target
 * @param {Axis} axis
 * @param {number} distance
 * @returns {{scroller?: Element, puller?: Puller}}
 */
export function dragTarget(page, target, axis, distance) {
  for (const element of pathFrom(target)) {
    if (element === page.root) break
    const moved = movedAt(page, element, axis, distance)
    if (moved) return moved
  }
  if (pageScrolls(page) && canScroll(page.root, axis, distance)) return { scroller: page.root }
  return pulls(axis, distance) && page.pullDown.ready ? { puller: page.pullDown } : {}
}

/**
 * Returns what the drag moves, if this element decides it; null if what is around it decides.
 * @param {import('./frames.js').Page} page
 * @param {Element} element
 * @param {Axis} axis
 * @param {number} distance
 */
function movedAt(page, element, axis, distance) {
  if (element.hasAttribute('wx-catch') || followsHand(element, axis)) return {}
  if (canScroll(element, axis, distance) && overflows(page, element, axis)) return { scroller: element }
  const { puller } = /** @type {{puller?: Puller}} */ (/** @type {unknown} */ (element))
  return pulls(axis, distance) && puller?.ready ? { puller } : null
}

/**
 * @param {Axis} axis
 * @param {number} distance
 */
function pulls(axis, distance) {
  return axis === 'y' && distance < 0
}

/**
 * @param {Element} element
 * @param {Axis} axis
 */
function followsHand(element, axis) {
  const own = /** @type {{dragAxis?: string | null}} */ (/** @type {unknown} */ (element)).dragAxis
  return own === axis || own === 'both' || /^(?:input|textarea|video|audio)$/.test(element.localName)
}

/**
 * @param {Element} element
 * @param {Axis} axis
 * @param {number} distance
 */
function canScroll(element, axis, distance) {
  const [at, size, whole] =
    axis === 'y'
      ? [element.scrollTop, element.clientHeight, element.scrollHeight]
      : [element.scrollLeft, element.clientWidth, element.scrollWidth]
  return distance < 0 ? at > 0 : Math.ceil(at) + size < whole
}

/**
 * @param {import('./frames.js').Page} page
 * @param {Element} element
 * @param {Axis} axis
 */
function overflows(page, element, axis) {
  const style = page.window.getComputedStyle(element)
  return /auto|scroll/.test(axis === 'y' ? style.overflowY : style.overflowX)
}

/** @param {import('./frames.js').Page} page */
function pageScrolls(page) {
  return [page.root, page.document.body].every(
    (element) => page.window.getComputedStyle(element).overflowY !== 'hidden',
  )
}

/**
 * Keeps the wheel over a catch:touchmove from scrolling anything but what is inside it.
 * @param {import('./frames.js').Page} page
 * @param {WheelEvent} event
 */
export function holdBehindCatchers(page, event) {
  if (event.ctrlKey) return
  const axis = Math.abs(event.deltaY) >= Math.abs(event.deltaX) ? 'y' : 'x'
  const distance = axis === 'y' ? event.deltaY : event.deltaX
  for (const element of pathFrom(event.composedPath()[0])) {
    if (element.hasAttribute('wx-catch')) return event.preventDefault()
    if (element !== page.root && canScroll(element, axis, distance) && overflows(page, element, axis)) return
  }
}
