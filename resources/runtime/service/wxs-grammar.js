// The grammar of WXS, made from acorn's of ES5. Only the words that WXS reserves are reserved; a string keeps the
// backslash of an escape it does not know; a comment that is not closed goes on to the end; there are no regular
// expression literals. Of later JavaScript it takes what published libraries use.

import { Parser, tokTypes } from 'acorn'

const KEYWORDS =
  /^(?:break|case|continue|default|do|else|false|for|function|if|null|return|switch|this|true|typeof|var|void|delete|while)$/

/** The names that WXS reserves and JavaScript does not: nothing can be declared under them. */
const NEVER_DECLARED = new Set(['undefined', 'NaN', 'Infinity', 'require', 'arguments'])

/** The words of JavaScript that are plain names in WXS, and what to write instead where they were meant as words. */
const REMEDIES = new Map(
  Object.entries({
    const: 'use var',
    let: 'use var',
    new: 'use getDate() or getRegExp()',
    in: 'count with an index',
    of: 'count with an index',
    instanceof: 'compare with .constructor',
    class: '',
    try: '',
    catch: '',
    finally: '',
    throw: '',
    async: '',
    await: '',
    import: 'use require()',
    export: 'use module.exports',
    yield: '',
    with: 'name the object each time',
  }),
)

/** Matches a word of JavaScript with brackets before a block: WXS reads it as a call. */
const WORD_BEFORE_BLOCK = /([a-z]+)\s*\([^()]*\)\s*$/
/** Characters before a block in which such a word is looked for. */
const BEFORE = 200

/** Matches what JavaScript's strings understand after a backslash. */
const KNOWN_ESCAPE = /^(?:['"\\nrtbfv\r\n\u2028\u2029]|0(?!\d)|x[\da-f]{2}|u[\da-f]{4})/i

/** Acorn's parser; it has more methods than its types tell. */
const Base = /** @type {any} */ (Parser)

/** Parses one WXS module. */
export class WxsParser extends Base {
  /** The index where the code ends: at a comment that is not closed, if there is one. */
  codeEnd

  /** @param {string} source */
  constructor(source) {
    super({ ecmaVersion: 5, allowReserved: true, preserveParens: true }, source)
    this.keywords = KEYWORDS
    this.codeEnd = source.length
  }

  /**
   * Reads what follows a backslash in a string.
   * @param {boolean} inTemplate
   */
  readEscapedChar(inTemplate) {
    if (KNOWN_ESCAPE.test(this.input.slice(this.pos + 1, this.pos + 6))) return super.readEscapedChar(inTemplate)
    this.pos += 1
    return '\\'
  }

  readRegexp() {
    this.raise(this.pos - 1, 'WXS has no regular expression literals: use getRegExp()')
  }

  skipBlockComment() {
    if (this.input.includes('*/', this.pos + 2)) return super.skipBlockComment()
    this.codeEnd = this.pos
    this.pos = this.input.length
  }

  /**
   * Reads a token.
   * @param {number} code of its first character
   */
  getTokenFromCode(code) {
    if (code === 96) this.raise(this.pos, 'WXS has no template strings')
    if (code === 61 && this.input[this.pos + 1] === '>')
      this.raise(this.pos, 'WXS has no arrow functions: use function')
    return super.getTokenFromCode(code)
  }

  /**
   * Reads a parameter with a default value, which lin-ui has.
   * @param {number} start
   * @param {unknown} startLoc
   * @param {unknown} [left]
   */
  parseMaybeDefault(start, startLoc, left = this.parseBindingAtom()) {
    if (!this.eat(tokTypes.eq)) return left
    const node = this.startNodeAt(start, startLoc)
    node.left = left
    node.right = this.parseMaybeAssign()
    return this.finishNode(node, 'AssignmentPattern')
  }

  /**
   * Reads arguments and the elements of an array. A comma may follow the last one, which Tencent's retail template has.
   * @param {unknown} close
   * @param {boolean} _trailingComma
   * @param {...unknown} rest
   */
  parseExprList(close, _trailingComma, ...rest) {
    return super.parseExprList(close, true, ...rest)
  }

  /**
   * Reads parameters; a comma may follow the last one here, too.
   * @param {unknown} close
   * @param {boolean} allowEmpty
   */
  parseBindingList(close, allowEmpty) {
    return super.parseBindingList(close, allowEmpty, true)
  }

  /**
   * Reads `{color}` as `{color: color}`, which Vant Weapp has.
   * @param {any} property
   * @param {...unknown} rest
   */
  parsePropertyValue(property, ...rest) {
    const isShort =
      property.key.type === 'Identifier' && (this.type === tokTypes.comma || this.type === tokTypes.braceR)
    if (!isShort) return super.parsePropertyValue(property, ...rest)
    this.checkUnreserved(property.key)
    Object.assign(property, { value: this.copyNode(property.key), kind: 'init', shorthand: true })
  }

  /**
   * Checks a name that is declared or assigned.
   * @param {any} expression the name
   * @param {number} [binding] 0 if it is assigned
   * @param {unknown} [clashes]
   */
  checkLValSimple(expression, binding, clashes) {
    const { type, name, start } = expression
    if (type === 'Identifier' && NEVER_DECLARED.has(name)) this.raise(start, `"${name}" is a reserved word of WXS`)
    super.checkLValSimple(expression, binding, clashes)
  }

  strictDirective() {
    return false
  }

  /** @param {number} [position] */
  unexpected(position = this.start) {
    const before = this.input.slice(this.lastTokStart, this.lastTokEnd)
    if (REMEDIES.has(this.value)) this.refuse(this.value, position)
    if (REMEDIES.has(before)) this.refuse(before, this.lastTokStart)
    if (this.type === tokTypes.braceL) this.refuseBlock()
    this.raise(
      position,
      this.type === tokTypes.eof ? 'Unexpected end' : `Unexpected ${this.input.slice(this.start, this.end)}`,
    )
  }

  /** Refuses `with (a) {` and a `catch (e) {` without its try by their words. */
  refuseBlock() {
    const from = Math.max(0, this.start - BEFORE)
    const found = WORD_BEFORE_BLOCK.exec(this.input.slice(from, this.start))
    if (found && REMEDIES.has(found[1])) this.refuse(found[1], from + found.index)
  }

  /**
   * @param {string} word
   * @param {number} position
   */
  refuse(word, position) {
    const remedy = REMEDIES.get(word)
    this.raise(position, `WXS has no "${word}"${remedy ? `: ${remedy}` : ''}`)
  }
}
