// What a script that drives the program asks of its pages. Every question is answered, also if it can't be met.

import { doDeed } from './deeds.js'
import { tapElement, touchElement } from './hand.js'
import { runInPage } from './page-function.js'
import { measure } from './questions.js'
import { select } from './selecting.js'

/** @typedef {(id: number, detail: any) => unknown} Answer to a question about a node, or a page */

/**
 * @param {import('./nodes.js').Nodes} nodes
 * @param {import('./stage.js').Stage} stage
 * @param {import('./frames.js').Send} send
 */
export function drivingOperations(nodes, stage, send) {
  const answers = makeAnswers(nodes, stage)
  return {
    /**
     * @param {number} question
     * @param {number} id
     * @param {string} what
     * @param {unknown} detail
     */
    drive(question, id, what, detail) {
      const tell = (/** @type {object} */ value) => sendAnswer(send, question, value)
      const now = outcome(() => answers[what](id, detail))
      if (!(now.value instanceof Promise)) return tell(now)
      now.value.then(
        (value) => tell({ value: value ?? null }),
        (error) => tell({ problem: messageOf(error) }),
      )
    },
  }
}

/**
 * @param {import('./nodes.js').Nodes} nodes
 * @param {import('./stage.js').Stage} stage
 * @returns {Record<string, Answer>}
 */
function makeAnswers(nodes, stage) {
  /** @param {(page: import('./frames.js').Page, element: any, detail: any) => unknown} act */
  const on = (act) => (/** @type {number} */ id, /** @type {any} */ detail) => {
    const element = nodes.element(id)
    const page = stage.pageOf(element)
    return page.withLayout(() => act(page, element, detail))
  }
  return {
    select: (_id, detail) => select(detail),
    window: (number, names) => {
      const page = stage.page(number)
      return page.withLayout(() => names.map((/** @type {string} */ name) => valueAt(page.window, name)))
    },
    function: async (number, given) => {
      if (!(await stage.host.takesFunction(String(given.code)))) throw new Error('no script wants this function')
      return runInPage(stage.page(number), given)
    },
    fields: on((page, element, detail) => ({
      .../** @type {object} */ (measure(element, 'fields', detail)),
      set: Object.keys(element.properties ?? {}).flatMap((name) => [name, camel(name)]),
      place: element.localName === 'wx-movable-view' ? element.place : null,
      page: { left: page.window.scrollX, top: page.window.scrollY },
    })),
    properties: on((_page, element, names) => names.map((/** @type {string} */ name) => valueAt(element, name))),
    tap: on(tapElement),
    touch: on(touchElement),
    call: on(doDeed),
  }
}

/**
 * Sends an answer; one that no message can hold, a problem instead.
 * @param {import('./frames.js').Send} send
 * @param {number} question
 * @param {object} value
 */
function sendAnswer(send, question, value) {
  try {
    send({ type: 'answer', question, value })
  } catch (error) {
    send({ type: 'answer', question, value: { problem: messageOf(error) } })
  }
}

/**
 * @param {() => unknown} ask
 * @returns {{value?: unknown, problem?: string}}
 */
function outcome(ask) {
  try {
    return { value: ask() ?? null }
  } catch (error) {
    return { problem: messageOf(error) }
  }
}

/**
 * What an error says, also one of a page's frame, which has errors of its own.
 * @param {any} error
 */
function messageOf(error) {
  try {
    return String(error?.message ?? error)
  } catch {
    return 'an error that has no text'
  }
}

/**
 * Returns the value at a path such as `document.body.scrollTop`; null for what is no text, number or truth.
 * @param {any} root
 * @param {string} path
 */
function valueAt(root, path) {
  let value = root
  for (const name of path.split('.')) value = value?.[name]
  return typeof value === 'object' || typeof value === 'function' ? null : (value ?? null)
}

/** @param {string} name */
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
