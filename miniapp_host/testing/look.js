/**
 * Looks at the page in front for `miniapp_host.testing`, which evaluates this file as a script.
 * @typedef {{by: 'text' | 'selector' | 'lines', value: string, nth: number | null, bring: boolean}} Request
 * @typedef {{name: string, text: string, x: number, y: number, covered: boolean}} Seen
 * @typedef {{lines: string[], found: Seen[], still: boolean, problem: string}} Look
 */

const MOST_LINES = 200
const MOST_FOUND = 20

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
  return { name, text: textOf(element).slice(0, 80), ...middleOf(element), covered: isCovered(element) }
}

/**
 * The visible elements that a request means.
 * @param {Document} page
 * @param {Request} request
 */
function meant(page, { by, value }) {
  return by === 'selector' ? [...page.querySelectorAll(value)].filter(isVisible) : byText(page, value)
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
 * One look at the page in front; null while there is none. `problem` says why a selector is none.
 * @param {Request} request
 * @returns {Look | null}
 */
export function look(request) {
  const sheet = document.querySelector('.sheet[data-state=shown]')
  const page = sheet?.querySelector('iframe')?.contentDocument
  if (!sheet || !page?.body) return null
  const still = sheet.getAnimations().length === 0
  if (request.by === 'lines') return { lines: linesOf(page), found: [], still, problem: '' }
  try {
    return { lines: [], found: found(page, request), still, problem: '' }
  } catch (error) {
    return { lines: [], found: [], still, problem: String(error) }
  }
}
