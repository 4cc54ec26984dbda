// What a program gives away, as text for the host. A program may pass anything: what JSON cannot carry costs the call
// it is part of, and nothing else of the turn.

/** Why a value cannot be sent, in words for the program. */
export class Unsendable extends Error {}

/** The host reads so many levels: Python's own reader has an end, and no program is near it. */
const DEEPEST = 200

const BACKSLASH = 0x5c

/**
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
 * @param {unknown} value
 * @returns {string}
 */
function stringify(value) {
  try {
    return JSON.stringify(value)
  } catch (error) {
    throw new Unsendable(`parameter error: ${reasonOf(error)}`)
  }
}

/**
 * The first line of what went wrong when something of the program's was read.
 * @param {unknown} error
 */
export const reasonOf = (error) => (error instanceof Error ? error.message.split('\n')[0] : 'it cannot be read')

/** @param {string} text JSON */
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
 * Where a text in JSON ends.
 * @param {string} json
 * @param {number} start
 */
function endOfText(json, start) {
  let end = start
  do end = json.indexOf('"', end + 1)
  while (isEscaped(json, end))
  return end
}

/**
 * @param {string} json
 * @param {number} at
 */
function isEscaped(json, at) {
  let before = at
  while (json.charCodeAt(before - 1) === BACKSLASH) before--
  return (at - before) % 2 === 1
}
