// A number that moves from 0 to 1 over time; one run at a time.

/**
 * The easing curves, by the names that <swiper> knows.
 * @type {Record<string, (part: number) => number>}
 */
const CURVES = {
  default: (part) => 1 - (1 - part) ** 3,
  linear: (part) => part,
  easeInCubic: (part) => part ** 3,
  easeOutCubic: (part) => 1 - (1 - part) ** 3,
  easeInOutCubic: (part) => (part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2),
}

/** @param {string} name */
export function easing(name) {
  return CURVES[name] ?? CURVES.default
}

/** Drives with this number what its owner draws. */
export class Motion {
  #frame = 0
  running = false

  /**
   * Starts a run.
   * @param {number} duration in ms
   * @param {(part: number) => void} step gets the number, 1 at last
   * @param {() => void} done is not called if the run is stopped or replaced
   */
  run(duration, step, done) {
    this.stop()
    this.running = true
    const start = performance.now()
    const go = () => {
      const part = duration > 0 && !document.hidden ? Math.min(1, (performance.now() - start) / duration) : 1
      step(part)
      if (part < 1) this.#frame = requestAnimationFrame(go)
      else {
        this.running = false
        done()
      }
    }
    this.#frame = requestAnimationFrame(go)
  }

  stop() {
    cancelAnimationFrame(this.#frame)
    this.running = false
  }
}
