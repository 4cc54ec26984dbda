// What a person sees of the page in front, and where: for tests and recordings. `web/looks.py` puts the files together.

/** @typedef {{x: number, y: number}} Point in pixels of the page's frame */

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
function withText(page, fits) {
  const says = (/** @type {Element} */ one, /** @type {string} */ text) => fits(text) || fieldTexts(one).some(fits)
  const near = [...all(page, 'body *'), ...sheetsOf(page).flatMap((root) => [...root.querySelectorAll('*')])]
  const found = near
    .filter((one) => says(one, plain(one.textContent)))
    .filter((one) => isVisible(one) && says(one, textOf(one)))
  return found.filter((one) => !found.some((other) => other !== one && one.contains(other)))
}

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

/**
 * What a person reads, line by line, and what stands in the fields.
 * @param {Document} page
 * @param {number} most lines
 */
export function linesOf(page, most) {
  const sheets = sheetsOf(page).flatMap((root) => [...root.children])
  const said = [page.body, ...sheets].flatMap((one) => /** @type {HTMLElement} */ (one).innerText.split('\n'))
  const fields = all(page, 'body *').filter(isVisible).flatMap(fieldTexts)
  return [...said.map(plain), ...fields].filter((line) => line !== '').slice(0, most)
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
 * Whether something else lies over a point of an element, or it is scrolled away.
 * @param {Element} element
 * @param {number[] | null} [at]
 */
export function isCovered(element, at) {
  const top = elementAt(element.ownerDocument, pointOf(element, at))
  return !top || !(element.contains(top) || top.contains(element))
}

/**
 * Scrolls no more than needed until a point of an element can be reached; what is on a sheet stays.
 * @param {Element} element
 * @param {number[] | null} at
 * @param {boolean} away whether the edges of the page are out of reach
 */
export function bring(element, at, away) {
  if (element.getRootNode() !== element.ownerDocument) return
  if (!away) element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  if (away || isCovered(element, at)) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
  const { y } = pointOf(element, at)
  const view = /** @type {Window} */ (element.ownerDocument.defaultView)
  if (y < 0 || y > view.innerHeight) view.scrollBy({ top: y - view.innerHeight / 2, behavior: 'instant' })
}
