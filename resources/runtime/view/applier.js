// Carries out a list of operations. One that fails does not stop the others, and is reported unless it came too late.

import { ARITY, NAMES } from '../operations.js'
import { Gone } from './nodes.js'

/** @typedef {Record<import('../operations.js').OperationName, (...args: any[]) => void>} Operations */

/** Takes the lists of operations that the service sends. */
export class Applier {
  #operations
  #complain

  /**
   * @param {Operations} operations
   * @param {(problem: string) => void} complain
   */
  constructor(operations, complain) {
    this.#operations = NAMES.map((name) => operations[name])
    this.#complain = complain
  }

  /**
   * Carries out a list.
   * @param {any[]} list codes, each followed by its arguments, which are five at most
   */
  apply(list) {
    const operations = this.#operations
    for (let at = 0; at < list.length; at += 1 + ARITY[list[at]]) {
      try {
        operations[list[at]](list[at + 1], list[at + 2], list[at + 3], list[at + 4], list[at + 5])
      } catch (error) {
        if (!(error instanceof Gone)) this.#complain(`view: ${NAMES[list[at]]} ${list[at + 1]}: ${error}`)
      }
    }
  }
}
