// wx.getRandomValues(), wx.getUserCryptoManager() and addresses of buffers, all of which the engine itself provides.

import { BlobOf, dropUrl, fillRandomly, urlOf } from '../host.js'
import { failure, makeFunction, ok } from './convention.js'

const MOST = 1_048_576
/** The most bytes that the engine fills at once. */
const PIECE = 65_536

/** @param {import('../journal.js').Journal} journal */
export function engineFunctions(journal) {
  const getRandomValues = makeFunction(
    'getRandomValues',
    ({ length }, settle) => {
      if (!Number.isInteger(length) || length < 1 || length > MOST)
        settle(failure('getRandomValues', `parameter error: length must be from 1 to ${MOST}`, 1001))
      else settle(ok('getRandomValues', { randomValues: randomBytes(length) }))
    },
    journal,
  )
  const getLatestUserKey = makeFunction(
    'getLatestUserKey',
    (_options, settle) => settle(failure('getLatestUserKey', 'not supported', 100)),
    journal,
  )
  return {
    getRandomValues,
    getUserCryptoManager: () => ({ getRandomValues, getLatestUserKey }),
    createBufferURL: (/** @type {BufferSource} */ buffer) => urlOf(new BlobOf([buffer])),
    revokeBufferURL: (/** @type {unknown} */ url) => dropUrl(String(url)),
  }
}

/** @param {number} length */
function randomBytes(length) {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += PIECE) fillRandomly(bytes.subarray(at, at + PIECE))
  return bytes.buffer
}
