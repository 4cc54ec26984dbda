// `Element.*` of the automator's protocol, and how elements are found on a page.

import { documentedNames, documentedValue } from '../api/standard-values.js'
import { listOf } from './app.js'
import { Finding, askView } from './finding.js'
import { handMethods } from './hand.js'
import { at, call, pageOf } from './page.js'
import { attributeOf, innerWxmlOf, isCustom, nodeOf, tagOf, wxmlOf, written } from './tree.js'

/** @typedef {import('./driving.js').Methods} Methods */
/** @typedef {import('./driving.js').Params} Params */
/** @typedef {import('./tree.js').Found} Found */
/** @typedef {{pages: import('../pages.js').Pages, view: import('../view.js').View, wx: Record<string, any>}} Parts */

/** The properties of built-in components that clients may ask for, whether the program has set them or not. */
const USUAL = ['value', 'checked', 'disabled', 'current', 'src', 'scrollTop', 'scrollLeft', 'x', 'y', 'id', 'hidden']
const MOVED = /** @type {Record<string, 'x' | 'y'>} */ ({ _translateX: 'x', _translateY: 'y' })

/**
 * @param {Parts} parts
 * @returns {Methods}
 */
export function elementMethods(parts) {
  const { pages, view, wx } = parts
  const finding = new Finding(view)
  const of = (/** @type {Params} */ { pageId, elementId }) => pageOf(pages, pageId) && finding.element(elementId)
  return {
    ...searchMethods(pages, finding, of),
    ...readMethods(view, of),
    ...componentMethods(of),
    ...handMethods(view, of, (element) => contextOf(wx, element)),
  }
}

/**
 * @param {import('../pages.js').Pages} pages
 * @param {Finding} finding
 * @param {(params: Params) => Found} of
 * @returns {Methods}
 */
function searchMethods(pages, finding, of) {
  const rootOf = (/** @type {Params} */ { pageId }) => pageOf(pages, pageId).component
  const onPage = (/** @type {Params} */ params) => finding.all(rootOf(params), params.selector)
  const byPath = (/** @type {Params} */ params) => finding.allByPath(rootOf(params), params.selector)
  const within = (/** @type {Params} */ params) => finding.all(of(params), params.selector)
  return {
    'Page.getElement': async (params) => first(await onPage(params)),
    'Page.getElements': async (params) => ({ elements: await onPage(params) }),
    'Page.getElementByXpath': async (params) => first(await byPath(params)),
    'Page.getElementsByXpath': async (params) => ({ elements: await byPath(params) }),
    'Element.getElement': async (params) => first(await within(params)),
    'Element.getElements': async (params) => ({ elements: await within(params) }),
  }
}

/**
 * @param {object[]} found
 * @throws {Error} if there is none
 */
function first(found) {
  if (found.length === 0) throw new Error('no such element')
  return found[0]
}

/**
 * @param {import('../view.js').View} view
 * @param {(params: Params) => Found} of
 * @returns {Methods}
 */
function readMethods(view, of) {
  const fieldsOf = fieldsReader(view)
  return {
    'Element.getDOMProperties': async (params) => ({
      properties: await askView(view, nodeOf(of(params)).id, 'properties', listOf(params.names).map(String)),
    }),
    'Element.getProperties': async (params) => ({
      properties: await propertiesOf(of(params), listOf(params.names).map(String), fieldsOf),
    }),
    'Element.getAttributes': (params) => {
      const element = of(params)
      return { attributes: read(params.names, (name) => textOf(attributeOf(element, name))) }
    },
    'Element.getStyles': async (params) => {
      const { computedStyle } = await fieldsOf(of(params), [], listOf(params.names).map(String))
      return { styles: read(params.names, (name) => computedStyle[name] ?? '') }
    },
    'Element.getOffset': async (params) => {
      const { left, top, page } = await fieldsOf(of(params))
      return { left: left + page.left, top: top + page.top }
    },
    'Element.getWXML': (params) => {
      const element = of(params)
      const scope = element.ownerShadowRoot ?? element.getShadowRoot()
      return { wxml: (params.type === 'outer' ? wxmlOf : innerWxmlOf)(element, scope) }
    },
  }
}

/**
 * @param {unknown} names
 * @param {(name: string) => unknown} valueOf
 */
const read = (names, valueOf) => listOf(names).map((name) => valueOf(String(name)) ?? null)

/**
 * An attribute is a text, or null where there is none; what it stands for is a property.
 * @param {unknown} value
 */
const textOf = (value) => (value === undefined || value === null ? null : written(value))

/**
 * Makes the function that reads the place of an element, its properties and styles from the view.
 * @param {import('../view.js').View} view
 */
const fieldsReader =
  (view) =>
  (/** @type {Found} */ element, /** @type {string[]} */ properties = [], /** @type {string[]} */ computedStyle = []) =>
    askView(view, nodeOf(element).id, 'fields', { properties, computedStyle })

/**
 * Returns properties of an element by their names; `__propPublic` is an object that has the names of all.
 * @param {Found} element
 * @param {string[]} names
 * @param {ReturnType<typeof fieldsReader>} fieldsOf
 */
async function propertiesOf(element, names, fieldsOf) {
  const isPublic = (/** @type {string} */ name) => name === '__propPublic'
  if (isCustom(element))
    return names.map((name) =>
      isPublic(name) ? publicOf(Object.keys(element.data ?? {})) : (element.data?.[name] ?? null),
    )
  const { properties, set, place } = await fieldsOf(element, names)
  return names.map((name) => {
    if (isPublic(name)) return publicOf([...USUAL, ...documentedNames(element.is), ...set])
    const given = properties[name] ?? attributeOf(element, name)
    return place?.[MOVED[name]] ?? documentedValue(element.is, name, given)
  })
}

/** The contexts of wx that command an element, by its tag. */
const CONTEXTS = /** @type {Record<string, string>} */ ({
  video: 'createVideoContext',
  audio: 'createAudioContext',
  map: 'createMapContext',
})

/**
 * Returns the context of an element, which wx finds by its id; undefined if there is none for its tag.
 * @param {Record<string, any>} wx
 * @param {Found} element
 */
const contextOf = (wx, element) =>
  wx[CONTEXTS[tagOf(element)]]?.(element.id, element.ownerShadowRoot?.getHostNode().getMethodCaller())

/** @param {string[]} names */
const publicOf = (names) => Object.fromEntries(names.map((name) => [name, true]))

/**
 * @param {(params: Params) => Found} of
 * @returns {Methods}
 */
function componentMethods(of) {
  const componentOf = (/** @type {Params} */ params) => {
    const element = of(params)
    if (!isCustom(element)) throw new Error('the element is no component of the program')
    return element.getMethodCaller()
  }
  return {
    'Element.getData': (params) => ({ data: at(componentOf(params).data, params.path) }),
    'Element.setData': (params) =>
      new Promise((resolve) => componentOf(params).setData(Object(params.data), () => resolve({}))),
    'Element.callMethod': async (params) => ({
      result: await call(componentOf(params), 'component', String(params.method), listOf(params.args)),
    }),
  }
}
