// wx.base64ToArrayBuffer and wx.arrayBufferToBase64.

import { fromBase64, toBase64 } from '../host.js'

/**
 * Decodes base64, in which white space is ignored.
 * @param {string} text
 * @returns {ArrayBuffer}
 * @throws {DOMException} if the text is no base64
 */
export function base64ToArrayBuffer(text) {
  const characters = fromBase64(String(text).replace(/\s/g, ''))
  const bytes = new Uint8Array(characters.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at)
  return bytes.buffer
}

/**
 * Returns the bytes of a buffer or of a view of one; null for anything else.
 * @param {unknown} value a buffer, or a view of one
 * @returns {Uint8Array | null}
 */
export function bytesOf(value) {
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  return ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : null
}

const CHUNK = 0x8000

/**
 * Encodes a buffer as base64; returns '' for anything that is no buffer.
 * @param {unknown} buffer
 */
export function arrayBufferToBase64(buffer) {
  return toBase64(latinOf(bytesOf(buffer) ?? Uint8Array.from(Array.isArray(buffer) ? buffer : [])))
}

/**
 * Returns a string with one character per byte.
 * @param {Uint8Array} bytes
 */
export function latinOf(bytes) {
  let characters = ''
  for (let at = 0; at < bytes.length; at += CHUNK) characters += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return characters
}
