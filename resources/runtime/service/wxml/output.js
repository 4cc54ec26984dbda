// A text that is written piece by piece, and that knows from which place of which file each piece came.

import { lastNotAfter } from './lines.js'

/** @typedef {import('./reader.js').File} File */

/** The text that a Writer writes. */
export class Output {
  length = 0
  /** @type {string[]} */ #pieces = []
  /** @type {number[]} where in the text each stretch of one origin begins */ #starts = [0]
  /** @type {File[]} the file that each comes from */ #sources
  /** @type {number[]} and where in it */ #offsets = [0]

  /**
   * @param {File} file that the text comes from until `from` names another
   */
  constructor(file) {
    this.#sources = [file]
  }

  get text() {
    return this.#pieces.join('')
  }

  /** @param {string} text */
  put(text) {
    this.#pieces.push(text)
    this.length += text.length
  }

  /**
   * Says from where the next piece comes.
   * @param {File} file
   * @param {number} offset
   */
  from(file, offset) {
    this.#starts.push(this.length)
    this.#sources.push(file)
    this.#offsets.push(offset)
  }

  /**
   * Returns the file and place that a place of the text came from.
   * @param {number} offset in the text
   */
  originOf(offset) {
    const index = lastNotAfter(this.#starts, offset)
    return { file: this.#sources[index], offset: this.#offsets[index] + offset - this.#starts[index] }
  }
}
