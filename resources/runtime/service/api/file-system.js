// wx.getFileSystemManager(). The host does the work under the names of the methods; here each gets its two forms.

import { makeFunction } from './convention.js'
import { callNow } from './host-calls.js'
import { fromWire, toWire } from './wire.js'

/** @typedef {Record<string, any>} Options */

/**
 * For each method: the arguments of its synchronous form in order, if it does not take one object, and the field that
 * it returns.
 * @type {Record<string, [string, string?]>}
 */
const METHODS = {
  access: ['path'],
  close: [''],
  fstat: ['', 'stats'],
  ftruncate: [''],
  open: ['', 'fd'],
  read: ['', '*'],
  write: ['', '*'],
  appendFile: ['filePath data encoding'],
  copyFile: ['srcPath destPath'],
  mkdir: ['dirPath recursive'],
  readFile: ['filePath encoding position length', 'data'],
  readdir: ['dirPath', 'files'],
  rename: ['oldPath newPath'],
  rmdir: ['dirPath recursive'],
  saveFile: ['tempFilePath filePath', 'savedFilePath'],
  stat: ['path recursive', 'stats'],
  truncate: [''],
  unlink: ['filePath'],
  writeFile: ['filePath data encoding'],
}

/** The methods without a synchronous form. */
const LATER_ONLY = ['getFileInfo', 'getSavedFileList', 'removeSavedFile', 'unzip']

/** The methods that the phone's manager has and this one has not. */
const ABSENT = ['readZipEntry', 'readCompressedFile']

/**
 * @param {import('../channel.js').Channel} channel
 * @param {import('./absent.js').Absent} absent
 * @param {import('../journal.js').Journal} journal
 */
export function makeFileSystem(channel, absent, journal) {
  /** @type {Record<string, Function>} */ const manager = {}
  for (const name of [...Object.keys(METHODS), ...LATER_ONLY]) manager[name] = later(name, channel, journal)
  for (const [name, [parameters, field]] of Object.entries(METHODS))
    manager[`${name}Sync`] = atOnce(name, parameters.split(' '), field)
  for (const name of ABSENT) {
    const fail = absent.failing(name)
    manager[name] = (/** @type {Record<string, unknown>} */ options) => void fail({ complete() {}, ...options })
    manager[`${name}Sync`] = () => {
      absent.tell(`getFileSystemManager().${name}Sync`)
      throw new Error(`${name}Sync:fail not supported`)
    }
  }
  return () => manager
}

/**
 * Makes the asynchronous form of a method; it never returns a Promise.
 * @param {string} name
 * @param {import('../channel.js').Channel} channel
 * @param {import('../journal.js').Journal} journal
 */
function later(name, channel, journal) {
  const call = makeFunction(
    name,
    (options, settle) => channel.call(name, sent(name, options), (result) => settle(received(name, options, result))),
    journal,
    false,
  )
  return (/** @type {unknown} */ options) => void call(options)
}

/**
 * @param {string} name
 * @param {string[]} parameters
 * @param {string} [field]
 */
const atOnce =
  (name, parameters, field) =>
  (/** @type {unknown[]} */ ...args) => {
    const options = parameters[0]
      ? Object.fromEntries(parameters.map((parameter, at) => [parameter, args[at]]))
      : Object(args[0])
    const result = /** @type {Options} */ (received(name, options, callNow(`${name}Sync`, [sent(name, options)]) ?? {}))
    return field === '*' ? result : field && result[field]
  }

/**
 * @param {string} name
 * @param {Options} options
 * @returns {Options}
 */
function sent(name, { arrayBuffer, ...options }) {
  if (name === 'read')
    return toWire({ ...options, length: Math.min(options.length ?? Infinity, roomIn(arrayBuffer, options)) })
  if (name !== 'write' || !(options.data instanceof ArrayBuffer)) return toWire(options)
  const { data, offset = 0, length = data.byteLength - offset } = options
  return toWire({ ...options, data: data.slice(offset, offset + length) })
}

/**
 * @param {string} name
 * @param {Options} options
 * @param {Options} answer
 * @returns {any}
 */
function received(name, { arrayBuffer, offset = 0 }, answer) {
  const { data, ...result } = withStats(fromWire(answer))
  if (name !== 'read') return data === undefined ? result : { ...result, data }
  if (!data) return result
  new Uint8Array(arrayBuffer).set(new Uint8Array(data), offset)
  return { ...result, arrayBuffer }
}

/**
 * @param {unknown} buffer
 * @param {Options} options
 */
const roomIn = (buffer, { offset = 0 }) => (buffer instanceof ArrayBuffer ? Math.max(0, buffer.byteLength - offset) : 0)

/**
 * @template {Options} T
 * @param {T} result
 * @returns {T}
 */
function withStats(result) {
  if (!result.stats) return result
  const { stats } = result
  return {
    ...result,
    stats: Array.isArray(stats) ? stats.map((one) => ({ ...one, stats: new Stats(one.stats) })) : new Stats(stats),
  }
}

class Stats {
  #isDirectory

  /** @param {Options} facts */
  constructor({ isDirectory, mode, size, lastAccessedTime, lastModifiedTime }) {
    this.#isDirectory = isDirectory
    Object.assign(this, { mode, size, lastAccessedTime, lastModifiedTime })
  }

  isDirectory() {
    return this.#isDirectory
  }

  isFile() {
    return !this.#isDirectory
  }
}
