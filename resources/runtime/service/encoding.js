// Encodes what a program gives away as JSON for the host. A program may pass anything: a value that JSON cannot hold
// fails the call it belongs to, and nothing else of the turn.

/** Says why a value cannot be sent, in words for the program. */
export class Unsendable extends Error {}

/** The number of levels that the host reads: Python's JSON reader has a limit, and no program comes near it. */
const DEEPEST = 200

const BACKSLASH = 0x5c

/**
 * Encodes an array or object.
 * @param {unknown} value an array or object
 * @returns {string} JSON
 * @throws {Unsendable}
 */
export function encode(value) {
  const text = stringify(value)
  if (isTooDeep(text)) throw new Unsendable(`parameter error: nested more than ${DEEPEST} deep`)
  return text
}

/**
 * Encodes a value as JSON.stringify does, but throws Unsendable instead of the engine's errors.
 * @param {unknown} value
 * @returns {string}
 * @throws {Unsendable}
 */
function stringify(value) {
  try {
    return JSON.stringify(value)
  } catch (error) {
    throw new Unsendable(`parameter error: ${reasonOf(error)}`)
  }
}

/**
 * Returns the first line of what went wrong while a value of the program was read.
 * @param {unknown} error
 */
export const reasonOf = (error) => (error instanceof Error ? error.message.split('\n')[0] : 'it cannot be read')

/**
 * Returns whether a text in JSON nests deeper than the host reads.
 * @param {string} text JSON
 */
function isTooDeep(text) {
  if (text.length < 2 * DEEPEST) return false
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '"':
        at = endOfText(text, at)
        break
      case '[':
      case '{':
        if (++depth > DEEPEST) return true
        break
      case ']':
      case '}':
        depth--
    }
  }
  return false
}

/**
 * Returns the index at which a string in JSON ends.
 * @param {string} json
 * @param {number} start
 */
export function endOfText(json, start) {
  let end = start
  do end = json.indexOf('"', end + 1)
  while (isEscaped(json, end))
  return end
}

/**
 * Returns whether an odd number of backslashes stands before this index.
 * @param {string} json
 * @param {number} at
 */
function isEscaped(json, at) {
  let before = at
  while (json.charCodeAt(before - 1) === BACKSLASH) before--
  return (at - before) % 2 === 1
}
