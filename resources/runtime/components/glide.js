// Moves a point to another along a curve that slows down, one step per drawn frame.

/** @typedef {{x: number, y: number}} Point */

/** The curve of the glide: damping 20 halves the distance left about every 35 ms. */
const PACE = 0.001
const NEAR = 0.4

/** Moves one point at a time: a new movement ends the one before. */
export class Glide {
  running = false
  #window
  #step
  #frame = 0

  /**
   * @param {Window} window
   * @param {(point: Point) => void} step
   */
  constructor(window, step) {
    this.#window = window
    this.#step = step
  }

  /**
   * @param {Point} from
   * @param {Point} to
   * @param {number} damping
   */
  run(from, to, damping) {
    this.stop()
    this.running = true
    let point = from
    let last = this.#window.performance.now()
    const draw = (/** @type {number} */ now) => {
      const left = Math.exp(-Math.max(1, damping) * PACE * Math.max(0, now - last))
      last = now
      point = { x: to.x + (point.x - to.x) * left, y: to.y + (point.y - to.y) * left }
      const arrived = Math.hypot(point.x - to.x, point.y - to.y) < NEAR
      if (arrived) this.running = false
      else this.#frame = this.#window.requestAnimationFrame(draw)
      this.#step(arrived ? to : point)
    }
    this.#frame = this.#window.requestAnimationFrame(draw)
  }

  stop() {
    if (this.running) this.#window.cancelAnimationFrame(this.#frame)
    this.running = false
  }
}
