// The canvas that a program draws on: an OffscreenCanvas whose picture the view shows, with what the phone adds to it.

import { Canvas, Path, Pixels, cancelAnimationFrame, requestAnimationFrame } from '../host.js'
import { numberWithin } from '../../numbers.js'
import { Picture } from './picture.js'
import { pngDataUrl } from './png.js'

/** @typedef {OffscreenCanvas & Record<string, any>} Surface */
/** @typedef {import('./picture.js').Pictures} Pictures */

/** The longest side that the engine allows, in pixels. */
export const LONGEST_SIDE = 65_535

/** The methods of a context that take pictures, which may be our Picture objects. */
const TAKING_PICTURES = ['drawImage', 'createPattern', 'texImage2D', 'texSubImage2D']

/**
 * Returns the surface of a <canvas>, which the view is asked for once; null for any other element.
 * @param {import('../nodes.js').BackendNode | null | undefined} node
 * @returns {Promise<Surface | null>}
 */
export function surfaceOf(node) {
  if (node?.__wxElement?.is !== 'wx-canvas') return Promise.resolve(null)
  node.surface ??= new Promise((resolve) => {
    node.view.ask(node.id, 'canvas', null, (canvas) =>
      resolve(canvas && equip(canvas, node.__wxElement.id, node.view.pictures)),
    )
  })
  return /** @type {Promise<Surface | null>} */ (node.surface)
}

/**
 * Makes a canvas that is not shown.
 * @param {{width?: number, height?: number}} size
 * @param {Pictures} pictures
 */
export const createOffscreen = ({ width, height }, pictures) =>
  equip(
    new Canvas(numberWithin(width, 1, LONGEST_SIDE) ?? 300, numberWithin(height, 1, LONGEST_SIDE) ?? 150),
    '',
    pictures,
  )

/**
 * @param {OffscreenCanvas} canvas
 * @param {string} id
 * @param {Pictures} pictures
 * @returns {Surface}
 */
function equip(canvas, id, pictures) {
  const surface = /** @type {Surface} */ (canvas)
  const getContext = /** @type {(kind: unknown, options?: object) => unknown} */ (canvas.getContext.bind(canvas))
  for (const side of /** @type {const} */ (['width', 'height'])) takeOnlySizes(surface, side)
  return Object.assign(surface, {
    id,
    createImage: () => new Picture(pictures),
    createPath2D: (/** @type {any} */ path) => new Path(path),
    createImageData: (/** @type {unknown[]} */ ...args) => new Pixels(.../** @type {[any, any, any]} */ (args)),
    requestAnimationFrame,
    cancelAnimationFrame,
    toDataURL: () => pngDataUrl(canvas),
    getContext: (/** @type {string} */ kind, /** @type {object} */ options) =>
      equipContext(getContext(kind === 'experimental-webgl' ? 'webgl' : kind, options), surface),
  })
}

/**
 * Lets a canvas ignore sizes that are none: the engine's own throws.
 * @param {Surface} surface
 * @param {'width' | 'height'} side
 */
function takeOnlySizes(surface, side) {
  Object.defineProperty(surface, side, {
    get: () => Reflect.get(Canvas.prototype, side, surface),
    set: (value) => {
      const size = numberWithin(value, 0, LONGEST_SIDE)
      if (size !== null) Reflect.set(Canvas.prototype, side, size, surface)
    },
    enumerable: true,
    configurable: true,
  })
}

/** @type {WeakSet<object>} */
const equipped = new WeakSet()

/**
 * @param {any} context
 * @param {Surface} surface
 */
function equipContext(context, surface) {
  if (!context || equipped.has(context)) return context
  equipped.add(context)
  for (const name of TAKING_PICTURES) {
    const method = context[name]?.bind(context)
    if (method) context[name] = (/** @type {unknown[]} */ ...args) => method(...args.map(Picture.drawable))
  }
  Object.defineProperty(context, 'canvas', { value: surface, configurable: true })
  return context
}
