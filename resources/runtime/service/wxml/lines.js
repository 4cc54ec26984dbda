// Lines and columns of places in a text; both count from 1.

/** @typedef {{line: number, column: number}} LineAndColumn */

/** The lines of a text. */
export class Lines {
  /** Where each line begins. */ #starts = [0]

  /** @param {string} text */
  constructor(text) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  /**
   * @param {number} offset
   * @returns {LineAndColumn}
   */
  place(offset) {
    const line = lastNotAfter(this.#starts, offset)
    return { line: line + 1, column: offset - this.#starts[line] + 1 }
  }

  /** @param {LineAndColumn} place */
  offset({ line, column }) {
    return this.#starts[Math.min(line, this.#starts.length) - 1] + column - 1
  }
}

/**
 * Returns the index of the last of the sorted numbers that is not above `limit`; the first number never is.
 * @param {number[]} sorted
 * @param {number} limit
 */
export function lastNotAfter(sorted, limit) {
  let low = 0
  let high = sorted.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (sorted[middle] <= limit) low = middle
    else high = middle
  }
  return low
}
