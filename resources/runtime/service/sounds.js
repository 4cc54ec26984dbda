// The service's end of sounds that no page shows. Each is an <audio> in the view, known by a number.

import { CODE } from '../operations.js'

/**
 * @typedef {{currentTime: number, duration: number, buffered: number, errCode?: number, errMsg?: string}} SoundState
 */
/** @typedef {(event: string, state: SoundState) => void} Hear */
/** @typedef {{command: (command: string, argument?: unknown) => void, drop: () => void}} Sound */

/** Makes sounds, and tells each what the view says of it. */
export class Sounds {
  /** @type {Map<number, Hear>} */ #hearing = new Map()
  #last = 0
  #view

  /** @param {import('./view.js').View} view */
  constructor(view) {
    this.#view = view
  }

  /**
   * Makes a sound, which is silent at first.
   * @param {Hear} hear gets each event and the state then
   * @returns {Sound}
   */
  make(hear) {
    const number = ++this.#last
    const command = (/** @type {string} */ name, /** @type {unknown} */ argument = null) => {
      if (this.#hearing.has(number)) this.#view.do(CODE.commandSound, number, name, argument)
    }
    this.#hearing.set(number, hear)
    return {
      command,
      drop: () => {
        command('drop')
        this.#hearing.delete(number)
      },
    }
  }

  /**
   * Tells a sound what the view says of it.
   * @param {{sound: number, event: string, state: SoundState}} message of the view
   */
  heard({ sound, event, state }) {
    this.#hearing.get(sound)?.(event, state)
  }
}
