// Reads files from the host and asks it synchronously. Everything goes through XMLHttpRequest to our own origin,
// because that can be synchronous. Arguments travel in a header, because the host cannot read the bodies of requests.

import { encode } from './encoding.js'
import { Request } from './host.js'
import { inAddress } from './paths.js'

/** @typedef {{value?: any, error?: string, errno?: number}} SyncAnswer */

/**
 * Asks synchronously.
 * @param {string} url
 * @param {XMLHttpRequestResponseType} type
 * @throws {Error} if there is no such file
 */
function read(url, type) {
  const request = new Request()
  request.open('GET', url, false)
  if (type) request.responseType = type
  request.send()
  if (request.status >= 400 || request.status === 0) throw new Error(`${url}: ${request.status}`)
  return request
}

/**
 * Returns a file as text.
 * @param {string} url
 */
export const readText = (url) => read(url, '').responseText

/**
 * Returns a file as bytes.
 * @param {string} url
 */
export const readBytes = (url) => new Uint8Array(read(url, 'arraybuffer').response)

/**
 * Returns a file that is JSON, decoded.
 * @param {string} url
 * @returns {any}
 */
export const readJson = (url) => JSON.parse(readText(url))

/**
 * Returns a file as text; null if there is no such file.
 * @param {string} url
 */
export function readTextIfThere(url) {
  try {
    return readText(url)
  } catch {
    return null
  }
}

/**
 * Returns several files of a kind, by path; those that cannot be read are left out.
 * @param {'modules' | 'styles'} kind
 * @param {string[]} paths
 * @returns {Record<string, string>}
 */
export function readMany(kind, paths) {
  const text = readTextIfThere(`/__program/${kind}/${paths.map(inAddress).join(':')}`)
  return text === null ? {} : JSON.parse(text)
}

/** The milliseconds that the page is given to answer; a page that takes longer is stuck. */
const PATIENCE = 3000

/**
 * Waits for what the page answers to a question; null if it does not answer.
 * @param {number} question
 * @returns {any}
 */
export function waitForPage(question) {
  const request = new Request()
  request.open('GET', `/__host/measured/${question}`, false)
  request.timeout = PATIENCE
  try {
    request.send()
    return JSON.parse(request.responseText)
  } catch {
    return null
  }
}

/**
 * Reads a file as bytes without waiting for it.
 * @param {string} url
 * @param {(bytes: ArrayBuffer, type: string) => void} onBytes
 * @param {(reason: string) => void} onFail
 */
export function readLater(url, onBytes, onFail) {
  const request = new Request()
  request.open('GET', url, true)
  request.responseType = 'arraybuffer'
  request.onload = () => {
    if (request.status >= 400) onFail(`${url}: ${request.status}`)
    else onBytes(request.response, request.getResponseHeader('content-type') ?? '')
  }
  request.onerror = () => onFail(`${url}: cannot be loaded`)
  request.send()
}

/** The most characters of one header: Chromium takes up to 2 MB of headers. */
const PIECE = 1_000_000

/**
 * Makes one wx.xxxSync call and waits for its answer.
 * @param {string} name
 * @param {unknown[]} args
 * @returns {SyncAnswer}
 * @throws {import('./encoding.js').Unsendable}
 */
export function askHost(name, args) {
  const call = encodeURIComponent(encode([name, args]))
  let at = 0
  for (; call.length - at > PIECE; at += PIECE) post('/__host/part', call.slice(at, at + PIECE))
  return post('/__host/sync', call.slice(at))
}

/**
 * Sends a piece of a call.
 * @param {string} url
 * @param {string} text the piece
 * @returns {any}
 */
function post(url, text) {
  const request = new Request()
  request.open('POST', url, false)
  request.setRequestHeader('x-call', text)
  request.send()
  return JSON.parse(request.responseText)
}
