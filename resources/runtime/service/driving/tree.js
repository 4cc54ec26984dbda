// The tree of a page as a script knows it: with the tags and attributes of WXML, and what components draw in its place.

/** @typedef {any} Found an element of glass-easel */
/** @typedef {import('../../view/selecting.js').Outline} Outline */

const BUILT_IN = 'wx-'
const TEXT_ENTITIES = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })

/**
 * Returns the tag of an element in WXML.
 * @param {Found} element
 */
export function tagOf(element) {
  const tag = isCustom(element) ? element.tagName : (element.is ?? element.tagName)
  return String(tag ?? '').replace(BUILT_IN, '')
}

/**
 * Returns whether an element is a component of the program.
 * @param {Found} element
 */
export const isCustom = (element) => !!element.getShadowRoot?.() && !String(element.is).startsWith(BUILT_IN)

/**
 * Returns the nodes that are drawn in an element: a component's own tree, slots filled, no `block` or `wx:if`.
 * @param {Found} element
 * @returns {Found[]}
 */
export function childrenOf(element) {
  const drawn = isCustom(element) ? element.getShadowRoot() : element
  return drawn
    .getComposedChildren()
    .flatMap((/** @type {Found} */ child) =>
      child.childNodes && child.isVirtual?.() && !isCustom(child) ? childrenOf(child) : [child],
    )
}

/**
 * Returns the node that stands for an element in the view.
 * @param {Found} element
 * @returns {import('../nodes.js').BackendNode}
 * @throws {Error} if there is none, as for a component with `virtualHost`
 */
export function nodeOf(element) {
  const node = element.getBackendElement?.()
  if (!node) throw new Error('the component has no element of its own')
  return node
}

/**
 * Returns what an attribute in WXML says of an element.
 * @param {Found} element
 * @param {string} name
 */
export function attributeOf(element, name) {
  if (name === 'class' || name === 'style' || name === 'id') return element[name] ?? ''
  if (!name.startsWith('data-')) return element.getAttribute?.(name) ?? Object(element.data)[camel(name)]
  const { [name.slice(5)]: written, [camel(name.slice(5))]: spoken } = Object(element.dataset)
  return spoken ?? written
}

/**
 * Returns the attributes of an element. Ids and classes count only in the tree that they are written in: elsewhere a
 * class has the component before its name, as on the phone.
 * @param {Found} element
 * @param {Found | null} scope the tree whose names are plain; null for all
 * @returns {Record<string, string>}
 */
function attributesOf(element, scope) {
  /** @type {[string, unknown][]} */ const known = [
    ...namesOf(element, prefixOf(element, scope)),
    ...Object.entries(Object(element.dataset)).map(([name, value]) => [`data-${dashed(name)}`, value]),
    ...element.attributes.map((/** @type {{name: string, value: unknown}} */ { name, value }) => [name, value]),
  ]
  return Object.fromEntries(known.filter(isTold).map(([name, value]) => [name, written(value)]))
}

/**
 * @param {Found} element
 * @param {Found | null} scope
 */
function prefixOf(element, scope) {
  const isPlain = !scope || element.ownerShadowRoot === scope || element.getShadowRoot?.() === scope
  return isPlain || !element.ownerShadowRoot ? '' : `${tagOf(element.ownerShadowRoot.getHostNode())}--`
}

/**
 * @param {Found} element
 * @param {string} prefix
 * @returns {[string, unknown][]}
 */
function namesOf(element, prefix) {
  const classes = String(attributeOf(element, 'class')).match(/\S+/g) ?? []
  const id = attributeOf(element, 'id')
  return [
    ['class', classes.map((name) => prefix + name).join(' ')],
    ['id', id && prefix + id],
    ['style', attributeOf(element, 'style')],
  ]
}

/** @param {[string, unknown]} attribute */
const isTold = ([name, value]) =>
  /^[a-z_][\w.-]*$/i.test(name) && value !== '' && value !== undefined && value !== null && value !== false

/**
 * Returns a value as an attribute says it.
 * @param {unknown} value
 */
export const written = (value) => (typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value))

/** @param {string} name */
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())

/** @param {string} name */
const dashed = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * Returns an outline of an element, and keeps it and all within in `elements`: their place there is their number.
 * @param {Found} element
 * @param {Found | null} scope
 * @param {Found[]} elements
 * @returns {Outline}
 */
export function outlineOf(element, scope, elements) {
  const number = elements.push(element) - 1
  const children = childrenOf(element).map((child) =>
    child.childNodes ? outlineOf(child, scope, elements) : String(child.textContent ?? ''),
  )
  return { tag: tagOf(element), attributes: attributesOf(element, scope), number, children }
}

/**
 * Returns a node as WXML.
 * @param {Found} node
 * @param {Found} scope
 * @returns {string}
 */
export function wxmlOf(node, scope) {
  if (!node.childNodes) return escaped(String(node.textContent ?? ''))
  const attributes = Object.entries(attributesOf(node, scope)).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  return `<${tagOf(node)}${attributes.join('')}>${innerWxmlOf(node, scope)}</${tagOf(node)}>`
}

/**
 * Returns what is in an element as WXML.
 * @param {Found} element
 * @param {Found} scope
 */
export const innerWxmlOf = (element, scope) =>
  childrenOf(element)
    .map((child) => wxmlOf(child, scope))
    .join('')

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => TEXT_ENTITIES[sign])
