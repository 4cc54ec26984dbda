// Does in the next frame what many events of one frame ask for.

/**
 * Makes a function that has `act` called in the next frame, once, however often it is called until then.
 * @param {() => void} act
 */
export function oncePerFrame(act) {
  let due = false
  return () => {
    if (due) return
    due = true
    requestAnimationFrame(() => {
      due = false
      act()
    })
  }
}
