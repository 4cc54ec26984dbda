// wx.getFileSystemManager(): the host does the work under the names of the methods; here they get their two forms.

import { makeFunction } from './convention.js'
import { callNow } from './host-calls.js'
import { fromWire, toWire } from './wire.js'

/** @typedef {Record<string, any>} Options */

/** The methods: the arguments of the synchronous form in order, and the field that it returns. @type {Record<string, [string, string?]>} */
const METHODS = {
  access: ['path'],
  appendFile: ['filePath data encoding'],
  copyFile: ['srcPath destPath'],
  mkdir: ['dirPath recursive'],
  readFile: ['filePath encoding position length', 'data'],
  readdir: ['dirPath', 'files'],
  rename: ['oldPath newPath'],
  rmdir: ['dirPath recursive'],
  saveFile: ['tempFilePath filePath', 'savedFilePath'],
  stat: ['path recursive', 'stats'],
  truncate: ['filePath length'],
  unlink: ['filePath'],
  writeFile: ['filePath data encoding'],
}

/** Methods without a synchronous form. */
const LATER_ONLY = ['getFileInfo', 'getSavedFileList', 'removeSavedFile', 'unzip']

/** What the manager has besides, and this one has not. */
const ABSENT = `open close read write fstat ftruncate readZipEntry readCompressedFile`.split(' ')

/**
 * @param {import('../channel.js').Channel} channel @param {import('./absent.js').Absent} absent
 * @param {import('../journal.js').Journal} journal
 */
export function makeFileSystem(channel, absent, journal) {
  /** @type {Record<string, Function>} */ const manager = {}
  for (const name of [...Object.keys(METHODS), ...LATER_ONLY]) manager[name] = later(name, channel, journal)
  for (const [name, [parameters, field]] of Object.entries(METHODS)) manager[`${name}Sync`] = atOnce(name, parameters.split(' '), field)
  for (const name of ABSENT) {
    const fail = absent.failing(name)
    manager[name] = (/** @type {any} */ options) => void fail({ complete() {}, ...options })
    manager[`${name}Sync`] = () => {
      absent.tell(`getFileSystemManager().${name}Sync`)
      throw new Error(`${name}Sync:fail not supported`)
    }
  }
  return () => manager
}

/** None of them ever gives a Promise. @param {string} name @param {import('../channel.js').Channel} channel @param {import('../journal.js').Journal} journal */
function later(name, channel, journal) {
  const call = makeFunction(name, (options, settle) => channel.call(name, toWire(options), (result) => settle(withStats(fromWire(result)))), journal)
  return (/** @type {unknown} */ options) => void call({ complete() {}, ...Object(options) })
}

/** @param {string} name @param {string[]} parameters @param {string} [field] */
const atOnce = (name, parameters, field) => (/** @type {unknown[]} */ ...args) => {
  const options = Object.fromEntries(parameters.map((parameter, at) => [parameter, args[at]]))
  const result = /** @type {Options} */ (withStats(fromWire(callNow(`${name}Sync`, [toWire(options)]) ?? {})))
  return field && result[field]
}

/** @template {Options} T @param {T} result @returns {T} */
function withStats(result) {
  if (!result.stats) return result
  const { stats } = result
  return { ...result, stats: Array.isArray(stats) ? stats.map((one) => ({ ...one, stats: new Stats(one.stats) })) : new Stats(stats) }
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
