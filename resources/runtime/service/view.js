// The worker's end of the view: node operations go out in one flat array per turn (earlier when it grows long, so that
// the view works at the same time); questions go out as operations and come back as answers.

import { ARITY, CODE } from '../operations.js'
import { encode } from './encoding.js'
import { queueMicrotask } from './host.js'
import { waitForPage } from './network.js'

const LONG = 4000

/** All that the service says to the view, and asks it, goes through this. */
export class View {
  /**
   * Every node the view may name by number, of all pages.
   * @type {Map<number, import('./nodes.js').BackendNode>}
   */
  nodes = new Map()
  /**
   * The text field that has the focus.
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
   * @param {import('./canvas/picture.js').Pictures} pictures for the canvases among the nodes
   */
  constructor(post, pictures) {
    this.#post = post
    this.pictures = pictures
  }

  /** A number for a new node. */
  nextId() {
    return ++this.#lastNode
  }

  /**
   * A node is gone, and with it the focus it may have had: the view tells of no blur then.
   * @param {number} id
   */
  forget(id) {
    this.nodes.delete(id)
    if (this.focused === id) this.focused = null
  }

  /**
   * One operation: its code and as many arguments as `operations.js` says. No rest parameter: this runs for every
   * change of every node.
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
   * Asks about a node; `hear` gets the answer.
   * @param {number} id
   * @param {'rect' | 'scroll' | 'canvas' | 'fields' | 'frame' | 'state'} kind
   * @param {unknown} detail
   * @param {(value: any) => void} hear
   */
  ask(id, kind, detail, hear) {
    this.do(CODE.ask, this.#expect(hear, false), id, kind, detail)
  }

  /**
   * Hears every crossing until the returned function is called.
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
   * @param {number | null} page null: every page
   * @param {object} font
   * @param {(loaded: import('../view/fonts.js').Loaded) => void} hear
   */
  loadFont(page, font, hear) {
    this.do(CODE.loadFont, this.#expect(hear, false), page, font)
  }

  /**
   * Moves a node through key frames.
   * @param {number} id
   * @param {object[]} frames
   * @param {number} duration
   * @param {() => void} onEnd
   */
  animate(id, frames, duration, onEnd) {
    this.do(CODE.animate, this.#expect(onEnd, false), id, frames, duration)
  }

  /**
   * The view's answer.
   * @param {number} number
   * @param {unknown} value
   */
  answer(number, value) {
    const question = this.#questions.get(number)
    if (question && !question.again) this.#questions.delete(number)
    question?.hear(value)
  }

  /**
   * Where a node is, or how it looks: the box, or with `names` these of its computed styles. The service waits
   * meanwhile; null if there is none, or nobody answers.
   * @param {number} id
   * @param {string[] | null} names
   * @returns {Record<string, unknown> | null}
   */
  measure(id, names) {
    this.do(CODE.measure, ++this.#lastQuestion, id, names)
    this.flush()
    return waitForPage(this.#lastQuestion)
  }

  /** Sends what has gathered. */
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
   * @param {(value: any) => void} hear
   * @param {boolean} again
   */
  #expect(hear, again) {
    this.#questions.set(++this.#lastQuestion, { hear, again })
    return this.#lastQuestion
  }
}

/**
 * What of a value can cross to the view: a program may bind anything.
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
