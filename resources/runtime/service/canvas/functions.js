// The wx functions about canvases: contexts of the old kind, pixels, and export to a file.

import { failure, makeFunction, ok } from '../api/convention.js'
import { arrayBufferToBase64 } from '../api/bytes.js'
import { Canvas, Pixels } from '../host.js'
import { numberWithin } from '../../numbers.js'
import { CanvasContext } from './recorder.js'
import { drawRecorded } from './replay.js'
import { LONGEST_SIDE, createOffscreen, surfaceOf } from './surface.js'
import { Turns } from './turns.js'

/** @typedef {import('./recorder.js').Target} Target */
/** @typedef {Record<string, any>} Options */

/**
 * Makes the functions.
 * @param {() => any} front gives the instance of the page in front
 * @param {import('../channel.js').Channel} channel
 * @param {import('./picture.js').Pictures} pictures
 * @param {import('../journal.js').Journal} journal
 */
export function canvasFunctions(front, channel, pictures, journal) {
  const guard = journal.guard.bind(journal)
  const turns = new Turns()
  const nowhere = {}
  /**
   * Runs `work` on the canvas of the old kind that a program names, after all earlier work on it.
   * @template Result
   * @param {unknown} canvasId
   * @param {Owner | null | undefined} owner
   * @param {(target: Target | null) => Promise<Result>} work
   */
  const inTurn = (canvasId, owner, work) => {
    const place = owner?._$ ? owner : front()
    const name = String(canvasId)
    return turns.take(place ?? nowhere, name, async () => work(await legacyTarget(canvasNamed(place, name))))
  }
  const answering = answersOf(journal)
  return {
    createCanvasContext: (/** @type {string} */ canvasId, /** @type {any} */ owner) => {
      const place = owner?._$ ? owner : front()
      return new CanvasContext((work) => inTurn(canvasId, place, work), guard, pictures)
    },
    createContext: () => new CanvasContext((work) => work(null), guard, pictures),
    drawCanvas: answering('drawCanvas', ({ canvasId, actions, reserve }, owner) => {
      const recorded = { actions: actions?.actions ?? [], files: actions?.files ?? [] }
      return inTurn(canvasId, owner, async (target) => {
        await drawRecorded(target, recorded, Boolean(reserve), pictures)
        return {}
      })
    }),
    createOffscreenCanvas: (/** @type {unknown} */ first, /** @type {unknown} */ height) =>
      createOffscreen(typeof first === 'object' && first ? first : { width: first, height }, pictures),
    canvasToTempFilePath: answering('canvasToTempFilePath', async (options, owner) => {
      const { canvas, canvasId } = options
      const file = await (canvas
        ? exported(options, { surface: canvas, ratio: 1 })
        : inTurn(canvasId, owner, (target) => exported(options, target)))
      return sent(channel, file)
    }),
    canvasGetImageData: answering('canvasGetImageData', (options, owner) =>
      inTurn(options.canvasId, owner, async (target) => pixelsOf(there(target), options)),
    ),
    canvasPutImageData: answering('canvasPutImageData', (options, owner) =>
      inTurn(options.canvasId, owner, async (target) => putPixels(there(target), options)),
    ),
  }
}

/**
 * Makes a function that makes wx functions from what is done with the options and the component they are called with.
 * @param {import('../journal.js').Journal} journal
 */
function answersOf(journal) {
  /**
   * @param {string} name
   * @param {(options: Options, owner: Owner | null | undefined) => Promise<object>} run
   */
  return (name, run) => (/** @type {unknown} */ options, /** @type {Owner | null | undefined} */ owner) =>
    makeFunction(
      name,
      (rest, settle) => {
        run(rest, owner).then(
          (fields) => settle(ok(name, fields)),
          (error) => settle(failure(name, error.message)),
        )
      },
      journal,
    )(options)
}

/**
 * Returns the <canvas canvas-id> of a page or component; null if there is none.
 * @param {Owner | null | undefined} owner
 * @param {string} canvasId
 */
function canvasNamed(owner, canvasId) {
  const root = owner?._$?.getShadowRoot()
  return root ? searchCanvas(root, canvasId) : null
}

/**
 * @param {Pick<TreeElement, 'childNodes'>} element
 * @param {string} canvasId
 * @returns {TreeElement | null}
 */
function searchCanvas(element, canvasId) {
  for (const child of element.childNodes ?? []) {
    if (child.is === 'wx-canvas' && (child.getAttribute('canvas-id') === canvasId || child.id === canvasId))
      return child
    const found = searchCanvas(child, canvasId)
    if (found) return found
  }
  return null
}

/**
 * Returns the surface of a canvas of the old kind, whose sizes are in device pixels.
 * @param {TreeElement | null} element
 * @returns {Promise<Target | null>}
 */
async function legacyTarget(element) {
  /** @type {import('../nodes.js').BackendNode | null} */ const node = element?.getBackendElement() ?? null
  const surface = await surfaceOf(node)
  if (!node || !surface) return null
  surface.ratio ??= scaled(surface, node.page.screen.pixelRatio)
  return { surface, ratio: surface.ratio }
}

/**
 * @param {import('./surface.js').Surface} surface
 * @param {number} ratio
 */
function scaled(surface, ratio) {
  surface.width *= ratio
  surface.height *= ratio
  return ratio
}

/**
 * @param {Target | null} target
 * @returns {Target}
 */
function there(target) {
  if (!target) throw new Error('canvas is empty')
  return target
}

/** @param {unknown} value */
const placeOf = (value) => numberWithin(value, -LONGEST_SIDE, LONGEST_SIDE) ?? 0

/**
 * Returns a width or height that a canvas can have.
 * @param {unknown} value
 */
const sideOf = (value) => numberWithin(value, 0, LONGEST_SIDE)

/**
 * Returns a part of the canvas as the bytes of a picture file.
 * @param {Options} options
 * @param {Target | null} target
 */
export async function exported(options, target) {
  const { surface, ratio } = there(target)
  const x = placeOf(options.x) * ratio
  const y = placeOf(options.y) * ratio
  const width = (sideOf(options.width) ?? 0) * ratio || surface.width - x
  const height = (sideOf(options.height) ?? 0) * ratio || surface.height - y
  const copy = new Canvas(
    Math.max(1, Math.round(sideOf(options.destWidth) || width)),
    Math.max(1, Math.round(sideOf(options.destHeight) || height)),
  )
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (copy.getContext('2d'))
  context.drawImage(surface, x, y, width, height, 0, 0, copy.width, copy.height)
  const fileType = options.fileType === 'jpg' ? 'jpg' : 'png'
  const blob = await copy.convertToBlob({
    type: fileType === 'jpg' ? 'image/jpeg' : 'image/png',
    quality: numberWithin(options.quality, 0, 1) ?? 1,
  })
  return { data: arrayBufferToBase64(await blob.arrayBuffer()), fileType }
}

/**
 * @param {import('../channel.js').Channel} channel
 * @param {object} file
 * @returns {Promise<{tempFilePath: string}>}
 */
export const sent = (channel, file) =>
  new Promise((resolve, reject) =>
    channel.call('canvasExport', file, (result) =>
      result.tempFilePath ? resolve({ tempFilePath: result.tempFilePath }) : reject(new Error(result.errMsg)),
    ),
  )

/**
 * @param {Target} target
 * @param {Options} options
 */
function pixelsOf({ surface, ratio }, options) {
  const { width, height } = options
  const [x, y] = [placeOf(options.x), placeOf(options.y)]
  const copy = /** @type {OffscreenCanvasRenderingContext2D} */ (new Canvas(width, height).getContext('2d'))
  copy.drawImage(surface, x * ratio, y * ratio, width * ratio, height * ratio, 0, 0, width, height)
  return { width, height, data: copy.getImageData(0, 0, width, height).data }
}

/**
 * @param {Target} target
 * @param {Options} options
 */
function putPixels({ surface, ratio }, { x, y, width, height = 0, data }) {
  const pixels = new Pixels(new Uint8ClampedArray(data), width, height || undefined)
  const copy = new Canvas(pixels.width, pixels.height)
  const brush = /** @type {OffscreenCanvasRenderingContext2D} */ (copy.getContext('2d'))
  brush.putImageData(pixels, 0, 0)
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (surface.getContext('2d'))
  context.clearRect(x * ratio, y * ratio, pixels.width * ratio, pixels.height * ratio)
  context.drawImage(copy, x * ratio, y * ratio, pixels.width * ratio, pixels.height * ratio)
  return {}
}
