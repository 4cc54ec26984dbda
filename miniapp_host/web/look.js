/**
 * Looks at the page in front for tests and recordings; `web/looks.py` evaluates this file as a script.
 * @typedef {{by: 'text' | 'selector' | 'lines' | 'point', value: string, nth: number | null, bring: boolean, x: number,
 *   y: number}} Request
 * @typedef {{name: string, text: string, x: number, y: number, covered: boolean}} Seen
 * @typedef {{target: string, nth: number | null, text: string, value: string | null}} Hit
 * @typedef {{lines: string[], found: Seen[], still: boolean, problem: string, hit: Hit | null,
 *   typed: string | null}} Look
 */

const MOST_LINES = 200
const MOST_FOUND = 500
const LONGEST_TEXT = 10000
const LONGEST_TARGET = 60

const plain = (/** @type {string | null | undefined} */ text) => (text ?? '').replace(/\s+/g, ' ').trim()

const textOf = (/** @type {Element} */ element) => plain(/** @type {HTMLElement} */ (element).innerText)

/**
 * Whether a person could see an element, wherever the page is scrolled to.
 * @param {Element} element
 */
function isVisible(element) {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
}

/**
 * What stands in a field, whose native control is in its shadow tree; a hint is in the light tree.
 * @param {Element} element
 */
function fieldTexts(element) {
  const control = element.shadowRoot?.querySelector('input, textarea')
  return control ? [plain(/** @type {HTMLInputElement} */ (control).value)] : []
}

/**
 * The innermost visible elements whose text fits.
 * @param {Document} page
 * @param {(text: string) => boolean} fits
 */
function withText(page, fits) {
  const says = (/** @type {Element} */ one, /** @type {string} */ text) => fits(text) || fieldTexts(one).some(fits)
  const near = [...page.body.querySelectorAll('*')].filter((one) => says(one, plain(one.textContent)))
  const found = near.filter((one) => isVisible(one) && says(one, textOf(one)))
  return found.filter((one) => !found.some((other) => other !== one && one.contains(other)))
}

/**
 * Elements whose whole text is `value`; if there is none, those that contain it.
 * @param {Document} page
 * @param {string} value
 */
function byText(page, value) {
  const wanted = plain(value)
  const exact = withText(page, (text) => text === wanted)
  return exact.length > 0 ? exact : withText(page, (text) => text.includes(wanted))
}

/**
 * What a person reads, line by line, and what stands in the fields.
 * @param {Document} page
 */
function linesOf(page) {
  const fields = [...page.body.querySelectorAll('*')].filter(isVisible).flatMap(fieldTexts)
  const said = [...page.body.innerText.split('\n').map(plain), ...fields]
  return said.filter((line) => line !== '').slice(0, MOST_LINES)
}

/**
 * The middle of an element in pixels of the page's frame.
 * @param {Element} element
 */
function middleOf(element) {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

/**
 * Whether something else lies over the middle of an element, or it is scrolled away.
 * @param {Element} element
 */
function isCovered(element) {
  const { x, y } = middleOf(element)
  const top = element.ownerDocument.elementFromPoint(x, y)
  return !top || !(element.contains(top) || top.contains(element))
}

/**
 * Scrolls no more than needed until an element can be reached.
 * @param {Element} element
 */
function bring(element) {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  if (isCovered(element)) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
}

/**
 * An element as the test's side knows it.
 * @param {Element} element
 * @returns {Seen}
 */
function described(element) {
  const name = element.localName + (element.id ? `#${element.id}` : '')
  return { name, text: textOf(element).slice(0, LONGEST_TEXT), ...middleOf(element), covered: isCovered(element) }
}

const TAGS = /\[[^\]]*\]|"[^"]*"|'[^']*'|(^|[\s>+~,]|:(?:is|not|has|where)\()([a-z][\w-]*)(?![\w-]*\()/g

/**
 * A selector in which a tag of WXML means the element that stands for it on the page.
 * @param {string} value
 */
const overPage = (value) =>
  value.replace(TAGS, (whole, before, tag) => (tag ? `${before}:is(${tag}, wx-${tag})` : whole))

/**
 * The visible elements that a request means.
 * @param {Document} page
 * @param {Request} request
 */
function meant(page, { by, value }) {
  return by === 'selector' ? [...page.querySelectorAll(overPage(value))].filter(isVisible) : byText(page, value)
}

/**
 * The elements that a request means, after the chosen one was scrolled into reach.
 * @param {Document} page
 * @param {Request} request
 */
function found(page, request) {
  const elements = meant(page, request)
  const chosen = elements.length === 1 ? elements[0] : elements[request.nth ?? -1]
  if (chosen && request.bring) bring(chosen)
  return elements.slice(0, MOST_FOUND).map(described)
}

/**
 * What stands in a field; null for any other element.
 * @param {Element | null} element
 */
const valueOf = (element) => (element && fieldTexts(element)[0]) ?? null

/**
 * A path of child numbers to an element without an id that is its own.
 * @param {Element} element
 * @returns {string}
 */
function pathTo(element) {
  const { id, parentElement: parent } = element
  if (id && element.ownerDocument.querySelectorAll(`#${CSS.escape(id)}`).length === 1) return `#${CSS.escape(id)}`
  if (!parent || parent.localName === 'body') return `body > :nth-child(${placeIn(parent, element)})`
  return `${pathTo(parent)} > :nth-child(${placeIn(parent, element)})`
}

/**
 * The number of a child, from 1.
 * @param {Element | null} parent
 * @param {Element} child
 */
const placeIn = (parent, child) => (parent ? [...parent.children].indexOf(child) + 1 : 1)

/**
 * How a test names an element by its text; null if it has none that is short.
 * @param {Document} page
 * @param {Element} element
 */
function textTarget(page, element) {
  const text = valueOf(element) || textOf(element)
  if (!text || text.length > LONGEST_TARGET) return null
  const found = byText(page, text)
  const nth = found.findIndex((one) => one.contains(element) || element.contains(one))
  return nth === -1 ? null : { target: `text=${text}`, nth: found.length > 1 ? nth : null }
}

/**
 * How a test names what lies at a point: by its text, else by a selector.
 * @param {Document} page
 * @param {Request} request
 * @returns {Hit | null}
 */
function hitAt(page, { x, y }) {
  const element = page.elementFromPoint(x, y)
  if (!element || element === page.body || element === page.documentElement) return null
  const named = textTarget(page, element) ?? { target: `css=${pathTo(element)}`, nth: null }
  return { ...named, text: textOf(element).slice(0, LONGEST_TARGET), value: valueOf(element) }
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
  const still = sheet.getAnimations().length === 0
  /** @type {Look} */
  const nothing = { lines: [], found: [], still, problem: '', hit: null, typed: valueOf(page.activeElement) }
  if (request.by === 'lines') return { ...nothing, lines: linesOf(page) }
  if (request.by === 'point') return { ...nothing, hit: hitAt(page, request) }
  try {
    return { ...nothing, found: found(page, request) }
  } catch (error) {
    return { ...nothing, problem: String(error) }
  }
}
