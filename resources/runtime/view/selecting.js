// Finds nodes by a selector in an outline of a tree that the service sends. The browser's own engines do it, in a
// document that nobody sees: the page itself has other tags, and classes with prefixes.

/**
 * An element as the service knows it: its number there, and what is in it, elements or texts.
 * @typedef {object} Outline
 * @property {string} tag
 * @property {Record<string, string>} attributes
 * @property {number} number
 * @property {(Outline | string)[]} children
 */
/** @typedef {{outline: (Outline | string)[], selector: string, by: 'css' | 'xpath'}} Search */

/**
 * Returns the numbers of the elements that a selector means, in the order of the document.
 * @param {Search} search
 * @returns {number[]}
 * @throws {Error} if the selector is none
 */
export function select({ outline, selector, by }) {
  const page = document.implementation.createDocument(null, null)
  const root = page.createDocumentFragment()
  /** @type {Map<Node, number>} */ const numbers = new Map()
  for (const each of outline) root.append(nodeOf(page, numbers, each))
  const found = by === 'css' ? [...root.querySelectorAll(selector)] : byPath(page, root, selector)
  return found.map((node) => numbers.get(node)).filter((number) => number !== undefined)
}

/**
 * @param {XMLDocument} page
 * @param {Map<Node, number>} numbers
 * @param {Outline | string} outline
 * @returns {Node}
 */
function nodeOf(page, numbers, outline) {
  if (typeof outline === 'string') return page.createTextNode(outline)
  const { tag, attributes, number, children } = outline
  const element = page.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.map((child) => nodeOf(page, numbers, child)))
  numbers.set(element, number)
  return element
}

/**
 * Evaluates an XPath. A path from the root starts at the fragment, which can't be the context itself.
 * @param {XMLDocument} page
 * @param {DocumentFragment} root
 * @param {string} path
 */
function byPath(page, root, path) {
  const start = root.firstChild
  if (!start) return []
  const result = page.evaluate(path, start, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE)
  return Array.from({ length: result.snapshotLength }, (_, at) => /** @type {Node} */ (result.snapshotItem(at)))
}
