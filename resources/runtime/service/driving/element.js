// `Element.*` of the automator's protocol, and how elements are found on a page.

import { triggerEvent } from 'glass-easel'
import { listOf } from './app.js'
import { at, call, pageOf } from './page.js'

/** @typedef {import('./driving.js').Methods} Methods */
/** @typedef {any} Found an element of glass-easel */

const BUILT_IN = 'wx-'

/** @param {Found} element */
const tagOf = (element) =>
  isCustom(element) ? String(element.tagName) : String(element.is ?? '').replace(BUILT_IN, '')

/**
 * @param {{pages: import('../pages.js').Pages, view: import('../view.js').View}} parts
 * @returns {Methods}
 */
export function elementMethods({ pages }) {
  const known = new Known()
  const rootOf = (/** @type {unknown} */ number) => pageOf(pages, number).component?.getShadowRoot()
  const of = (/** @type {any} */ { pageId, elementId }) => pageOf(pages, pageId) && known.element(elementId)
  const componentOf = (/** @type {any} */ params) => of(params).getMethodCaller?.() ?? of(params).methodCaller
  return {
    'Page.getElement': ({ pageId, selector }) => known.first(rootOf(pageId), selector),
    'Page.getElements': ({ pageId, selector }) => ({ elements: known.all(rootOf(pageId), selector) }),
    'Element.getElement': (params) => known.first(insideOf(of(params)), params.selector),
    'Element.getElements': (params) => ({ elements: known.all(insideOf(of(params)), params.selector) }),
    'Element.tap': (params) => trigger(of(params), 'tap', {}),
    'Element.triggerEvent': (params) => trigger(of(params), String(params.type), params.detail),
    'Element.getDOMProperties': async (params) => ({ properties: await domProperties(of(params), params.names) }),
    'Element.getProperties': (params) => ({
      properties: listOf(params.names).map((name) => property(of(params), name)),
    }),
    'Element.getAttributes': (params) => ({
      attributes: listOf(params.names).map((name) => attribute(of(params), name)),
    }),
    'Element.getStyles': async (params) => ({ styles: await stylesOf(of(params), listOf(params.names).map(String)) }),
    'Element.getOffset': async (params) => {
      const { left, top } = await fieldsOf(of(params))
      return { left, top }
    },
    'Element.getData': (params) => ({ data: at(of(params).data, params.path) }),
    'Element.setData': (params) =>
      new Promise((resolve) => componentOf(params).setData(Object(params.data), () => resolve({}))),
    'Element.callMethod': async (params) => ({
      result: await call(componentOf(params), 'component', String(params.method), listOf(params.args)),
    }),
  }
}

/** Elements by the ids that clients know them by; an id is never used twice. */
class Known {
  /** @type {Map<string, WeakRef<object>>} */ #elements = new Map()
  /** @type {WeakMap<object, string>} */ #ids = new WeakMap()

  /**
   * Returns the elements that a selector means, as clients know them.
   * @param {Found} root
   * @param {unknown} selector
   */
  all(root, selector) {
    return select(root, String(selector)).map((element) => this.#describe(element))
  }

  /**
   * Returns the first of them.
   * @param {Found} root
   * @param {unknown} selector
   * @throws {Error} if there is none
   */
  first(root, selector) {
    const [first] = this.all(root, selector)
    if (!first) throw new Error('no such element')
    return first
  }

  /** @param {Found} element */
  #describe(element) {
    const id = this.#ids.get(element) ?? `element-${this.#elements.size + 1}`
    this.#ids.set(element, id)
    this.#elements.set(id, new WeakRef(element))
    return { elementId: id, tagName: tagOf(element), ...(isCustom(element) && { nodeId: id }) }
  }

  /**
   * @param {unknown} id
   * @returns {Found}
   */
  element(id) {
    const element = this.#elements.get(String(id))?.deref()
    if (!element) throw new Error('element destroyed')
    return element
  }
}

/** @param {Found} element */
const insideOf = (element) => (isCustom(element) ? element.getShadowRoot() : element)

/** @param {Found} element */
const isCustom = (element) => !!element.getShadowRoot?.() && !String(element.is).startsWith(BUILT_IN)

/**
 * Returns the elements that a selector means. Its last part may name a tag, before classes and ids.
 * @param {Found} root
 * @param {string} selector
 * @returns {Found[]}
 */
function select(root, selector) {
  if (!root) return []
  const [, before, tag, rest] = /^(.*?)([a-z][\w-]*)?([.#][\w.#-]+)?$/is.exec(selector.trim()) ?? []
  if (!tag) return root.querySelectorAll(selector)
  const found = rest ? root.querySelectorAll(`${before}${rest}`) : descendants(root)
  if (!rest && before?.trim()) throw new Error(`the selector ${selector} is not supported: name a class or an id`)
  return found.filter((/** @type {Found} */ element) => tagOf(element) === tag)
}

/**
 * @param {Found} root
 * @returns {Found[]}
 */
const descendants = (root) =>
  (root.childNodes ?? []).flatMap((/** @type {Found} */ child) =>
    child.childNodes ? [child, ...descendants(child)] : [],
  )

/**
 * Returns what is written in an element, and in the components within.
 * @param {Found} node
 * @returns {string}
 */
function textOf(node) {
  if (!node.childNodes) return String(node.textContent ?? '')
  const inside = isCustom(node) ? node.getShadowRoot().childNodes : node.childNodes
  return inside.map(textOf).join('')
}

/**
 * @param {Found} element
 * @param {string} name
 * @param {unknown} detail
 */
function trigger(element, name, detail) {
  triggerEvent(element, name, detail ?? {}, { bubbles: true, composed: true, capturePhase: true })
}

/**
 * Returns the place of an element, and styles of it, in pixels.
 * @param {Found} element
 * @param {string[]} [computedStyle]
 * @returns {Promise<Record<string, any>>}
 */
function fieldsOf(element, computedStyle = []) {
  const node = element.getBackendElement?.()
  if (!node) return Promise.resolve({ left: 0, top: 0, width: 0, height: 0, computedStyle: {} })
  return new Promise((resolve) => node.view.ask(node.id, 'fields', { properties: [], computedStyle }, resolve))
}

/**
 * @param {Found} element
 * @param {string[]} names
 */
const stylesOf = async (element, names) => {
  const { computedStyle } = await fieldsOf(element, names)
  return names.map((name) => computedStyle?.[name] ?? '')
}

/**
 * @param {Found} element
 * @param {unknown} names
 */
async function domProperties(element, names) {
  const { width, height } = await fieldsOf(element)
  const known = { innerText: textOf(element), offsetWidth: width, offsetHeight: height }
  return listOf(names).map((name) => /** @type {Record<string, unknown>} */ (known)[String(name)] ?? null)
}

/**
 * @param {Found} element
 * @param {unknown} name
 */
function property(element, name) {
  if (name === '__propPublic') return { ...element.data }
  return element.data?.[String(name)] ?? null
}

/**
 * @param {Found} element
 * @param {unknown} given
 */
function attribute(element, given) {
  const name = String(given)
  if (name === 'class') return element.class ?? ''
  if (name === 'id') return element.id ?? ''
  if (name.startsWith('data-')) return element.dataset?.[name.slice(5)] ?? null
  return element.data?.[name] ?? null
}
