// wx.createSelectorQuery() and this.createSelectorQuery(): ask the view where nodes are and what they look like. They
// stand for the adapter's own, which lacks node(), computedStyle and the properties of built-in components.

import { surfaceOf } from '../canvas/surface.js'
import { queueMicrotask } from '../host.js'
import { scrollViewContext } from './contexts.js'
import { documentedValue } from './standard-values.js'

/** @typedef {Record<string, any>} Fields which facts are wanted, as NodesRef.fields() takes them */
/** @typedef {(result: unknown) => void} Hear */
/** @typedef {Record<string, any>} Geometry what the view measured of a node */
/** @typedef {Owner | null | undefined} Given the component that a program names */
/** @typedef {(element: TreeElement | null, owner: Given) => object | null} ContextOf what commands a built-in */
/** @typedef {{owner: Owner, selector: string | null, single: boolean, fields: Fields, hear?: Hear}} Request */

const RECT = { id: true, dataset: true, rect: true, size: true }
const SCROLL = { id: true, dataset: true, scrollOffset: true }
const GEOMETRY = ['rect', 'size', 'scrollOffset', 'properties', 'computedStyle']

/** What createSelectorQuery() returns: it collects requests, which exec() sends together. */
export class SelectorQuery {
  /** @type {Request[]} */ requests = []
  /** @type {any} the component that was named with in() */ #owner
  #front

  /**
   * @param {() => any} front gives the instance of the page in front
   * @param {ContextOf} contextOf
   */
  constructor(front, contextOf) {
    this.#front = front
    this.contextOf = contextOf
  }

  /** @param {Given} owner */
  in(owner) {
    this.#owner = owner
    return this
  }

  /** @param {string} selector */
  select(selector) {
    return new NodesRef(this, this.#scope(), String(selector), true)
  }

  /** @param {string} selector */
  selectAll(selector) {
    return new NodesRef(this, this.#scope(), String(selector), false)
  }

  selectViewport() {
    return new NodesRef(this, this.#scope(), null, true)
  }

  /**
   * Sends the requests.
   * @param {Hear} [hear] gets the results of all of them
   */
  exec(hear) {
    const requests = this.requests
    this.requests = []
    Promise.all(requests.map((request) => answer(request, this.contextOf))).then((results) => {
      requests.forEach((request, at) => call(request.hear, results[at]))
      call(hear, results)
    })
    return this
  }

  #scope() {
    return this.#owner?._$ ? this.#owner : this.#front()
  }
}

/**
 * Calls a listener. What it throws must not keep the others from hearing, so it is thrown where nobody catches it.
 * @param {unknown} hear
 * @param {unknown} result
 */
function call(hear, result) {
  if (typeof hear === 'function') queueMicrotask(() => hear(result))
}

class NodesRef {
  #query
  #request

  /**
   * @param {SelectorQuery} query
   * @param {any} owner
   * @param {string | null} selector null stands for the viewport
   * @param {boolean} single
   */
  constructor(query, owner, selector, single) {
    this.#query = query
    this.#request = { owner, selector, single }
  }

  /**
   * @param {Fields} fields
   * @param {Hear} [hear]
   */
  fields(fields, hear) {
    this.#query.requests.push({ ...this.#request, fields: Object(fields), hear })
    return this.#query
  }

  /** @param {Hear} [hear] */
  boundingClientRect(hear) {
    return this.fields(RECT, hear)
  }

  /** @param {Hear} [hear] */
  scrollOffset(hear) {
    return this.fields(SCROLL, hear)
  }

  /** @param {Hear} [hear] */
  context(hear) {
    return this.fields({ context: true }, hear)
  }

  /** @param {Hear} [hear] */
  node(hear) {
    return this.fields({ node: true }, hear)
  }

  /** @param {Hear} [hear] */
  ref(hear) {
    return this.fields({}, hear)
  }
}

/**
 * @param {Request} request
 * @param {ContextOf} contextOf
 */
async function answer({ owner, selector, single, fields }, contextOf) {
  const root = owner?._$?.getShadowRoot()
  if (!root) return single ? null : []
  if (selector === null) return factsOf(owner._$.getBackendContext()?.root, null, fields)
  const facts = async (/** @type {TreeElement} */ element) => ({
    ...(await factsOf(element.getBackendElement(), element, fields)),
    ...(fields.context && { context: contextOf(element, owner) }),
  })
  if (!single) return Promise.all(root.querySelectorAll(selector).map(facts))
  const element = root.querySelector(selector)
  return element ? facts(element) : null
}

/**
 * What each field of a request adds to the answer.
 * @type {Record<string, (geometry: Geometry, element: TreeElement | null, wanted: any) => object | undefined>}
 */
const FACTS = {
  id: (_, element) => ({ id: element?.id ?? '' }),
  dataset: (_, element) => ({ dataset: { ...element?.dataset } }),
  mark: (_, element) => ({ mark: element?.collectMarks() ?? {} }),
  rect: (geometry) => pick(geometry, ['left', 'right', 'top', 'bottom']),
  size: (geometry) => pick(geometry, ['width', 'height']),
  scrollOffset: (geometry) => pick(geometry, ['scrollLeft', 'scrollTop', 'scrollWidth', 'scrollHeight']),
  properties: (geometry, element, names) => propertiesOf(element, names, geometry.properties),
  computedStyle: (geometry) => geometry.computedStyle,
}

/**
 * Collects the answer to a request.
 * @param {import('../nodes.js').BackendNode | null | undefined} node
 * @param {TreeElement | null} element null stands for the viewport
 * @param {Fields} fields
 */
async function factsOf(node, element, fields) {
  const geometry = node && GEOMETRY.some((name) => fields[name]) ? await ask(node, fields) : NOWHERE
  const wanted = Object.keys(FACTS).filter((name) => fields[name])
  const facts = Object.assign({}, ...wanted.map((name) => FACTS[name](geometry, element, fields[name])))
  return fields.node ? { ...facts, node: await handleOf(node) } : facts
}

/**
 * Returns what node() gives: a canvas to draw on, a scroll-view to command, null for any other element.
 * @param {import('../nodes.js').BackendNode | null | undefined} node
 */
const handleOf = (node) => (node?.__wxElement?.is === 'wx-scroll-view' ? scrollViewContext(node) : surfaceOf(node))

/**
 * The box of an element that is not drawn.
 * @type {Record<string, unknown>}
 */
const NOWHERE = {
  left: 0,
  right: 0,
  top: 0,
  bottom: 0,
  width: 0,
  height: 0,
  scrollLeft: 0,
  scrollTop: 0,
  scrollWidth: 0,
  scrollHeight: 0,
}

/**
 * @param {import('../nodes.js').BackendNode} node
 * @param {Fields} fields
 * @returns {Promise<Record<string, unknown>>}
 */
const ask = (node, { properties, computedStyle }) =>
  new Promise((resolve) =>
    node.view.ask(
      node.id,
      'fields',
      { properties: namesIn(properties), computedStyle: namesIn(computedStyle) },
      resolve,
    ),
  )

/**
 * Returns a list of names.
 * @param {unknown} list as a program gives it
 */
const namesIn = (list) => (Array.isArray(list) ? list.map(String) : [])

/**
 * Returns properties of an element: a component's are the program's data, a built-in's are what the view was told.
 * @param {any} element
 * @param {string[]} names
 * @param {any} drawn
 */
function propertiesOf(element, names, drawn) {
  const data = element?.data
  const read = (/** @type {string} */ name) =>
    data && name in data ? data[name] : documentedValue(element?.is, name, drawn?.[name])
  return Object.fromEntries(namesIn(names).map((name) => [name, read(name)]))
}

/**
 * @param {Record<string, unknown>} from
 * @param {string[]} names
 */
const pick = (from, names) => Object.fromEntries(names.map((name) => [name, from[name]]))
