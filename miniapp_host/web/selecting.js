// The elements that a selector of WXML means: on the page tags and classes have other names, and most attributes are
// only known to their element.

import { all, isPressable } from './seeing.js'

const TAGS = /\[[^\]]*\]|"[^"]*"|'[^']*'|(^|[\s>+~,]|:(?:is|not|has|where)\()([a-z][\w-]*)(?![\w-]*\()/g
const CLASSES = /\[[^\]]*\]|"[^"]*"|'[^']*'|\.(-?[_a-z][\w-]*)/gi
const ATTRIBUTES = /\[\s*([\w-]+)/g
/** What is an attribute on the page, too. */
const REFLECTED = /^(?:id|class|style|slot|role|hidden|(?:data|aria)-.*)$/

/**
 * Every element that a selector means and a person could press: the page's own, else those of its components.
 * @param {Document} page
 * @param {string} value
 * @param {(element: Element) => boolean} [fits]
 */
export function selected(page, value, fits = isPressable) {
  const selector = overPage(value)
  const own = meant(page, selector).filter(fits)
  return own.length > 0 ? own : meant(page, overComponents(page, selector)).filter(fits)
}

/**
 * A selector in which a tag of WXML means the element that stands for it on the page, and what is inside of a
 * component lies in its element.
 * @param {string} value
 */
const overPage = (value) =>
  value
    .replaceAll('>>>', ' ')
    .replace(TAGS, (whole, before, tag) => (tag ? `${before}:is(${tag}, wx-${tag}, wx-c-${tag})` : whole))

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
 * @param {Document} page
 * @param {string} selector
 */
function meant(page, selector) {
  const names = [...selector.matchAll(ATTRIBUTES)].map(([, name]) => name)
  const known = names.filter((name) => !REFLECTED.test(name))
  return known.length === 0 ? all(page, selector) : byAttributes(page, selector, known)
}

/**
 * Looks in a copy of the page that nobody sees, where the elements have as attributes what the program has set.
 * @param {Document} page
 * @param {string} selector
 * @param {string[]} names
 */
function byAttributes(page, selector, names) {
  const copy = document.implementation.createHTMLDocument()
  copy.replaceChild(copy.importNode(page.documentElement, true), copy.documentElement)
  const elements = [...page.querySelectorAll('*')]
  const twins = copy.querySelectorAll('*')
  elements.forEach((one, at) => names.forEach((name) => show(twins[at], name, propertyOf(one, name))))
  const found = new Set(copy.querySelectorAll(selector))
  return elements.filter((_, at) => found.has(twins[at]))
}

/**
 * @param {Element} element
 * @param {string} name
 * @returns {unknown}
 */
const propertyOf = (element, name) =>
  /** @type {{properties?: any}} */ (/** @type {unknown} */ (element)).properties?.[name]

/**
 * @param {Element} element
 * @param {string} name
 * @param {unknown} value
 */
function show(element, name, value) {
  if (value === false) element.removeAttribute(name)
  else if (value === true) element.setAttribute(name, '')
  else if (typeof value === 'string' || typeof value === 'number') element.setAttribute(name, String(value))
}
