/**
 * Looks at the page in front for tests and recordings; `web/looks.py` evaluates this file, and those that it imports,
 * as one script.
 * @typedef {'text' | 'selector' | 'hidden text' | 'hidden selector' | 'lines' | 'offsets' | 'point' | 'scroller' |
 *   'picker'} Kind
 * @typedef {{by: Kind, value: string, nth: number | null, at: number[] | null, bring: boolean, away: boolean,
 *   x: number, y: number}} Request
 * @typedef {{name: string, text: string, x: number, y: number, moving: boolean, obstacle: string}} Seen
 * @typedef {import('./pointing.js').Hit} Hit
 * @typedef {{lines: string[], found: Seen[], still: boolean, problem: string, hit: Hit | null, field: Hit | null,
 *   picker: import('./picking.js').Picker | null}} Look
 */

import { pickerIn } from './picking.js'
import { fieldIn, hitAt, scrollerAt } from './pointing.js'
import { bring, obstacleOf, offsetsAt } from './reaching.js'
import { byText, hiddenWith, isMoving, isPressable, linesOf, nameOf, pointOf, sheetsOf, textOf } from './seeing.js'
import { selected } from './selecting.js'

const MOST_LINES = 5000
const MOST_FOUND = 500
const LONGEST_TEXT = 10000

/**
 * What is looked for, on the page and on what the runtime lays over it.
 * @type {Record<string, (page: Document, value: string) => Element[]>}
 */
const MEANT = {
  text: byText,
  selector: selected,
  'hidden text': hiddenWith,
  'hidden selector': (page, value) => selected(page, value, (one) => !isPressable(one)),
}

/**
 * An element as the test's side knows it; x and y are the point that is meant.
 * @param {Element} element
 * @param {number[] | null} at
 * @returns {Seen}
 */
function described(element, at) {
  return {
    name: nameOf(element),
    text: textOf(element).slice(0, LONGEST_TEXT),
    ...pointOf(element, at),
    moving: isMoving(element),
    obstacle: obstacleOf(element, at),
  }
}

/**
 * The elements that a request means, after the chosen one was scrolled into reach.
 * @param {Document} page
 * @param {Request} request
 */
function found(page, { by, value, nth, at, bring: isWanted, away }) {
  const elements = MEANT[by](page, value)
  const chosen = elements.length === 1 ? elements[0] : elements[nth ?? -1]
  if (chosen && isWanted) bring(chosen, at, away)
  return elements.slice(0, Math.max(MOST_FOUND, (nth ?? 0) + 1)).map((one) => described(one, at))
}

/**
 * What a request asks for.
 * @param {Document} page
 * @param {Request} request
 * @returns {Partial<Look>}
 */
function answer(page, request) {
  switch (request.by) {
    case 'lines':
      return { lines: linesOf(page, MOST_LINES) }
    case 'offsets':
      return { lines: offsetsAt(page, request) }
    case 'point':
      return { hit: hitAt(page, request) }
    case 'scroller':
      return { hit: scrollerAt(page, request) }
    case 'picker':
      return { picker: pickerIn(page) }
    default:
      return { found: found(page, request) }
  }
}

/**
 * A look whose places are those of the view, in which the page's frame lies at `left` and `top`.
 * @param {Look} look
 * @param {number} left
 * @param {number} top
 * @returns {Look}
 */
function onView({ found, picker, ...more }, left, top) {
  /** @type {<P extends import('./seeing.js').Point>(place: P) => P} */
  const moved = (place) => ({ ...place, x: place.x + left, y: place.y + top })
  const columns = picker && { columns: picker.columns.map(moved), confirm: moved(picker.confirm) }
  return { ...more, found: found.map(moved), picker: columns }
}

/**
 * One look at the page in front; null while there is none. `problem` says why a selector is none.
 * @param {Request} request
 * @returns {Look | null}
 */
export function look(request) {
  const sheet = document.querySelector('.sheet[data-state=shown]')
  const frame = sheet?.querySelector('iframe')
  const page = frame?.contentDocument
  if (!sheet || !frame || !page?.body) return null
  const { left, top } = frame.getBoundingClientRect() // a page that was pulled down lies lower while it refreshes
  const glides = page.documentElement.hasAttribute('wx-glides')
  const still = !glides && [sheet, frame, ...sheetsOf(page)].every((one) => one.getAnimations().length === 0)
  /** @type {Look} */
  const nothing = { lines: [], found: [], still, problem: '', hit: null, field: fieldIn(page), picker: null }
  try {
    return onView({ ...nothing, ...answer(page, { ...request, x: request.x - left, y: request.y - top }) }, left, top)
  } catch (error) {
    return { ...nothing, problem: String(error) }
  }
}
