// wx.getFileSystemManager(): the host does what its functions say; here they get their two forms, and bytes their shape.

import { arrayBufferToBase64, base64ToArrayBuffer } from './bytes.js'
import { makeFunction } from './convention.js'
import { callNow } from './host-calls.js'

/** @typedef {Record<string, any>} Options */

/** Functions that answer later only. */
const LATER = ['getFileInfo', 'getSavedFileList', 'removeSavedFile', 'unzip']

/** Functions with a synchronous form: its arguments in order, and the field of the result that it returns. @type {Record<string, [string[], string?]>} */
const BOTH = {
  access: [['path']],
  appendFile: [['filePath', 'data', 'encoding']],
  copyFile: [['srcPath', 'destPath']],
  mkdir: [['dirPath', 'recursive']],
  readFile: [['filePath', 'encoding', 'position', 'length'], 'data'],
  readdir: [['dirPath'], 'files'],
  rename: [['oldPath', 'newPath']],
  rmdir: [['dirPath', 'recursive']],
  saveFile: [['tempFilePath', 'filePath'], 'savedFilePath'],
  stat: [['path', 'recursive'], 'stats'],
  truncate: [['filePath', 'length']],
  unlink: [['filePath']],
  writeFile: [['filePath', 'data', 'encoding']],
}

/** Functions on open files, which the host has not. */
const ABSENT = ['open', 'close', 'read', 'write', 'fstat', 'ftruncate', 'readZipEntry', 'readCompressedFile']

/** So much base64 travels in one synchronous call: it is a header. A multiple of four, so that every piece can be decoded. */
const PIECE = 512 * 1024

/**
 * @param {import('../channel.js').Channel} channel @param {import('./absent.js').Absent} absent
 * @param {import('../journal.js').Journal} journal
 */
export function makeFileSystem(channel, absent, journal) {
  /** @type {Record<string, Function>} */ const manager = {}
  for (const name of [...LATER, ...Object.keys(BOTH)]) {
    manager[name] = makeFunction(name, (options, settle) =>
      channel.call(name, sent(options), (result) => settle(received(result))), journal)
  }
  for (const [name, [parameters, field]] of Object.entries(BOTH)) {
    manager[`${name}Sync`] = (/** @type {unknown[]} */ ...args) => {
      const result = callInPieces(`${name}Sync`, namedArguments(parameters, args))
      return field && received(result)[field]
    }
  }
  for (const name of ABSENT) manager[name] = absent.failing(`FileSystemManager.${name}`)
  return () => manager
}

/** @param {string[]} parameters @param {unknown[]} args those that were given */
const namedArguments = (parameters, args) =>
  Object.fromEntries(parameters.map((name, at) => [name, args[at]]).filter(([, value]) => value !== undefined))

/** Writes that are too large for one call are a write and appends. @param {string} name @param {Options} options @returns {Options} */
function callInPieces(name, options) {
  const small = sent(options)
  if (!['writeFileSync', 'appendFileSync'].includes(name) || sizeOf(small) <= PIECE) return callNow(name, [small])
  const { bytes, ...rest } = asBytes(small)
  let result = callNow(name, [{ ...rest, bytes: bytes.slice(0, PIECE) }])
  for (let at = PIECE; at < bytes.length; at += PIECE) {
    result = callNow('appendFileSync', [{ ...rest, bytes: bytes.slice(at, at + PIECE) }])
  }
  return result
}

/** @param {Options} options */
const sizeOf = ({ bytes, data }) => (bytes ?? data ?? '').length

/** Long text as the bytes that it is to become. @param {Options} options @returns {Options} */
function asBytes({ data, encoding = 'utf8', ...rest }) {
  if (rest.bytes !== undefined) return rest
  if (encoding === 'base64') return { ...rest, bytes: data.replace(/\s/g, '') }
  return { ...rest, bytes: arrayBufferToBase64(new TextEncoder().encode(data)) }
}

/** Bytes travel as base64. @param {Options} options @returns {Options} */
function sent({ data, ...rest }) {
  if (data instanceof ArrayBuffer) return { ...rest, bytes: arrayBufferToBase64(data) }
  if (ArrayBuffer.isView(data)) return { ...rest, bytes: arrayBufferToBase64(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)) }
  return data === undefined ? rest : { ...rest, data: String(data) }
}

/** @template {Record<string, any>} T @param {T} result @returns {T} */
function received(result) {
  const { bytes, stats, ...rest } = Object(result)
  if (typeof bytes === 'string') return /** @type {any} */ ({ ...rest, data: base64ToArrayBuffer(bytes) })
  if (Array.isArray(stats)) return /** @type {any} */ ({ ...rest, stats: stats.map((each) => ({ ...each, stats: asStats(each.stats) })) })
  return stats ? /** @type {any} */ ({ ...rest, stats: asStats(stats) }) : result
}

/** @param {Record<string, any>} facts */
const asStats = ({ isDirectory, ...facts }) => ({ ...facts, isDirectory: () => isDirectory, isFile: () => !isDirectory })
