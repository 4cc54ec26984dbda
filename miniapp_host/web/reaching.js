// Whether a hand reaches an element, what keeps it from there, and how the page is scrolled until it does.

import { elementAt, nameOf, pointOf } from './seeing.js'

/**
 * What holds an element, from within outwards, as it is drawn.
 * @param {Element} element
 * @returns {Element[]}
 */
function holdersOf(element) {
  const holder = element.assignedSlot ?? element.parentElement ?? hostOf(element)
  return holder ? [holder, ...holdersOf(holder)] : []
}

/** @param {Element} element */
const hostOf = (element) => /** @type {Partial<ShadowRoot>} */ (element.getRootNode()).host ?? null

/**
 * How far everything is scrolled that lies at a point.
 * @param {Document} page
 * @param {import('./seeing.js').Point} point
 */
export function offsetsAt(page, point) {
  const top = elementAt(page, point)
  return (top ? [top, ...holdersOf(top)] : []).map(({ scrollLeft, scrollTop }) => `${scrollLeft}, ${scrollTop}`)
}

/**
 * Why a hand does not reach a point of an element; empty if it does.
 * @param {Element} element
 * @param {number[] | null} at
 */
export function obstacleOf(element, at) {
  const point = pointOf(element, at)
  const top = elementAt(element.ownerDocument, point)
  if (top && element.contains(top)) return ''
  if (!top || !isInView(element, point)) return 'out of view'
  return top.contains(element) ? '' : `under ${nameOf(top)}`
}

/**
 * @param {Element} element
 * @param {import('./seeing.js').Point} point
 */
function isInView(element, { x, y }) {
  return holdersOf(element).every((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect()
    return overflowOf(one).every((each) => each === 'visible') || (x >= left && x < right && y >= top && y < bottom)
  })
}

/** @param {Element} element */
function overflowOf(element) {
  const { overflowX, overflowY } = /** @type {Window} */ (element.ownerDocument.defaultView).getComputedStyle(element)
  return [overflowX, overflowY]
}

/**
 * Scrolls no more than needed until a point of an element can be reached; what is on a sheet stays. Only what a hand
 * scrolls is scrolled: what a program keeps outside of a box has to be swiped in.
 * @param {Element} element
 * @param {number[] | null} at
 * @param {boolean} away whether the edges of the page are out of reach
 */
export function bring(element, at, away) {
  const page = element.ownerDocument
  if (element.getRootNode() !== page) return
  const putBack = holdersOf(element).filter(isBox).map(keeper)
  if (!away) element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  if (away || obstacleOf(element, at))
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
  for (const one of putBack) one()
  const { y } = pointOf(element, at)
  const view = /** @type {Window} */ (page.defaultView)
  if (y < 0 || y > view.innerHeight) view.scrollBy({ top: y - view.innerHeight / 2, behavior: 'instant' })
}

/**
 * Whether an element is no page, but on one.
 * @param {Element} element
 */
const isBox = ({ localName }) => localName !== 'html' && localName !== 'body'

/**
 * Makes what puts a box back to where it stands, in the directions in which no hand moves it.
 * @param {Element} box
 */
function keeper(box) {
  const { scrollLeft, scrollTop } = box
  const [x, y] = overflowOf(box)
  return () => {
    if (x === 'hidden') box.scrollLeft = scrollLeft
    if (y === 'hidden') box.scrollTop = scrollTop
  }
}
