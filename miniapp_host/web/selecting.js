// What a selector of a test means on the page: tags as in WXML, classes of components too.

import { all, isPressable } from './seeing.js'

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
export function selected(page, value) {
  const selector = overPage(value)
  const own = all(page, selector).filter(isPressable)
  return own.length > 0 ? own : all(page, overComponents(page, selector)).filter(isPressable)
}
