// Work on canvases of the old kind in the order it was asked for: an export waits for what was drawn before it.

/** The canvases are told apart by the page or component they stand in and by their `canvas-id`. */
export class Turns {
  /** @type {WeakMap<object, Map<string, Promise<unknown>>>} */ #last = new WeakMap()

  /**
   * Does `work` when all earlier work on the canvas is over, and gives its result.
   * @template Result
   * @param {object} owner page or component
   * @param {string} canvasId
   * @param {() => Promise<Result>} work
   * @returns {Promise<Result>}
   */
  take(owner, canvasId, work) {
    const ofOwner = this.#last.get(owner) ?? new Map()
    this.#last.set(owner, ofOwner)
    const done = (ofOwner.get(canvasId) ?? Promise.resolve()).then(work)
    ofOwner.set(
      canvasId,
      done.catch(() => {}),
    )
    return done
  }
}
