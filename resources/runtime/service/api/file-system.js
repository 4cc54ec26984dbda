// wx.getFileSystemManager(): the documented methods, each in its two forms, on the few operations the host offers.

import { fromBase64, toBase64 } from '../host.js'
import { arrayBufferToBase64, base64ToArrayBuffer } from './bytes.js'
import { failure, makeFunction, ok } from './convention.js'
import { callNow } from './host-calls.js'

/** @typedef {Record<string, any>} Options */
/** @typedef {(options: Options) => object | void} Method takes named arguments, gives the fields of the result or throws */

/** So much goes to the host at once: it travels in a header. */
const PIECE = 512 * 1024

const DIRECTORY = 0o040000
const FILE = 0o100000
const KIND = 0o170000

/** @param {string} operation @param {...unknown} args */
const host = (operation, ...args) => callNow('fileSystem', [operation, ...args])

/** @type {Record<string, Method>} */
const METHODS = {
  access: ({ path }) => void host('stat', path),
  stat: ({ path, recursive }) => ({ stats: recursive ? statsBelow(path) : makeStats(host('stat', path)) }),
  getFileInfo: ({ filePath }) => ({ size: host('stat', filePath).size }),
  readFile: ({ filePath, encoding, position, length }) => ({ data: decoded(host('read', filePath, position, length), encoding) }),
  writeFile: ({ filePath, data, encoding }) => write(filePath, encoded(data, encoding), false),
  appendFile: ({ filePath, data, encoding }) => write(filePath, encoded(data, encoding), true),
  copyFile: ({ srcPath, destPath }) => void host('copy', srcPath, destPath),
  rename: ({ oldPath, newPath }) => void host('rename', oldPath, newPath),
  unlink: ({ filePath }) => void host('unlink', filePath),
  mkdir: ({ dirPath, recursive }) => void host('mkdir', dirPath, recursive),
  rmdir: ({ dirPath, recursive }) => void host('rmdir', dirPath, recursive),
  readdir: ({ dirPath }) => ({ files: host('list', dirPath) }),
  saveFile: ({ tempFilePath, filePath }) => ({ savedFilePath: host('save', tempFilePath, filePath) }),
  removeSavedFile: ({ filePath }) => void host('unlink', filePath),
}

/** Methods with a synchronous form: its arguments in order, and the field that it returns. @type {Record<string, [string[], string?]>} */
const SYNCHRONOUS = {
  access: [['path']],
  stat: [['path', 'recursive'], 'stats'],
  readFile: [['filePath', 'encoding', 'position', 'length'], 'data'],
  writeFile: [['filePath', 'data', 'encoding']],
  appendFile: [['filePath', 'data', 'encoding']],
  copyFile: [['srcPath', 'destPath']],
  rename: [['oldPath', 'newPath']],
  unlink: [['filePath']],
  mkdir: [['dirPath', 'recursive']],
  rmdir: [['dirPath', 'recursive']],
  readdir: [['dirPath'], 'files'],
  saveFile: [['tempFilePath', 'filePath'], 'savedFilePath'],
}

/** @param {import('../journal.js').Journal} journal */
export function makeFileSystem(journal) {
  /** @type {Record<string, Function>} */ const manager = {}
  for (const [name, method] of Object.entries(METHODS)) {
    manager[name] = makeFunction(name, (options, settle) => settle(attempt(name, () => method(options))), journal)
  }
  for (const [name, [parameters, field]] of Object.entries(SYNCHRONOUS)) {
    manager[`${name}Sync`] = (/** @type {unknown[]} */ ...args) => {
      const options = Object.fromEntries(parameters.map((parameter, at) => [parameter, args[at]]))
      const result = /** @type {Options} */ (named(`${name}Sync`, () => METHODS[name](options)) ?? {})
      return field && result[field]
    }
  }
  return () => manager
}

/** @param {string} name @param {() => object | void} run */
function attempt(name, run) {
  try {
    return ok(name, run() ?? {})
  } catch (error) {
    return failure(name, reasonOf(error))
  }
}

/** Throws under the name the program knows. @param {string} name @param {() => object | void} run */
function named(name, run) {
  try {
    return run()
  } catch (error) {
    const { errMsg } = failure(name, reasonOf(error))
    throw Object.assign(new Error(errMsg), { errMsg })
  }
}

/** @param {unknown} error */
const reasonOf = (error) => String(/** @type {Error} */ (error).message).replace(/^fileSystem:fail /, '')

/** @param {string} path @param {string} data base64 @param {boolean} append */
function write(path, data, append) {
  host('write', path, data.slice(0, PIECE), append)
  for (let at = PIECE; at < data.length; at += PIECE) host('write', path, data.slice(at, at + PIECE), true)
}

/** @param {{mode: number}} facts */
const makeStats = (facts) => ({
  ...facts,
  isDirectory: () => (facts.mode & KIND) === DIRECTORY,
  isFile: () => (facts.mode & KIND) === FILE,
})

/** A folder and everything in it, by path. @param {string} path */
function statsBelow(path) {
  /** @type {{path: string, stats: object}[]} */ const found = []
  const visit = (/** @type {string} */ place, /** @type {string} */ shown) => {
    const stats = makeStats(host('stat', place))
    found.push({ path: shown, stats })
    if (stats.isDirectory()) for (const name of host('list', place)) visit(`${place.replace(/\/$/, '')}/${name}`, `${shown === '/' ? '' : shown}/${name}`)
  }
  visit(path, '/')
  return found
}

/** What a program reads. @param {string} base64 @param {string} [encoding] none: bytes */
function decoded(base64, encoding) {
  if (!encoding) return base64ToArrayBuffer(base64)
  if (encoding === 'base64') return base64
  const characters = fromBase64(base64)
  if (/^(binary|latin1|ascii)$/i.test(encoding)) return characters
  const bytes = Uint8Array.from(characters, (character) => character.charCodeAt(0))
  if (encoding === 'hex') return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return new TextDecoder(/^(ucs-?2|utf-?16le)$/i.test(encoding) ? 'utf-16le' : 'utf-8').decode(bytes)
}

/** What a program writes, as base64. @param {unknown} data @param {string} [encoding] of a text */
function encoded(data, encoding = 'utf8') {
  if (data instanceof ArrayBuffer) return arrayBufferToBase64(data)
  if (ArrayBuffer.isView(data)) return arrayBufferToBase64(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
  const text = String(data ?? '')
  if (encoding === 'base64') return text.replace(/^data:[^,]*,/, '').replace(/\s/g, '')
  if (encoding === 'hex') return arrayBufferToBase64(Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16)))
  if (/^(binary|latin1|ascii)$/i.test(encoding)) return toBase64(text)
  return arrayBufferToBase64(new TextEncoder().encode(text))
}
