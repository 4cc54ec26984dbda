// What of a program's values can travel to the host, and how: JSON, and an ArrayBuffer under `data` as base64 under `bytes`.

import { arrayBufferToBase64, base64ToArrayBuffer } from './bytes.js'

/** What of a value JSON can carry: a program may pass anything. @param {unknown} value */
export function sendable(value) {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null')
  } catch {
    return typeof value === 'object' ? {} : null
  }
}

/** The options of a call to the host. @param {Record<string, any>} options @returns {Record<string, any>} */
export function toWire({ data, bytes: _ours, ...rest }) {
  const buffer = bufferOf(data)
  if (buffer) return { ...sendable(rest), bytes: arrayBufferToBase64(buffer) }
  return sendable(data === undefined ? rest : { ...rest, data })
}

/** A result of the host. @template {Record<string, any>} T @param {T} answer @returns {T} */
export function fromWire(answer) {
  if (typeof answer?.bytes !== 'string') return answer
  const { bytes, ...rest } = answer
  return /** @type {any} */ ({ ...rest, data: base64ToArrayBuffer(bytes) })
}

/** @param {unknown} data */
function bufferOf(data) {
  if (data instanceof ArrayBuffer) return data
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : null
}
