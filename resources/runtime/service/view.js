// The worker's end of the view. Node operations go out in one flat array per turn (earlier when it grows long, so that
// the view works at the same time). Questions go out as operations, and their answers come back.

import { ARITY, CODE } from '../operations.js'
import { encode } from './encoding.js'
import { queueMicrotask } from './host.js'
import { waitForPage } from './network.js'

const LONG = 4000

/** Sends the view everything the service has to tell it and to ask it. */
export class View {
  /**
   * Every node that the view may name by its number, of all pages.
   * @type {Map<number, import('./nodes.js').BackendNode>}
   */
  nodes = new Map()
  /**
   * The number of the text field that has the focus; null if none has.
   * @type {number | null}
   */
  focused = null
  #lastNode = 0
  /** @type {unknown[]} */ #list = []
  /** @type {Map<number, {hear: (value: unknown) => void, again: boolean}>} */ #questions = new Map()
  #lastQuestion = 0
  #flushLater = () => this.flush()
  #post

  /**
   * @param {(message: unknown) => void} post
   * @param {import('./canvas/picture.js').Pictures} pictures the pictures of the canvases among the nodes
   */
  constructor(post, pictures) {
    this.#post = post
    this.pictures = pictures
  }

  /** Returns a number for a new node. */
  nextId() {
    return ++this.#lastNode
  }

  /**
   * Forgets a node, and the focus that it may have had: the view reports no blur for a node that has gone.
   * @param {number} id
   */
  forget(id) {
    this.nodes.delete(id)
    if (this.focused === id) this.focused = null
  }

  /**
   * Adds an operation: its code and as many arguments as `operations.js` says. There is no rest parameter because this
   * runs for every change of every node.
   * @param {number} code
   * @param {unknown} a
   * @param {unknown} [b]
   * @param {unknown} [c]
   * @param {unknown} [d]
   * @param {unknown} [e]
   */
  do(code, a, b, c, d, e) {
    const list = this.#list
    if (list.length === 0) queueMicrotask(this.#flushLater)
    switch (ARITY[code]) {
      case 1:
        list.push(code, a)
        break
      case 2:
        list.push(code, a, b)
        break
      case 3:
        list.push(code, a, b, c)
        break
      case 4:
        list.push(code, a, b, c, d)
        break
      default:
        list.push(code, a, b, c, d, e)
    }
    if (list.length > LONG) this.flush()
  }

  /**
   * Asks the view about a node; `hear` gets the answer.
   * @param {number} id
   * @param {'rect' | 'scroll' | 'canvas' | 'fields' | 'frame' | 'state'} kind
   * @param {unknown} detail
   * @param {(value: any) => void} hear
   */
  ask(id, kind, detail, hear) {
    this.do(CODE.ask, this.#expect(hear, false), id, kind, detail)
  }

  /**
   * Asks the view what a script wants of a node or page; `hear` gets the value or the problem.
   * @param {number} id
   * @param {string} what
   * @param {unknown} detail
   * @param {(outcome: {value?: any, problem?: string}) => void} hear
   */
  drive(id, what, detail, hear) {
    this.do(CODE.drive, this.#expect(hear, false), id, what, detail)
  }

  /**
   * Tells `hear` every crossing of an intersection until the returned function is called.
   * @param {number} id
   * @param {number | null} relative
   * @param {unknown} margins
   * @param {number[]} thresholds
   * @param {(value: unknown) => void} hear
   */
  observe(id, relative, margins, thresholds, hear) {
    const question = this.#expect(hear, true)
    this.do(CODE.observe, question, id, relative, margins, thresholds)
    return () => {
      if (this.#questions.delete(question)) this.do(CODE.unobserve, question)
    }
  }

  /**
   * Loads a font.
   * @param {number | null} page the number of a page; null for every page
   * @param {object} font
   * @param {(loaded: import('../view/fonts.js').Loaded) => void} hear
   */
  loadFont(page, font, hear) {
    this.do(CODE.loadFont, this.#expect(hear, false), page, font)
  }

  /**
   * Animates a node through key frames; `duration` is in ms.
   * @param {number} id
   * @param {object[]} frames
   * @param {number} duration
   * @param {() => void} onEnd
   */
  animate(id, frames, duration, onEnd) {
    this.do(CODE.animate, this.#expect(onEnd, false), id, frames, duration)
  }

  /**
   * Hands the view's answer to whoever asked.
   * @param {number} number
   * @param {unknown} value
   */
  answer(number, value) {
    const question = this.#questions.get(number)
    if (question && !question.again) this.#questions.delete(number)
    question?.hear(value)
  }

  /**
   * Returns the box of a node, or with `names` these of its computed styles, while the service waits. Returns null if
   * there is no such node or nobody answers.
   * @param {number} id
   * @param {string[] | null} names
   * @returns {Record<string, unknown> | null}
   */
  measure(id, names) {
    this.do(CODE.measure, ++this.#lastQuestion, id, names)
    this.flush()
    return waitForPage(this.#lastQuestion)
  }

  /** Sends the operations that have gathered. */
  flush() {
    const list = this.#list
    if (list.length === 0) return
    this.#list = []
    try {
      this.#post({ type: 'operations', list })
    } catch {
      this.#post({ type: 'operations', list: list.map(cloneable) })
    }
  }

  /**
   * Returns the number of a question whose answer `hear` gets; with `again`, more than once.
   * @param {(value: any) => void} hear
   * @param {boolean} again
   */
  #expect(hear, again) {
    this.#questions.set(++this.#lastQuestion, { hear, again })
    return this.#lastQuestion
  }
}

/**
 * Returns what of a value can cross to the view: a program may bind anything, and what cannot cross becomes null.
 * @param {unknown} value
 */
function cloneable(value) {
  if (typeof value === 'function' || typeof value === 'symbol') return null
  if (typeof value !== 'object' || value === null) return value
  try {
    return JSON.parse(encode(value) ?? 'null')
  } catch {
    return null
  }
}
