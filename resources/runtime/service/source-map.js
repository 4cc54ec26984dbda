// Source maps (ECMA-426) of scripts that hold files of the program line by line: with them Chromium's tools show each
// file under its own name, as it was written. A worker's tools load nothing over `mp:`, so a map is inside its script.

import { ORIGIN } from './host.js'
import { inAddress } from './paths.js'

/** @typedef {{file: string, code: string, source: string}} Located a file, its lines in the script, its own text */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The same file, one line further down. */
const NEXT_LINE = 'AACA'

/**
 * The comment with the map of a script that is made of these files, one after the other.
 * @param {Located[]} pieces
 */
export function sourceMapComment(pieces) {
  const map = {
    version: 3,
    sources: pieces.map(({ file }) => `${ORIGIN}/${inAddress(file)}`),
    sourcesContent: pieces.map(({ source }) => source),
    names: [],
    mappings: mappingsOf(pieces.map(({ code }) => code.split('\n').length)),
  }
  return `//# sourceMappingURL=data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(map))}`
}

/**
 * One entry a line: column, file and line as differences from the entry before.
 * @param {number[]} counts the lines of each file
 */
export function mappingsOf(counts) {
  /** @type {string[]} */ const lines = []
  let last = 0
  for (const [at, count] of counts.entries()) {
    lines.push(`A${at ? 'C' : 'A'}${vlq(-last)}A`)
    for (let line = 1; line < count; line++) lines.push(NEXT_LINE)
    last = count - 1
  }
  return lines.join(';')
}

/**
 * A number in base 64 with variable length, the sign in the lowest bit.
 * @param {number} number
 */
function vlq(number) {
  let rest = number < 0 ? -number * 2 + 1 : number * 2
  let digits = ''
  do {
    const more = rest > 31
    digits += DIGITS[(rest & 31) | (more ? 32 : 0)]
    rest >>>= 5
  } while (rest)
  return digits
}

const WRAPPING = 'function(require,module,exports){'

/**
 * What a module was written as, from the function that the host made of it.
 * @param {string} code
 */
export function unwrapped(code) {
  const start = code.indexOf(WRAPPING)
  return start < 0 ? code : code.slice(start + WRAPPING.length, code.lastIndexOf('\n}'))
}
