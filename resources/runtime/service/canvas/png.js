// canvas.toDataURL() must answer at once, but a worker's canvas can only export later. So the PNG is written here,
// with its pixels uncompressed.

import { Canvas } from '../host.js'
import { arrayBufferToBase64 } from '../api/bytes.js'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const LARGEST_BLOCK = 0xffff
const RGBA_8 = [8, 6, 0, 0, 0]

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

/**
 * Returns the PNG of a canvas as a data URL.
 * @param {OffscreenCanvas} canvas of any kind, WebGL too
 */
export function pngDataUrl(canvas) {
  const { width, height } = canvas
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new Canvas(width, height).getContext('2d'))
  context.drawImage(canvas, 0, 0)
  return `data:image/png;base64,${arrayBufferToBase64(encode(context.getImageData(0, 0, width, height)))}`
}

/** @param {ImageData} pixels */
function encode({ width, height, data }) {
  const rows = new Uint8Array((width * 4 + 1) * height)
  for (let row = 0; row < height; row++)
    rows.set(data.subarray(row * width * 4, (row + 1) * width * 4), row * (width * 4 + 1) + 1)
  const header = [...number(width), ...number(height), ...RGBA_8]
  return join([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', Uint8Array.from(header)),
    chunk('IDAT', stored(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}

/**
 * Returns a zlib stream of stored (uncompressed) blocks.
 * @param {Uint8Array} bytes
 */
function stored(bytes) {
  /** @type {Uint8Array[]} */ const parts = [Uint8Array.from([0x78, 0x01])]
  for (let at = 0; at < bytes.length; at += LARGEST_BLOCK) {
    const block = bytes.subarray(at, at + LARGEST_BLOCK)
    const size = block.length
    const last = at + LARGEST_BLOCK >= bytes.length ? 1 : 0
    parts.push(Uint8Array.from([last, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255]), block)
  }
  return join([...parts, Uint8Array.from(number(adler(bytes)))])
}

/**
 * @param {string} kind
 * @param {Uint8Array} body
 */
function chunk(kind, body) {
  const named = join([Uint8Array.from(kind, (letter) => letter.charCodeAt(0)), body])
  return join([Uint8Array.from(number(body.length)), named, Uint8Array.from(number(crc(named)))])
}

/** @param {Uint8Array} bytes */
function crc(bytes) {
  let value = 0xffffffff
  for (const byte of bytes) value = CRC[(value ^ byte) & 255] ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

/** @param {Uint8Array} bytes */
function adler(bytes) {
  let a = 1
  let b = 0
  for (const byte of bytes) {
    a = (a + byte) % 65521
    b = (b + a) % 65521
  }
  return ((b << 16) | a) >>> 0
}

/**
 * Returns the four bytes of a number, the highest first.
 * @param {number} value
 */
const number = (value) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

/** @param {Uint8Array[]} parts */
function join(parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
