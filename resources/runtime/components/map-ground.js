// The ground of a map without map data: lines of longitude and latitude at round degrees with their numbers, and the
// lines, areas and circles of the program.

import { numberWithin } from '../numbers.js'
import { pixelsPerMetre, project, unproject } from './map-projection.js'

/** Half of the earth's circumference, in metres. */
const HALF_THE_EARTH = 20_000_000

/** @typedef {import('./map-projection.js').Place} Place */
/** @typedef {{center: Place, scale: number, width: number, height: number}} Sight what of the earth is seen, in px */
/** @typedef {{ground: string, line: string, text: string}} Inks */
/** @typedef {{points?: Place[], color?: string, width?: number, dottedLine?: boolean}} Line */
/** @typedef {{points?: Place[], strokeColor?: string, strokeWidth?: number, fillColor?: string}} Area */
/** @typedef {Place & {radius?: number, color?: string, fillColor?: string, strokeWidth?: number}} Circle */

const LEAST_GAP = 72
const STEPS = [1, 2, 5]

/**
 * Returns where a place is in the picture, in px.
 * @param {Sight} sight
 * @param {Place} place
 */
export function placeIn({ center, scale, width, height }, place) {
  const middle = project(center, scale)
  const point = project(place, scale)
  return { x: point.x - middle.x + width / 2, y: point.y - middle.y + height / 2 }
}

/**
 * Returns the place that a point of the picture shows.
 * @param {Sight} sight
 * @param {number} x
 * @param {number} y
 * @returns {Place}
 */
export function placeAt({ center, scale, width, height }, x, y) {
  const middle = project(center, scale)
  return unproject({ x: middle.x + x - width / 2, y: middle.y + y - height / 2 }, scale)
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Sight} sight
 * @param {Inks} inks
 */
export function drawGround(pen, sight, inks) {
  pen.fillStyle = inks.ground
  pen.fillRect(0, 0, sight.width, sight.height)
  const first = placeAt(sight, 0, sight.height)
  const last = placeAt(sight, sight.width, 0)
  const step = roundStep(((last.longitude - first.longitude) * LEAST_GAP) / sight.width)
  const meridians = roundValues(first.longitude, last.longitude, step)
  const parallels = roundValues(first.latitude, last.latitude, step)
  pen.fillStyle = inks.line
  for (const longitude of meridians)
    pen.fillRect(placeIn(sight, { longitude, latitude: first.latitude }).x - 3, 0, 6, sight.height)
  for (const latitude of parallels)
    pen.fillRect(0, placeIn(sight, { longitude: first.longitude, latitude }).y - 3, sight.width, 6)
  writeNumbers(pen, sight, inks, { meridians, parallels, digits: Math.max(0, -Math.floor(Math.log10(step))) })
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Sight} sight
 * @param {Inks} inks
 * @param {{meridians: number[], parallels: number[], digits: number}} lines
 */
function writeNumbers(pen, sight, inks, { meridians, parallels, digits }) {
  pen.fillStyle = inks.text
  pen.font = '10px -apple-system, sans-serif'
  for (const longitude of meridians) {
    const { x } = placeIn(sight, { longitude, latitude: sight.center.latitude })
    pen.fillText(`${Math.abs(longitude).toFixed(digits)}°${longitude < 0 ? 'W' : 'E'}`, x + 6, 12)
  }
  for (const latitude of parallels) {
    const { y } = placeIn(sight, { longitude: sight.center.longitude, latitude })
    pen.fillText(`${Math.abs(latitude).toFixed(digits)}°${latitude < 0 ? 'S' : 'N'}`, 6, y - 6)
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Sight} sight
 * @param {Line[]} lines
 */
export function drawLines(pen, sight, lines) {
  for (const { points = [], color = '#000000', width = 2, dottedLine = false } of lines) {
    trace(pen, sight, points)
    pen.setLineDash(dottedLine ? [width * 2, width * 2] : [])
    Object.assign(pen, { strokeStyle: color, lineWidth: width, lineJoin: 'round', lineCap: 'round' })
    pen.stroke()
  }
  pen.setLineDash([])
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Sight} sight
 * @param {Area[]} areas
 */
export function drawAreas(pen, sight, areas) {
  for (const { points = [], strokeColor = '#000000', strokeWidth = 2, fillColor = 'transparent' } of areas) {
    trace(pen, sight, points)
    pen.closePath()
    Object.assign(pen, { strokeStyle: strokeColor, lineWidth: strokeWidth, fillStyle: fillColor })
    pen.fill()
    pen.stroke()
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Sight} sight
 * @param {Circle[]} circles
 */
export function drawCircles(pen, sight, circles) {
  for (const {
    latitude,
    longitude,
    radius,
    color = '#000000',
    fillColor = 'transparent',
    strokeWidth = 1,
  } of circles) {
    const { x, y } = placeIn(sight, { latitude, longitude })
    pen.beginPath()
    pen.arc(
      x,
      y,
      (numberWithin(radius, 0, HALF_THE_EARTH) ?? 0) * pixelsPerMetre(latitude, sight.scale),
      0,
      2 * Math.PI,
    )
    Object.assign(pen, { strokeStyle: color, lineWidth: strokeWidth, fillStyle: fillColor })
    pen.fill()
    pen.stroke()
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Sight} sight
 * @param {Place[]} points
 */
function trace(pen, sight, points) {
  pen.beginPath()
  for (const point of points) {
    const { x, y } = placeIn(sight, point)
    pen.lineTo(x, y)
  }
}

/**
 * Returns the next of 1, 2, 5, 10, 20 … that is not below `least`.
 * @param {number} least
 */
function roundStep(least) {
  const power = 10 ** Math.floor(Math.log10(least))
  return power * (STEPS.find((step) => step * power >= least) ?? 10)
}

/**
 * @param {number} from
 * @param {number} to
 * @param {number} step
 */
function roundValues(from, to, step) {
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, at) => (first + at) * step)
}
