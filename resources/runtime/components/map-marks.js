// The markers of a map: a pin or the program's picture with its label and callout, and the dot where the phone is.

import { placeIn } from './map-ground.js'

/** @typedef {import('./map-projection.js').Place} Place */
/**
 * @typedef {{content?: string, color?: string, fontSize?: number, bgColor?: string, borderRadius?: number,
 *   padding?: number, display?: string}} Bubble
 */
/**
 * @typedef {Place & {id?: number, title?: string, iconPath?: string, width?: number | string, height?: number | string,
 *   rotate?: number, alpha?: number, anchor?: {x?: number, y?: number}, callout?: Bubble, label?: Bubble}} Marker
 */
/** @typedef {{marker: Marker, element: HTMLElement, bubble: HTMLElement | null}} Mark */
/** @typedef {(event: 'markertap' | 'callouttap' | 'labeltap', marker: Marker) => void} Tell */

/** The style of the markers, for the shadow tree of a map. */
export const MARK_STYLE = `
.mark { position: absolute; left: 0; top: 0; cursor: pointer }
.mark > .pin, .mark > img { position: absolute; display: block }
.pin { width: 26px; height: 36px; fill: var(--mh-red); stroke: #fff; stroke-width: 1 }
.bubble, .label { position: absolute; white-space: pre; line-height: 1.4; font-size: 12px; color: #000 }
.bubble { display: none; transform: translate(-50%, -100%); background: #fff; box-shadow: 0 1px 6px rgba(0, 0, 0, .2) }
.mark[data-open] > .bubble { display: block }
`

/** The style of the dot where the phone is. */
export const HERE_STYLE = `
#here { position: absolute; left: -10px; top: -10px; width: 20px; height: 20px; box-sizing: border-box; border-radius: 50%; display: none;
  background: #3b82f6; border: 3px solid #fff; box-shadow: 0 0 0 14px rgba(59, 130, 246, .16), 0 1px 5px rgba(0, 0, 0, .3) }
#here[data-shown] { display: block }
`

const PIN =
  'M13 1a12 12 0 0 1 12 12c0 8-12 22-12 22S1 21 1 13A12 12 0 0 1 13 1zm0 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z'
const SVG = 'http://www.w3.org/2000/svg'

/**
 * @param {import('./component.js').Component} map
 * @param {Marker} marker
 * @param {Tell} tell
 * @returns {Mark}
 */
export function makeMark(map, marker, tell) {
  const make = (/** @type {string} */ name, /** @type {string} */ className) =>
    Object.assign(map.page.document.createElement(name), { className })
  const element = make('div', 'mark')
  const picture = marker.iconPath ? pictureOf(map, marker, make('img', '')) : pin(map)
  const above = anchor(picture, marker)
  element.append(picture)
  if (marker.label?.content) element.append(words(make('div', 'label'), marker.label, 0))
  const said = calloutOf(marker)
  const bubble = said.content ? words(make('div', 'bubble'), said, above - 6) : null
  if (bubble) element.append(bubble)
  const always = said.display === 'ALWAYS'
  element.toggleAttribute('data-open', always)
  element.addEventListener('click', (event) => {
    if (!always) element.toggleAttribute('data-open', true)
    tell(event.target === bubble ? 'callouttap' : 'markertap', marker)
  })
  return { marker, element, bubble }
}

/**
 * Puts the anchor of a picture on the place of its marker, and returns how far above it the picture ends, in px.
 * @param {HTMLElement | SVGElement} picture
 * @param {Marker} marker
 */
function anchor(picture, { width, height, anchor: { x = 0.5, y = 1 } = {}, rotate = 0, alpha = 1 }) {
  const above = -size(height, 36) * y
  picture.style.transform = `translate(${-size(width, 26) * x}px, ${above}px) rotate(${rotate}deg)`
  picture.style.opacity = String(alpha)
  return above
}

/**
 * @param {Marker} marker
 * @returns {Bubble}
 */
function calloutOf({ callout, title }) {
  return callout ?? (title ? { content: title, padding: 8, borderRadius: 4 } : {})
}

/**
 * @param {Mark} mark
 * @param {import('./map-ground.js').Sight} sight
 */
export function placeMark({ marker, element }, sight) {
  const { x, y } = placeIn(sight, marker)
  element.style.transform = `translate(${x}px, ${y}px)`
}

/**
 * @param {HTMLElement} dot
 * @param {Place | null} place
 * @param {import('./map-ground.js').Sight} sight
 */
export function placeHere(dot, place, sight) {
  dot.toggleAttribute('data-shown', place !== null)
  if (place === null) return
  const { x, y } = placeIn(sight, place)
  dot.style.transform = `translate(${x}px, ${y}px)`
}

/** @param {import('./component.js').Component} map */
function pin(map) {
  const drawing = map.page.document.createElementNS(SVG, 'svg')
  drawing.setAttribute('class', 'pin')
  drawing.setAttribute('viewBox', '0 0 26 36')
  const path = map.page.document.createElementNS(SVG, 'path')
  path.setAttribute('d', PIN)
  path.setAttribute('fill-rule', 'evenodd')
  drawing.append(path)
  return drawing
}

/**
 * @param {import('./component.js').Component} map
 * @param {Marker} marker
 * @param {HTMLElement} element
 */
function pictureOf(map, marker, element) {
  const picture = /** @type {HTMLImageElement} */ (element)
  picture.src = map.resourceUrl(String(marker.iconPath))
  picture.style.width = `${size(marker.width, 26)}px`
  picture.style.height = `${size(marker.height, 36)}px`
  return picture
}

/**
 * @param {HTMLElement} element
 * @param {Bubble} bubble
 * @param {number} top
 */
function words(element, { content, color, fontSize = 12, bgColor, borderRadius = 0, padding = 0 }, top) {
  element.textContent = String(content)
  Object.assign(element.style, {
    top: `${top}px`,
    color: color ?? '',
    fontSize: `${fontSize}px`,
    background: bgColor ?? '',
  })
  Object.assign(element.style, { borderRadius: `${borderRadius}px`, padding: `${padding}px` })
  return element
}

/**
 * @param {number | string | undefined} given
 * @param {number} standard
 */
function size(given, standard) {
  const number = parseFloat(String(given ?? ''))
  return Number.isNaN(number) ? standard : number
}
