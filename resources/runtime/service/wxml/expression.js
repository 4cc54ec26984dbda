// The grammar of one expression. WXML has operators, members, literals and calls of WXS functions, but no other calls,
// no assignments, no template strings, and no `?.`.

import { readTokens } from './tokens.js'

/**
 * @typedef {import('./tokens.js').Token} Token
 * @typedef {{start: number, end: number, roots: string[]}} Call `roots` are the names that its function may come from;
 * none
 *   if it comes from the result of something
 * @typedef {{start: number, end: number, text: string}} Edit what the compiler takes in place of what is written
 * @typedef {{start: number, end: number, edits: Edit[], calls: Call[], empty: boolean, wrong: Wrong | null}} Expression
 * @typedef {{at: number, message: string}} Wrong
 * @typedef {string[] | null} Roots null: the result of something
 */

/** How deep an expression may nest, and how long a chain of operators or members may be: the compiler is recursive. */
const DEEPEST = 60
const LONGEST_CHAIN = 300

/**
 * How tightly each binary operator binds.
 * @type {Record<string, number>}
 */
const STRENGTH = {
  '||': 1,
  '??': 1,
  '&&': 2,
  '|': 3,
  '^': 4,
  '&': 5,
  '==': 6,
  '!=': 6,
  '===': 6,
  '!==': 6,
  '<': 7,
  '<=': 7,
  '>': 7,
  '>=': 7,
  instanceof: 7,
  '<<': 8,
  '>>': 8,
  '>>>': 8,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  '%': 10,
}
const UNARY = new Set(['!', '~', '+', '-', 'typeof', 'void'])

/** Says that something is no expression; it is caught where one is read. */
class Unreadable extends Error {
  /** @param {Token} token */
  constructor(token) {
    super(token.kind === 'end' ? 'the expression is not complete' : `${token.text} is not expected in an expression`)
    this.at = token.start
  }
}

/**
 * Returns the expression behind {{; null if it has no end.
 * @param {string} text
 * @param {number} start
 * @returns {Expression | null}
 */
export function readExpression(text, start) {
  const found = readTokens(text, start)
  if (!found) return null
  const { tokens, end } = found
  const edits = tokens.flatMap(({ rewritten, start: from, end: to }) =>
    rewritten === undefined ? [] : [{ start: from, end: to, text: rewritten }],
  )
  const grammar = new Grammar(tokens)
  return {
    start,
    end: end - 2,
    edits,
    calls: grammar.calls,
    empty: tokens.length === 1,
    wrong: tokens.length === 1 ? null : grammar.read(),
  }
}

class Grammar {
  /** @type {Call[]} */ calls = []
  #tokens
  #at = 0
  #depth = 0

  /**
   * @param {Token[]} tokens of which the last is the end
   */
  constructor(tokens) {
    this.#tokens = tokens
  }

  /**
   * Reads the expression and returns what is wrong with it; null if nothing is.
   * @returns {Wrong | null}
   */
  read() {
    try {
      if (this.#isFields()) this.#fields()
      else this.#choice()
      this.#expectEnd()
      return null
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      return { at: error.at, message: error.message }
    }
  }

  get #token() {
    return this.#tokens[this.#at]
  }

  /** Takes the next token; the end is never taken. */
  #take() {
    const token = this.#token
    if (token.kind !== 'end') this.#at++
    return token
  }

  /** @param {string} sign */
  #is(sign) {
    return this.#token.kind === 'sign' && this.#token.text === sign
  }

  /** @param {string} sign */
  #takeIf(sign) {
    const there = this.#is(sign)
    if (there) this.#at++
    return there
  }

  /** @param {string} sign */
  #expect(sign) {
    if (!this.#takeIf(sign)) throw new Unreadable(this.#token)
  }

  #expectEnd() {
    if (this.#token.kind !== 'end') throw new Unreadable(this.#token)
  }

  #takeName() {
    if (this.#token.kind !== 'name') throw new Unreadable(this.#token)
    return this.#take()
  }

  /** Returns whether the fields of an object without braces come next: `a: 1`, `a, b`, `...a`. */
  #isFields() {
    const next = this.#tokens[this.#at + 1]?.text
    return (
      this.#is('...') ||
      (this.#token.kind === 'name' && this.#tokens[this.#at + 1].kind === 'sign' && (next === ':' || next === ','))
    )
  }

  #fields() {
    while (this.#token.kind !== 'end' && !this.#is('}')) {
      if (this.#takeIf('...')) this.#choice()
      else {
        this.#takeName()
        if (this.#takeIf(':')) this.#choice()
      }
      if (!this.#takeIf(',')) return
    }
  }

  /** @returns {Roots} */
  #choice() {
    if (++this.#depth > DEEPEST) throw new Unreadable(this.#token)
    const condition = this.#binary(1)
    const roots = this.#takeIf('?') ? this.#branches() : condition
    this.#depth--
    return roots
  }

  #branches() {
    const one = this.#choice()
    this.#expect(':')
    return both(one, this.#choice())
  }

  /**
   * @param {number} weakest
   * @returns {Roots}
   */
  #binary(weakest) {
    let roots = this.#unary()
    for (let length = 0; ; length++) {
      const { kind, text } = this.#token
      const strength = kind === 'sign' || kind === 'name' ? STRENGTH[text] : undefined
      if (!strength || strength < weakest) return roots
      if (length > LONGEST_CHAIN) throw new Unreadable(this.#token)
      this.#take()
      roots = both(roots, this.#binary(strength + 1))
    }
  }

  /** @returns {Roots} */
  #unary() {
    let signs = 0
    while (this.#token.kind !== 'string' && UNARY.has(this.#token.text)) {
      if (++signs > DEEPEST) throw new Unreadable(this.#token)
      this.#take()
    }
    const roots = this.#member()
    return signs ? null : roots
  }

  /** @returns {Roots} */
  #member() {
    const { start } = this.#token
    let roots = this.#primary()
    for (let length = 0; ; length++) {
      if (length > LONGEST_CHAIN) throw new Unreadable(this.#token)
      if (this.#takeIf('.')) this.#takeName()
      else if (this.#takeIf('[')) this.#index()
      else if (this.#takeIf('(')) roots = this.#call(start, roots)
      else return roots
    }
  }

  #index() {
    this.#choice()
    this.#expect(']')
  }

  /**
   * @param {number} start
   * @param {Roots} roots
   * @returns {null}
   */
  #call(start, roots) {
    this.#list(')')
    this.calls.push({ start, end: this.#tokens[this.#at - 1].end, roots: roots ?? [] })
    return null
  }

  /** @returns {Roots} */
  #primary() {
    const token = this.#take()
    if (token.kind === 'name') return [token.text]
    if (token.kind === 'string' || token.kind === 'number') return null
    if (token.kind === 'sign' && token.text === '(') return this.#group()
    if (token.kind === 'sign' && token.text === '[') return this.#list(']')
    if (token.kind !== 'sign' || token.text !== '{') throw new Unreadable(token)
    this.#fields()
    this.#expect('}')
    return null
  }

  #group() {
    const roots = this.#choice()
    this.#expect(')')
    return roots
  }

  /**
   * Reads items up to a closing sign; an array may leave out some.
   * @param {string} close
   * @returns {null}
   */
  #list(close) {
    while (!this.#is(close)) {
      if (close === ']' && this.#takeIf(',')) continue
      if (close === ']') this.#takeIf('...')
      this.#choice()
      if (!this.#takeIf(',')) break
    }
    this.#expect(close)
    return null
  }
}

/**
 * @param {Roots} one
 * @param {Roots} other
 * @returns {Roots}
 */
const both = (one, other) => one && other && [...one, ...other]
