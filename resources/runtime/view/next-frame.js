// The next frame that is drawn, or a moment later if none is: Chromium draws nothing that nobody sees, and late under
// load.

const SLOWEST_FRAME = 100

/**
 * After what is ordered now is drawn; soon, if nothing is drawn.
 * @param {() => void} then
 */
export function nextFrame(then) {
  const timer = setTimeout(() => done(), SLOWEST_FRAME)
  const frame = requestAnimationFrame(() => done())
  const done = () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    then()
  }
}
