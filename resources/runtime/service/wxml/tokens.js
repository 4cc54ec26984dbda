// The tokens of one expression between {{ and }}. Strings may also be quoted by \", because they were written like
// that inside attributes for the phone's first compiler.

/**
 * @typedef {object} Token
 * @property {'name' | 'number' | 'string' | 'sign' | 'end'} kind
 * @property {string} text as written; a string's value
 * @property {number} start
 * @property {number} end
 * @property {string} [rewritten] what the compiler takes in its place
 */

const NAME = /[A-Za-z_$][\w$]*/y
const NUMBER = /0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const SIGN = /\.\.\.|===|!==|>>>|[=!<>]=|&&|\|\||\?\?|<<|>>|\+\+|--|\*\*|=>|\?\.(?!\d)|[-+*/%<>=!~&|^?:.,()[\]{}]/y
const SPACE = /\s+/y
const STRING = /\\?["']/y
const COMMENT_END = /\*\/|\{\{|\}\}/g

/** The character that an escape stands for; any other escaped character stands for itself. */
const ESCAPES = new Map(Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' }))
const CODE = /x([\da-fA-F]{2})|u([\da-fA-F]{4})/y

/**
 * Returns what a sticky pattern finds at a place.
 * @param {RegExp} pattern
 * @param {string} text
 * @param {number} at
 */
export function matchAt(pattern, text, at) {
  pattern.lastIndex = at
  return pattern.test(text) ? text.slice(at, pattern.lastIndex) : ''
}

/**
 * Returns the tokens from `start`, behind {{, and where the expression ends, behind }}. Returns null if it has no end:
 * it meets another {{, the end of the text, or a string that is not closed on its line.
 * @param {string} text
 * @param {number} start
 * @returns {{tokens: Token[], end: number} | null}
 */
export function readTokens(text, start) {
  /** @type {Token[]} */ const tokens = []
  const comments = new Comments(text)
  let depth = 0
  for (let at = start; at < text.length;) {
    at = behindSpace(text, at, comments)
    if (text.startsWith('{{', at)) return null
    if (depth === 0 && text.startsWith('}}', at)) {
      tokens.push({ kind: 'end', text: '', start: at, end: at })
      return { tokens, end: at + 2 }
    }
    const token = readToken(text, at)
    if (!token) return null
    depth += depthOf(token)
    tokens.push(token)
    at = token.end
  }
  return null
}

/**
 * Returns the index behind white space and comments.
 * @param {string} text
 * @param {number} at
 * @param {Comments} comments
 */
function behindSpace(text, at, comments) {
  for (;;) {
    at += matchAt(SPACE, text, at).length
    const end = text.startsWith('/*', at) ? comments.endOf(at) : at
    if (end === at) return at
    at = end
  }
}

/** The comments of one expression, asked for in order. */
class Comments {
  #text
  /** No comment that begins before this place is closed. */ #unclosed = 0

  /** @param {string} text */
  constructor(text) {
    this.#text = text
  }

  /**
   * Returns where a comment ends; a comment that does not end within the expression is none.
   * @param {number} at
   */
  endOf(at) {
    if (at < this.#unclosed) return at
    COMMENT_END.lastIndex = at + 2
    const found = COMMENT_END.exec(this.#text)
    if (found?.[0] === '*/') return found.index + 2
    this.#unclosed = found?.index ?? this.#text.length
    return at
  }
}

/** @param {Token} token */
const depthOf = ({ kind, text }) => (kind !== 'sign' ? 0 : text === '{' ? 1 : text === '}' ? -1 : 0)

/**
 * Returns the token at a place. Characters without a meaning are signs of their own, which the grammar refuses.
 * @param {string} text
 * @param {number} at
 * @returns {Token | null}
 */
function readToken(text, at) {
  const quote = matchAt(STRING, text, at)
  if (quote) return readString(text, at, quote)
  const name = matchAt(NAME, text, at)
  if (name) return { kind: 'name', text: name, start: at, end: at + name.length }
  const number = matchAt(NUMBER, text, at)
  if (number)
    return { kind: 'number', text: number, start: at, end: at + number.length, rewritten: plainNumber(number) }
  const sign = matchAt(SIGN, text, at) || text[at]
  return sign ? { kind: 'sign', text: sign, start: at, end: at + sign.length } : null
}

/**
 * Returns a number written with digits or with a small e: the compiler reads no other forms and overflows, and takes
 * `Infinity` for a name.
 * @param {string} number
 */
function plainNumber(number) {
  if (/^\d{1,15}(?:\.\d{1,15})?$/.test(number)) return undefined
  const value = Number(number)
  if (value === Infinity) return '(1/0)'
  return Number.isSafeInteger(value) ? String(value) : value.toExponential().replace('+', '')
}

/**
 * @param {string} text
 * @param {number} start
 * @param {string} quote
 * @returns {Token | null}
 */
function readString(text, start, quote) {
  const backslash = quote.length === 2 ? '\\\\' : '\\'
  let value = ''
  for (let at = start + quote.length; at < text.length && text[at] !== '\n';) {
    if (text.startsWith(quote, at)) return stringToken(text, value, start, at + quote.length)
    if (text[at] !== '\\') value += text[at++]
    else {
      const escape = readEscape(text, at + (text.startsWith(backslash, at) ? backslash.length : 1), quote)
      value += escape.value
      at = escape.end
    }
  }
  return null
}

/**
 * @param {string} text
 * @param {string} value
 * @param {number} start
 * @param {number} end
 * @returns {Token}
 */
function stringToken(text, value, start, end) {
  const escaped = text.slice(start, end).includes('\\')
  return { kind: 'string', text: value, start, end, rewritten: escaped ? quoted(value) : undefined }
}

/**
 * Reads an escape.
 * @param {string} text
 * @param {number} at behind the backslash
 * @param {string} quote of the string
 */
function readEscape(text, at, quote) {
  const code = matchAt(CODE, text, at)
  if (code) return { value: String.fromCharCode(parseInt(code.slice(1), 16)), end: at + code.length }
  if (quote.length === 2 && text[at] === '\\') return { value: text[at + 1] ?? '', end: at + 2 }
  const character = text[at] ?? ''
  return { value: ESCAPES.get(character) ?? character, end: at + 1 }
}

/**
 * Returns a string as the compiler reads it.
 * @param {string} value
 */
const quoted = (value) => `"${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`
