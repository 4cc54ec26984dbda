// A text that is written piece by piece, and knows which place of which file each piece came from.

import { lastNotAfter } from './lines.js'

/** @typedef {import('./reader.js').File} File */

/** What one Writer has written. */
export class Output {
  length = 0
  /** @type {string[]} */ #pieces = []
  /** @type {number[]} where in the text each stretch of one origin begins */ #starts = [0]
  /** @type {File[]} the file that each comes from */ #sources
  /** @type {number[]} and where in it */ #offsets = [0]

  /** @param {File} file that the text comes from until `from` says another */
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
   * What is put next comes from there.
   * @param {File} file
   * @param {number} offset
   */
  from(file, offset) {
    this.#starts.push(this.length)
    this.#sources.push(file)
    this.#offsets.push(offset)
  }

  /** @param {number} offset in the text */
  originOf(offset) {
    const index = lastNotAfter(this.#starts, offset)
    return { file: this.#sources[index], offset: this.#offsets[index] + offset - this.#starts[index] }
  }
}
