// Long texts travel apart from the message that they belong to: the phone parses a message in one go, but takes a text
// piece by piece, and never has to look at its characters.

import { Unsendable, encode, endOfText } from './encoding.js'

/** The most characters of a message in JSON; one that has more comes apart. */
export const LONGEST_MESSAGE = 200_000
/** The characters from which a text travels by itself. */
const LONG = 50_000
/** The most characters of a message without its long texts: as much as storage keeps under one key. */
const MOST_BESIDES = 1_100_000
/** The most characters of all long texts of one message. */
const MOST_CHARACTERS = 32 * 1024 * 1024
/** Stands in the JSON for the next of the long texts: JSON.stringify never writes it, whatever a program gives away. */
const PLACE = 'NaN'

/** Says that a value is too large to be sent. */
export class TooLarge extends Unsendable {}

/**
 * Encodes a message; `json` has a place for each of the `texts`, in their order.
 * @param {unknown} message an array or object
 * @returns {{json: string, texts: string[]}}
 * @throws {Unsendable}
 */
export function encodeApart(message) {
  const json = encode(message)
  return json.length <= LONGEST_MESSAGE ? { json, texts: [] } : takenApart(json)
}

/**
 * @param {string} json
 * @returns {{json: string, texts: string[]}}
 */
function takenApart(json) {
  /** @type {string[]} */ const parts = []
  /** @type {string[]} */ const texts = []
  let from = 0
  for (const { start, end } of longStrings(json)) {
    parts.push(json.slice(from, start), PLACE)
    texts.push(JSON.parse(json.slice(start, end)).toWellFormed())
    from = end
  }
  parts.push(json.slice(from))
  return checked({ json: parts.join(''), texts })
}

/** @param {{json: string, texts: string[]}} encoded */
function checked(encoded) {
  if (encoded.json.length > MOST_BESIDES) throw new TooLarge('parameter error: more than 1 MB besides long texts')
  const characters = encoded.texts.reduce((sum, text) => sum + text.length, 0)
  if (characters > MOST_CHARACTERS) throw new TooLarge('parameter error: texts of more than 32 MB')
  return encoded
}

/**
 * Yields where long strings begin and end; the names of fields are left out.
 * @param {string} json
 */
function* longStrings(json) {
  for (let start = json.indexOf('"'); start >= 0;) {
    const end = endOfText(json, start) + 1
    if (end - start > LONG && json[end] !== ':') yield { start, end }
    start = json.indexOf('"', end)
  }
}

/**
 * Yields the pieces of a text, none longer than `most` and none that ends within a character; at least one.
 * @param {string} text well-formed
 * @param {number} most
 */
export function* pieces(text, most) {
  let from = 0
  while (text.length - from > most) {
    const end = from + most
    const to = /** @type {number} */ (text.codePointAt(end - 1)) > 0xffff ? end - 1 : end
    yield text.slice(from, to)
    from = to
  }
  yield text.slice(from)
}
