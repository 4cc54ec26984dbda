// Degrees to pixels and back, as on web maps (Mercator): the whole earth is 256 px wide at scale 0, and doubles with
// each step of the scale.

const TILE = 256
const POLE = 85.05112878

/** @typedef {{longitude: number, latitude: number}} Place */
/** @typedef {{x: number, y: number}} Point */

/**
 * @param {Place} place
 * @param {number} scale
 * @returns {Point}
 */
export function project({ longitude, latitude }, scale) {
  const world = TILE * 2 ** scale
  const angle = (Math.max(-POLE, Math.min(POLE, latitude)) * Math.PI) / 180
  return {
    x: ((longitude + 180) / 360) * world,
    y: (0.5 - Math.log(Math.tan(Math.PI / 4 + angle / 2)) / (2 * Math.PI)) * world,
  }
}

/**
 * @param {Point} point
 * @param {number} scale
 * @returns {Place}
 */
export function unproject({ x, y }, scale) {
  const world = TILE * 2 ** scale
  return {
    longitude: (x / world) * 360 - 180,
    latitude: (Math.atan(Math.sinh((0.5 - y / world) * 2 * Math.PI)) * 180) / Math.PI,
  }
}

/**
 * Returns the pixels of one metre at a latitude.
 * @param {number} latitude
 * @param {number} scale
 */
export function pixelsPerMetre(latitude, scale) {
  return (TILE * 2 ** scale) / (40_075_016.7 * Math.cos((latitude * Math.PI) / 180))
}

/**
 * Returns the greatest scale, at most `highest`, at which all places fit.
 * @param {Place[]} places
 * @param {number} width
 * @param {number} height
 * @param {number} highest
 */
export function scaleFor(places, width, height, highest) {
  for (let scale = highest; scale > 3; scale -= 0.5) {
    const { left, top, right, bottom } = boundsOf(places.map((place) => project(place, scale)))
    if (right - left <= width && bottom - top <= height) return scale
  }
  return 3
}

/**
 * Returns the middle of places.
 * @param {Place[]} places
 * @returns {Place}
 */
export function middleOf(places) {
  const { left, top, right, bottom } = boundsOf(places.map((place) => project(place, 0)))
  return unproject({ x: (left + right) / 2, y: (top + bottom) / 2 }, 0)
}

/** @param {Point[]} points */
function boundsOf(points) {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}
