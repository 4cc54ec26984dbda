// Texts and values of attributes, read as literal parts and expressions in turn. Literal parts may hold escapes with a
// backslash, as the phone's first compiler reads them, and entities, as its second one does.

import { readExpression } from './expression.js'
import { matchAt } from './tokens.js'

/**
 * @typedef {{kind: 'literal', start: number, end: number, edits: import('./expression.js').Edit[]}} Literal
 * @typedef {{kind: 'expression', start: number, end: number, expression: import('./expression.js').Expression}} Bound
 * @typedef {Literal | Bound} Part
 * @typedef {(at: number, message: string) => void} Tell
 * @typedef {{plain: RegExp, ends: (text: string, at: number) => boolean}} Stretch `plain` matches what is neither an
 * end nor the
 *   beginning of an expression or an escape
 */

/** What an escape with a backslash stands for; any other keeps its backslash. */
const ESCAPES = new Map(Object.entries({ n: '\n', t: '\t', r: '\r', '"': '"', "'": "'", '\\': '\\' }))

/**
 * Reads parts up to the first end, which may stand in no expression and no escape; `whole` tells whether everything
 * could be read.
 * @param {string} text
 * @param {number} start
 * @param {Stretch} stretch
 * @param {Tell} tell
 * @returns {{parts: Part[], end: number, whole: boolean}}
 */
export function readParts(text, start, { plain, ends }, tell) {
  /** @type {Part[]} */ const parts = []
  let whole = true
  let literal = literalAt(start)
  const put = (/** @type {Part} */ part) => part.end > part.start && parts.push(part)
  const skip = (/** @type {number} */ from) => from + matchAt(plain, text, from).length
  let at = skip(start)
  for (; at < text.length && !ends(text, at); at = skip(at)) {
    const opens = text.startsWith('{{', at)
    const expression = opens ? readExpression(text, at + 2) : null
    if (expression && !expression.wrong) {
      put({ ...literal, end: at })
      if (!expression.empty) put({ kind: 'expression', start: at, end: expression.end + 2, expression })
      at = expression.end + 2
      literal = literalAt(at)
      continue
    }
    if (opens) {
      whole = false
      tellWrong(expression, at, tell)
      literal.edits.push({ start: at, end: at + 2, text: '&#123;&#123;' })
    }
    at = behind(text, at, literal)
  }
  put({ ...literal, end: at })
  return { parts, end: at, whole }
}

/**
 * Reports what is wrong with an expression.
 * @param {import('./expression.js').Expression | null} expression null if nothing closes it
 * @param {number} at where it opens
 * @param {Tell} tell
 */
function tellWrong(expression, at, tell) {
  const { wrong } = expression ?? {}
  tell(wrong?.at ?? at, wrong?.message ?? '{{ is not closed')
}

/**
 * @param {number} start
 * @returns {Literal}
 */
const literalAt = (start) => ({ kind: 'literal', start, end: start, edits: [] })

/**
 * Returns the index behind what stands here: a {{ that begins no expression, an escape, or one character.
 * @param {string} text
 * @param {number} at
 * @param {Literal} literal
 */
function behind(text, at, literal) {
  if (text.startsWith('{{', at)) return at + 2
  const character = text[at] === '\\' ? ESCAPES.get(text[at + 1]) : undefined
  if (character === undefined) return at + 1
  literal.edits.push({ start: at, end: at + 2, text: character })
  return at + 2
}

/**
 * Returns the text of parts without expressions; null if one of them is an expression.
 * @param {string} text
 * @param {Part[]} parts
 */
export function literalText(text, parts) {
  const literals = parts.map((part) => (part.kind === 'literal' ? edited(text, part) : null))
  return literals.includes(null) ? null : literals.join('')
}

/**
 * @param {Part} part
 * @param {string} text
 */
export const isSpace = (part, text) =>
  part.kind === 'literal' && part.edits.length === 0 && text.slice(part.start, part.end).trim() === ''

/**
 * Returns a stretch of a text with its edits made.
 * @param {string} text
 * @param {{start: number, end: number, edits: import('./expression.js').Edit[]}} stretch
 */
export function edited(text, { start, end, edits }) {
  let made = ''
  for (const edit of edits) {
    made += text.slice(start, edit.start) + edit.text
    start = edit.end
  }
  return made + text.slice(start, end)
}

/**
 * Returns those changes that lie in no other change, in order.
 * @param {import('./expression.js').Edit[]} changes
 */
export function outermost(changes) {
  const sorted = [...changes].sort((one, other) => one.start - other.start || other.end - one.end)
  let end = -1
  return sorted.filter((change) => {
    const kept = change.start >= end
    if (kept) end = change.end
    return kept
  })
}
