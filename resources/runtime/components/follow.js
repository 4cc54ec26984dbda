// A pointer from its press to its release, wherever it goes. Not by pointer capture: that would take the tap away from
// what was pressed inside.

/**
 * @param {Document} document
 * @param {PointerEvent} press
 * @param {{move: (event: PointerEvent) => void, end: (event: PointerEvent) => void}} told `end` also when it is
 * cancelled
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
