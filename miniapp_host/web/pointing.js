// How a test names what a person points at: by its text, else by a selector; and where in it, if that matters.

import { pickedBy, turns } from './picking.js'
import { byText, elementAt, lineAt, pointOf, textOf, valueOf } from './seeing.js'
import { selected } from './selecting.js'

/** @typedef {import('./seeing.js').Point} Point */
/** @typedef {{target: string, nth: number | null, element: Element}} Named */
/**
 * What lies at a point. `text` is the line that a person reads there, `value` what stands in a field, `picked` what is
 * taken by a press that confirms a picker; `turns` says that it is a picker's column.
 * @typedef {{target: string, nth: number | null, at: number[] | null, text: string, value: string | null,
 *   picked: string[] | null, turns: boolean}} Hit
 */

/** Stands before a selector that would else be taken for a text. */
const CSS_MARK = 'css='
const LONGEST = 60
const MOST_ALIKE = 100
/** What looks at where it is touched. */
const PLACED = new Set('wx-canvas wx-map wx-slider wx-video wx-movable-area wx-rich-text wx-picker-view'.split(' '))
/** What does something by itself when it is pressed. */
const ACTS = new Set(
  'wx-button wx-navigator wx-label wx-radio wx-checkbox wx-switch wx-picker wx-input wx-textarea'.split(' '),
)
/** Tags that say what an element is, as `wx-view` does not. */
const TELLING = new Set([
  ...ACTS,
  ...'wx-slider wx-image wx-form wx-swiper wx-scroll-view wx-picker-view wx-video wx-map wx-canvas'.split(' '),
])
const SCROLLING = /auto|scroll/
/** Letters and signs: an icon of a font has none. */
const READABLE = /[^\s\p{Co}\p{Cc}\p{Cf}]/u
/** Classes that come and go with the hand, or with what is chosen or loaded. */
const PASSING =
  /(^|[-_])(hover|active|focus|pressed|touched)([-_]|$)|(^|[-_])(selected|checked|current|loading|loaded|failed)$/i

/**
 * How a test names what lies at a point.
 * @param {Document} page
 * @param {Point} point
 * @returns {Hit}
 */
export function hitAt(page, point) {
  const element = elementAt(page, point) ?? page.documentElement
  const named = byItsText(page, element) ?? bySelector(page, element)
  const at = placeIn(named.element, element, point)
  return { ...said(named, element), at, text: shortened(lineAt(element, point)), picked: pickedBy(page, element) }
}

/**
 * How a test names the field that has the keys; null if none has.
 * @param {Document} page
 * @returns {Hit | null}
 */
export function fieldIn(page) {
  const element = page.activeElement
  return element && valueOf(element) !== null ? said(bySelector(page, element), element) : null
}

/**
 * What scrolls at a point; null if it is the page.
 * @param {Document} page
 * @param {Point} point
 * @returns {Hit | null}
 */
export function scrollerAt(page, point) {
  for (let one = elementAt(page, point); one && one !== page.body; one = one.parentElement)
    if (scrolls(one)) return said(bySelector(page, one), one)
  return null
}

/**
 * @param {Named} named
 * @param {Element} element
 * @returns {Hit}
 */
const said = ({ target, nth }, element) => ({
  target,
  nth,
  at: null,
  text: '',
  value: valueOf(element),
  picked: null,
  turns: turns(element),
})

/**
 * A text that a test may say; cut between words if it has them.
 * @param {string} text
 */
const shortened = (text) => (text.length <= LONGEST ? text : text.slice(0, LONGEST).replace(/\s+\S*$/, ''))

/** @param {Element} element */
function scrolls(element) {
  const view = /** @type {Window} */ (element.ownerDocument.defaultView)
  const { overflowX, overflowY } = view.getComputedStyle(element)
  const isWheel = element.matches('wx-scroll-view, wx-picker-view-column, wx-map, .column')
  return isWheel || (SCROLLING.test(overflowX + overflowY) && element.scrollHeight > element.clientHeight)
}

/**
 * An element by its text; null if it has none that is short and readable.
 * @param {Document} page
 * @param {Element} element
 * @returns {Named | null}
 */
function byItsText(page, element) {
  const text = valueOf(element) || textOf(element)
  if (!READABLE.test(text) || text.length > LONGEST) return null
  const found = byText(page, text)
  const nth = found.findIndex((one) => one.contains(element) || (element.contains(one) && !hears(one, element)))
  return nth === -1 ? null : { target: `text=${text}`, nth: found.length > 1 ? nth : null, element: found[nth] }
}

/**
 * Whether what a person does to an element is heard before it comes to what is around it: then it is not the same to
 * press one or the other.
 * @param {Element} element
 * @param {Element} around
 */
function hears(element, around) {
  for (let at = /** @type {any} */ (element); at && at !== around; at = at.parentNode ?? at.host)
    if (at.listeners?.size > 0 || ACTS.has(at.localName)) return true
  return false
}

/**
 * An element by its id or its rarest class, or the way to it from the nearest element that has such a name of its own.
 * @param {Document} page
 * @param {Element} element
 * @returns {Named}
 */
function bySelector(page, element) {
  const { target, alike } = rarestName(page, element)
  if (alike.length === 0 || alike.length > MOST_ALIKE)
    return { target: `${CSS_MARK}${wayTo(page, element)}`, nth: null, element }
  return { target, nth: alike.length > 1 ? alike.indexOf(element) : null, element }
}

/**
 * The selector of an element's id, of one of its classes, or else of its tag that means the fewest others; of none if
 * it has no such name.
 * @param {Document} page
 * @param {Element} element
 */
function rarestName(page, element) {
  const names = namesOf(element)
  const known = names.map((target) => ({ target, alike: selected(page, bare(target)) }))
  const meant = known.filter(({ alike }) => alike.includes(element)).sort((a, b) => a.alike.length - b.alike.length)
  return meant[0] ?? { target: '', alike: [] }
}

/**
 * The selector of a target.
 * @param {string} target
 */
const bare = (target) => target.replace(CSS_MARK, '')

/**
 * What a test may call an element by.
 * @param {Element} element
 */
function namesOf(element) {
  if (element.id) return [`#${CSS.escape(element.id)}`]
  const classes = classesOf(element).map((name) => `.${CSS.escape(name)}`)
  const tag = TELLING.has(element.localName) ? [`${CSS_MARK}${element.localName.replace('wx-', '')}`] : []
  return classes.length > 0 ? classes : tag
}

/**
 * The classes that a test may name, as their component writes them; without what comes and goes, and without those
 * that only say more of another one (`button--large`).
 * @param {Element} element
 */
function classesOf({ classList }) {
  const all = [...classList]
  const base = all.filter((name) => !PASSING.test(name) && !all.some((other) => name.startsWith(`${other}--`)))
  return [...new Set(base.flatMap((name) => [name.replace(/^.*?--/, ''), name]))]
}

/**
 * @param {Document} page
 * @param {Element} element
 * @returns {string}
 */
function wayTo(page, element) {
  const { target, alike } = rarestName(page, element)
  if (alike.length === 1) return bare(target)
  const parent = element.parentElement
  if (!parent || element === page.body) return element.localName
  return `${wayTo(page, parent)} > :nth-child(${[...parent.children].indexOf(element) + 1})`
}

/**
 * Where in what is named the person pointed; null if its middle is the same.
 * @param {Element} named
 * @param {Element} element
 * @param {Point} point
 */
function placeIn(named, element, point) {
  const middle = elementAt(element.ownerDocument, pointOf(named))
  const isText = named !== element && element.contains(named) && named.contains(middle)
  if (!PLACED.has(element.localName) && (middle === element || isText)) return null
  const { left, top } = named.getBoundingClientRect()
  return [Math.round(point.x - left), Math.round(point.y - top)]
}
