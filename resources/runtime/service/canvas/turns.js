// Work on canvases of the old kind in the order in which it was asked for: an export waits for what was drawn before
// it.

/** The queues of work, one for each canvas: a canvas is known by its page or component and its `canvas-id`. */
export class Turns {
  /** @type {WeakMap<object, Map<string, Promise<unknown>>>} */ #last = new WeakMap()

  /**
   * Runs `work` when all earlier work on the canvas is done, and returns its result.
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
