// wx.base64ToArrayBuffer and its way back.

import { fromBase64, toBase64 } from '../host.js'

/** @param {string} text @returns {ArrayBuffer} */
export function base64ToArrayBuffer(text) {
  const characters = fromBase64(String(text).replace(/\s/g, ''))
  return Uint8Array.from(characters, (character) => character.charCodeAt(0)).buffer
}

const CHUNK = 0x8000

/** @param {ArrayBuffer | Uint8Array} buffer */
export function arrayBufferToBase64(buffer) {
  const bytes = buffer instanceof Uint8Array ? buffer : new Uint8Array(buffer)
  let characters = ''
  for (let at = 0; at < bytes.length; at += CHUNK) characters += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return toBase64(characters)
}
