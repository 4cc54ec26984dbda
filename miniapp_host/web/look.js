/**
 * Looks at the page in front for tests and recordings; `web/looks.py` evaluates this file, and those that it imports,
 * as one script.
 * @typedef {{by: 'text' | 'selector' | 'lines' | 'point' | 'scroller' | 'picker', value: string, nth: number | null,
 *   at: number[] | null, bring: boolean, away: boolean, x: number, y: number}} Request
 * @typedef {{name: string, text: string, x: number, y: number, covered: boolean}} Seen
 * @typedef {import('./pointing.js').Hit} Hit
 * @typedef {{lines: string[], found: Seen[], still: boolean, problem: string, hit: Hit | null, field: Hit | null,
 *   picker: import('./picking.js').Picker | null}} Look
 */

import { pickerIn } from './picking.js'
import { fieldIn, hitAt, scrollerAt } from './pointing.js'
import { all, bring, byText, isCovered, isPressable, linesOf, pointOf, sheetsOf, textOf } from './seeing.js'

const MOST_LINES = 200
const MOST_FOUND = 500
const LONGEST_TEXT = 10000

/**
 * An element as the test's side knows it; x and y are the point that is meant.
 * @param {Element} element
 * @param {number[] | null} at
 * @returns {Seen}
 */
function described(element, at) {
  const name = element.localName + (element.id ? `#${element.id}` : '')
  return {
    name,
    text: textOf(element).slice(0, LONGEST_TEXT),
    ...pointOf(element, at),
    covered: isCovered(element, at),
  }
}

const TAGS = /\[[^\]]*\]|"[^"]*"|'[^']*'|(^|[\s>+~,]|:(?:is|not|has|where)\()([a-z][\w-]*)(?![\w-]*\()/g

/**
 * A selector in which a tag of WXML means the element that stands for it on the page.
 * @param {string} value
 */
const overPage = (value) =>
  value.replace(TAGS, (whole, before, tag) => (tag ? `${before}:is(${tag}, wx-${tag})` : whole))

const CLASSES = /\[[^\]]*\]|"[^"]*"|'[^']*'|\.(-?[_a-z][\w-]*)/gi

/**
 * A selector in which a class means that of any component too: on the page its place stands before it.
 * @param {Document} page
 * @param {string} selector
 */
function overComponents(page, selector) {
  const names = new Set(all(page, '[class*="--"]').flatMap(({ classList }) => [...classList]))
  return selector.replace(CLASSES, (whole, name) => {
    const alike = [...names].filter((one) => name && one.endsWith(`--${name}`))
    return alike.length === 0 ? whole : `:is(${[name, ...alike].map((one) => `.${CSS.escape(one)}`).join(', ')})`
  })
}

/**
 * Every element that a selector means and a person could press: the page's own, else those of its components.
 * @param {Document} page
 * @param {string} value
 */
function selected(page, value) {
  const selector = overPage(value)
  const own = all(page, selector).filter(isPressable)
  return own.length > 0 ? own : all(page, overComponents(page, selector)).filter(isPressable)
}

/**
 * The elements that a request means, after the chosen one was scrolled into reach.
 * @param {Document} page
 * @param {Request} request
 */
function found(page, { by, value, nth, at, bring: isWanted, away }) {
  const elements = by === 'selector' ? selected(page, value) : byText(page, value)
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
 * One look at the page in front; null while there is none. `problem` says why a selector is none.
 * @param {Request} request
 * @returns {Look | null}
 */
export function look(request) {
  const sheet = document.querySelector('.sheet[data-state=shown]')
  const page = sheet?.querySelector('iframe')?.contentDocument
  if (!sheet || !page?.body) return null
  const still = [sheet, ...sheetsOf(page)].every((one) => one.getAnimations().length === 0)
  /** @type {Look} */
  const nothing = { lines: [], found: [], still, problem: '', hit: null, field: fieldIn(page), picker: null }
  try {
    return { ...nothing, ...answer(page, request) }
  } catch (error) {
    return { ...nothing, problem: String(error) }
  }
}
