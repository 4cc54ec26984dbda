// What a person sees of the page in front, and where: for tests and recordings. `web/looks.py` puts the files together.

/** @typedef {{x: number, y: number}} Point in pixels of the page's frame */

const BRIEF_MS = 1000

const plain = (/** @type {string | null | undefined} */ text) => (text ?? '').replace(/\s+/g, ' ').trim()

/** @param {Element} element */
export const textOf = (element) => plain(/** @type {HTMLElement} */ (element).innerText)

/**
 * The shadow trees of what the runtime lays over the page, such as a picker's sheet.
 * @param {Document} page
 */
export const sheetsOf = (page) => [...page.documentElement.children].flatMap(({ shadowRoot }) => shadowRoot ?? [])

/**
 * Every element that a selector means, on the page or on a sheet over it.
 * @param {Document} page
 * @param {string} selector
 */
export const all = (page, selector) => [page, ...sheetsOf(page)].flatMap((root) => [...root.querySelectorAll(selector)])

/**
 * Whether a person could press an element, wherever the page is scrolled to: a transparent button over a picture too.
 * @param {Element} element
 */
export function isPressable(element) {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true })
}

/**
 * Whether a person could see an element, wherever the page is scrolled to.
 * @param {Element} element
 */
export const isVisible = (element) => isPressable(element) && element.checkVisibility({ opacityProperty: true })

/**
 * What stands in a field, whose native control is in its shadow tree; a hint is in the light tree.
 * @param {Element} element
 */
export function fieldTexts(element) {
  const control = element.shadowRoot?.querySelector('input, textarea')
  return control ? [plain(/** @type {HTMLInputElement} */ (control).value)] : []
}

/**
 * What stands in a field; null for any other element.
 * @param {Element | null} element
 */
export const valueOf = (element) => (element && fieldTexts(element)[0]) ?? null

/**
 * The innermost visible elements whose text fits.
 * @param {Document} page
 * @param {(text: string) => boolean} fits
 */
const withText = (page, fits) =>
  innermost(mentioning(page, fits).filter((one) => isVisible(one) && says(one, textOf(one), fits)))

/**
 * The elements whose text fits, visible or not.
 * @param {Document} page
 * @param {(text: string) => boolean} fits
 */
function mentioning(page, fits) {
  const near = [...all(page, 'body *'), ...sheetsOf(page).flatMap((root) => [...root.querySelectorAll('*')])]
  return near.filter((one) => says(one, plain(one.textContent), fits))
}

/**
 * @param {Element} element
 * @param {string} text
 * @param {(text: string) => boolean} fits
 */
const says = (element, text, fits) => fits(text) || fieldTexts(element).some(fits)

/** @param {Element[]} elements */
const innermost = (elements) =>
  elements.filter((one) => !elements.some((other) => other !== one && one.contains(other)))

/**
 * Elements that have a text in them but are not to be seen.
 * @param {Document} page
 * @param {string} value
 */
export const hiddenWith = (page, value) =>
  innermost(mentioning(page, (text) => text.includes(plain(value)))).filter((one) => !isVisible(one))

/**
 * Elements whose whole text is `value`; if there is none, those that contain it.
 * @param {Document} page
 * @param {string} value
 */
export function byText(page, value) {
  const wanted = plain(value)
  const exact = withText(page, (text) => text === wanted)
  return exact.length > 0 ? exact : withText(page, (text) => text.includes(wanted))
}

/** @param {Element} element */
function linesIn(element) {
  const { innerText } = /** @type {HTMLElement} */ (element)
  return (innerText ?? '').split('\n').map(plain).filter(Boolean)
}

/**
 * What a person reads, line by line, and what stands in the fields.
 * @param {Document} page
 * @param {number} most lines
 */
export function linesOf(page, most) {
  const sheets = sheetsOf(page).flatMap((root) => [...root.children])
  const fields = all(page, 'body *').filter(isVisible).flatMap(fieldTexts).filter(Boolean)
  return [...[page.body, ...sheets].flatMap(linesIn), ...fields].slice(0, most)
}

/**
 * The line of an element that a person reads at a point, or nearest to it; what stands in a field.
 * @param {Element} element
 * @param {Point} point
 */
export function lineAt(element, point) {
  const lines = linesIn(element)
  if (lines.length < 2) return valueOf(element) || (lines[0] ?? '')
  const words = plain(nearestPiece(element, point)).toLowerCase()
  return lines.find((line) => line.toLowerCase().includes(words)) ?? ''
}

/**
 * The piece of text in an element that is drawn nearest to a point.
 * @param {Element} element
 * @param {Point} point
 */
function nearestPiece(element, point) {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let [nearest, least] = ['', Infinity]
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const [piece, range] of piecesOf(/** @type {Text} */ (node)))
      for (const box of range.getClientRects())
        if (farFrom(box, point) < least) [nearest, least] = [piece, farFrom(box, point)]
  return nearest
}

/**
 * The pieces of a text between its line feeds, each with its range.
 * @param {Text} node
 * @returns {[string, Range][]}
 */
const piecesOf = (node) =>
  [...node.data.matchAll(/\S[^\n]*/g)].map(({ 0: piece, index }) => {
    const range = node.ownerDocument.createRange()
    range.setStart(node, index)
    range.setEnd(node, index + piece.length)
    return [piece, range]
  })

/**
 * How far a box is from a point, along both sides; 0 for one that holds it.
 * @param {DOMRect} box
 * @param {Point} point
 */
const farFrom = ({ left, right, top, bottom }, { x, y }) =>
  Math.max(left - x, x - right, 0) + Math.max(top - y, y - bottom, 0)

/**
 * An element as a test reads of it: its tag in WXML, its id and its classes.
 * @param {Element} element
 */
export function nameOf({ localName, id, classList }) {
  const tag = localName === 'body' ? 'page' : localName.replace(/^wx-(?:c-)?/, '')
  return `<${tag}${id && `#${id}`}${[...classList].map((name) => `.${name.replace(/^.*--/, '')}`).join('')}>`
}

/**
 * A point of an element: so far from its upper left corner, or its middle.
 * @param {Element} element
 * @param {number[] | null} [at] x and y
 * @returns {Point}
 */
export function pointOf(element, at = null) {
  const { left, top, width, height } = element.getBoundingClientRect()
  return at ? { x: left + at[0], y: top + at[1] } : { x: left + width / 2, y: top + height / 2 }
}

/**
 * What lies on top at a point, on the page or on a sheet over it.
 * @param {Document} page
 * @param {Point} point
 */
export function elementAt(page, { x, y }) {
  const top = page.elementFromPoint(x, y)
  const isSheet = top !== null && top.parentElement === page.documentElement
  return (isSheet && top.shadowRoot?.elementFromPoint(x, y)) || top
}

/**
 * Whether an element, or something that it is drawn in, slides or fades for a moment: what goes on for long, such as a
 * spinner, does not count.
 * @param {Element} element
 */
export function isMoving(element) {
  for (let at = /** @type {Node | null} */ (element); at; at = at.parentNode ?? /** @type {any} */ (at).host ?? null)
    if (at.nodeType === Node.ELEMENT_NODE && (turning(at) || /** @type {Element} */ (at).getAnimations().some(isBrief)))
      return true
  return false
}

/**
 * Whether it is a swiper between two leaves.
 * @param {Node} node
 */
const turning = (node) =>
  Boolean(/** @type {{motion?: {running: boolean}}} */ (/** @type {unknown} */ (node)).motion?.running)

/** @param {Animation} animation */
const isBrief = ({ playState, effect }) =>
  playState === 'running' && Number(effect?.getComputedTiming().endTime) <= BRIEF_MS
