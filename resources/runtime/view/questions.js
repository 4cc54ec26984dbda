// The operations that are answered: where things are, what they look like, when they come into view.

import { nextFrame } from './next-frame.js'
import { observeIntersection } from './observers.js'

/** @typedef {import('./nodes.js').ProgramElement} ProgramElement */
/** @typedef {{properties?: string[], computedStyle?: string[]}} FieldsDetail */

/**
 * @param {import('./nodes.js').Nodes} nodes
 * @param {import('./stage.js').Stage} stage
 * @param {import('./frames.js').Send} send
 */
export function questionOperations(nodes, stage, send) {
  /** @type {Map<number, () => void>} */
  const observed = new Map()
  const answer = (
    /** @type {number} */ question,
    /** @type {unknown} */ value,
    /** @type {Transferable[]} */ transfer = [],
  ) => send({ type: 'answer', question, value }, transfer)
  return {
    /**
     * @param {number} question
     * @param {number} id
     * @param {string} kind
     * @param {FieldsDetail | null} detail
     */
    ask(question, id, kind, detail) {
      if (kind === 'frame') return nextFrame(() => answer(question, null))
      const element = nodes.element(id)
      if (kind === 'canvas') return handOver(element, (canvas, transfer) => answer(question, canvas, transfer))
      answer(
        question,
        stage.pageOf(element).withLayout(() => measure(element, kind, detail)),
      )
    },
    /**
     * Answers a measurement. Whatever happens there is an answer, because the service waits for it.
     * @param {number} question
     * @param {number} id
     * @param {string[] | null} names
     */
    measure(question, id, names) {
      let facts = null
      try {
        const element = nodes.element(id)
        facts = stage.pageOf(element).withLayout(() => (names ? computed(element, names) : rectOf(element)))
      } finally {
        stage.host.measured(question, JSON.stringify(facts))
      }
    },
    /**
     * @param {number} question
     * @param {number} id
     * @param {number | null} relative
     * @param {unknown} margins
     * @param {number[]} thresholds
     */
    observe(question, id, relative, margins, thresholds) {
      const element = nodes.element(id)
      const frame = stage.pageOf(element)
      const root = relative === null ? null : nodes.element(relative)
      observed.set(
        question,
        observeIntersection(frame, element, root, margins, thresholds, (value) => answer(question, value)),
      )
    },
    /** @param {number} question */
    unobserve(question) {
      observed.get(question)?.()
      observed.delete(question)
    },
  }
}

/**
 * @param {ProgramElement} element
 * @param {(canvas: object | null, transfer: Transferable[]) => void} answer
 */
function handOver(element, answer) {
  const canvas =
    /** @type {{handOver?: () => OffscreenCanvas | null}} */ (/** @type {unknown} */ (element)).handOver?.() ?? null
  answer(canvas, canvas ? [canvas] : [])
}

/**
 * @param {ProgramElement} element
 * @param {string} kind
 * @param {FieldsDetail | null} detail
 */
export function measure(element, kind, detail) {
  if (kind === 'rect') return rectOf(element)
  if (kind === 'scroll') return scrollOf(element)
  if (kind === 'state') return /** @type {{state?: object}} */ (/** @type {unknown} */ (element)).state ?? null
  return {
    ...rectOf(element),
    ...scrollOf(element),
    properties: pick(
      detail?.properties,
      (name) => element.properties?.[name] ?? element.properties?.[dashed(name)] ?? null,
    ),
    computedStyle: computed(element, detail?.computedStyle),
  }
}

/**
 * Returns the box of an element; for the root, that of the page's viewport.
 * @param {ProgramElement} element
 */
function rectOf(element) {
  const { left, top, right, bottom, width, height } =
    element === element.ownerDocument.documentElement
      ? new DOMRect(0, 0, element.clientWidth, element.clientHeight)
      : element.getBoundingClientRect()
  return { left, top, right, bottom, width, height }
}

/** @param {ProgramElement} element */
function scrollOf(element) {
  const { scrollPort = element } = /** @type {{scrollPort?: Element}} */ (/** @type {unknown} */ (element))
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = scrollPort
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight }
}

/**
 * @param {ProgramElement} element
 * @param {string[] | undefined} names
 */
function computed(element, names) {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  return pick(names, (name) => /** @type {any} */ (style)[name] ?? style?.getPropertyValue(name))
}

/**
 * Returns the name of a property as WXML has it.
 * @param {string} name
 */
const dashed = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * @param {string[] | undefined} names
 * @param {(name: string) => unknown} read
 */
function pick(names, read) {
  return Object.fromEntries((names ?? []).map((name) => [name, read(name)]))
}
