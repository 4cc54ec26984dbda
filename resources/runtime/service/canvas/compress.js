// wx.compressImage() and wx.cropImage(): a picture is drawn on a canvas of another size and kept as a file.

import { failure, makeFunction, ok } from '../api/convention.js'
import { exported, sent } from './functions.js'

const USUAL_QUALITY = 80
const JPEG = /\.jpe?g$/i

/** @typedef {Record<string, any>} Options */

/**
 * @param {import('../channel.js').Channel} channel
 * @param {import('./picture.js').Pictures} pictures
 * @param {import('../journal.js').Journal} journal
 */
export function pictureFunctions(channel, pictures, journal) {
  /**
   * Makes a function that makes a picture of another.
   * @param {string} name
   * @param {(bitmap: ImageBitmap, options: Options) => Options} fit gives what of the picture is kept, and its new size
   */
  const making = (name, fit) =>
    makeFunction(
      name,
      ({ src, ...options }, settle) => {
        const fail = (/** @type {string} */ reason) => settle(failure(name, reason))
        pictures.load(
          String(src),
          (bitmap) => {
            const fileType = JPEG.test(src) ? 'jpg' : 'png'
            exported({ fileType, ...fit(bitmap, options) }, { surface: /** @type {any} */ (bitmap), ratio: 1 })
              .then((file) => sent(channel, file))
              .then(
                (file) => settle(ok(name, file)),
                (error) => fail(error.message),
              )
          },
          () => fail("file doesn't exist"),
        )
      },
      journal,
    )
  return { compressImage: making('compressImage', compressed), cropImage: making('cropImage', cropped) }
}

/**
 * Returns the size of a compressed picture; if one side is not given, the proportions stay.
 * @param {ImageBitmap} bitmap
 * @param {Options} options
 */
function compressed({ width, height }, { quality = USUAL_QUALITY, compressedWidth, compressedHeight }) {
  const scale = compressedWidth ? compressedWidth / width : compressedHeight ? compressedHeight / height : 1
  return {
    quality: quality / 100,
    destWidth: compressedWidth ?? width * scale,
    destHeight: compressedHeight ?? height * scale,
  }
}

/**
 * Returns the middle of a picture in the proportions of `16:9` and the like.
 * @param {ImageBitmap} bitmap
 * @param {Options} options
 */
function cropped({ width, height }, { cropScale = '1:1' }) {
  const [wide, high] = String(cropScale).split(':').map(Number)
  const ratio = wide / high || 1
  const kept = { width: Math.min(width, height * ratio), height: Math.min(height, width / ratio) }
  return { ...kept, x: (width - kept.width) / 2, y: (height - kept.height) / 2 }
}
