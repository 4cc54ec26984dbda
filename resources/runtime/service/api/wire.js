// How bytes travel to the host and back: JSON has none, so an ArrayBuffer under `data` goes as base64 under `bytes`.

import { arrayBufferToBase64, base64ToArrayBuffer, bytesOf } from './bytes.js'

/**
 * Returns the options of a call as they are sent to the host.
 * @param {Record<string, unknown>} options
 * @returns {Record<string, unknown>}
 */
export function toWire({ data, bytes: _ours, ...rest }) {
  const buffer = bytesOf(data)
  if (buffer) return { ...rest, bytes: arrayBufferToBase64(buffer) }
  return data === undefined ? rest : { ...rest, data }
}

/**
 * Returns a result of the host as the program gets it.
 * @template {Record<string, unknown>} T
 * @param {T} answer
 * @returns {T}
 */
export function fromWire(answer) {
  if (typeof answer?.bytes !== 'string') return answer
  const { bytes, ...rest } = answer
  return /** @type {any} */ ({ ...rest, data: base64ToArrayBuffer(bytes) })
}
