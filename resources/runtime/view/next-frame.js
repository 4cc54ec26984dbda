// Waits for the next frame that is drawn, or a moment longer if none is: Chromium draws nothing that is not seen, and
// draws late under load.

const SLOWEST_FRAME = 100

/**
 * Calls `then` after what is ordered now has been drawn; soon, if nothing is drawn.
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
