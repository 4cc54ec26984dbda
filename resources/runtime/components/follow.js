// Follows a pointer from its press to its release, wherever it goes. Pointer capture would take the tap away from what
// was pressed inside.

/**
 * Follows a pointer.
 * @param {Document} document
 * @param {PointerEvent} press
 * @param {{move: (event: PointerEvent) => void, end: (event: PointerEvent) => void}} told
 *   `end` is called when the press is cancelled, too
 */
export function followPointer(document, press, { move, end }) {
  const watch = new AbortController()
  const options = { capture: true, signal: watch.signal }
  const mine = (/** @type {(event: PointerEvent) => void} */ then) => (/** @type {PointerEvent} */ event) => {
    if (event.pointerId === press.pointerId) then(event)
  }
  const finish = mine((event) => {
    watch.abort()
    end(event)
  })
  document.addEventListener('pointermove', mine(move), options)
  document.addEventListener('pointerup', finish, options)
  document.addEventListener('pointercancel', finish, options)
}
