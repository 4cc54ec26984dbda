// How a page slides over another and back, as on the phone.

const DURATION = 300
const EASING = 'cubic-bezier(0.2, 0.8, 0.3, 1)'
const ASIDE = 'translateX(-28%)'
const OUTSIDE = 'translateX(100%)'
const HERE = 'translateX(0)'
const DIM = 0.12

/**
 * Moves `before` out and `after` in. `over` is called once: when the slide is done, or is cut short by the function
 * that is returned.
 * @param {HTMLElement} before
 * @param {HTMLElement} after
 * @param {import('./stage.js').Way} way
 * @param {() => void} over
 * @returns {() => void}
 */
export function slide(before, after, way, over) {
  const still = way === 'none' || document.hidden || window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const moves = still ? [] : way === 'push' ? push(after, before) : pop(before, after)
  let open = true
  const finish = () => {
    if (!open) return
    open = false
    for (const move of moves) move.finish()
    over()
  }
  if (moves.length === 0) finish()
  else moves[0].finished.then(finish, finish)
  return finish
}

/**
 * @param {HTMLElement} upper
 * @param {HTMLElement} lower
 */
function push(upper, lower) {
  return [move(upper, OUTSIDE, HERE), move(lower, HERE, ASIDE), shade(lower, 0, DIM)]
}

/**
 * @param {HTMLElement} upper
 * @param {HTMLElement} lower
 */
function pop(upper, lower) {
  return [move(upper, HERE, OUTSIDE), move(lower, ASIDE, HERE), shade(lower, DIM, 0)]
}

/**
 * @param {HTMLElement} sheet
 * @param {string} from
 * @param {string} to
 */
function move(sheet, from, to) {
  return sheet.animate([{ transform: from }, { transform: to }], { duration: DURATION, easing: EASING })
}

/**
 * Dims the page below while another is above it.
 * @param {HTMLElement} sheet
 * @param {number} from
 * @param {number} to
 */
function shade(sheet, from, to) {
  const layer = document.createElement('div')
  layer.className = 'shade'
  sheet.append(layer)
  const change = layer.animate([{ opacity: from }, { opacity: to }], { duration: DURATION, easing: EASING })
  change.finished.finally(() => layer.remove())
  return change
}
