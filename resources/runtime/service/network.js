// Reads files from the host and asks it synchronously. One road only: XMLHttpRequest to our own origin, because it can
// be synchronous and because the arguments must travel in a header (the host cannot read request bodies).

import { encode } from './encoding.js'
import { Request } from './host.js'
import { inAddress } from './paths.js'

/** @typedef {{value?: any, error?: string, errno?: number}} SyncAnswer */

/**
 * @param {string} url
 * @param {XMLHttpRequestResponseType} type
 */
function read(url, type) {
  const request = new Request()
  request.open('GET', url, false)
  if (type) request.responseType = type
  request.send()
  if (request.status >= 400 || request.status === 0) throw new Error(`${url}: ${request.status}`)
  return request
}

/** @param {string} url */
export const readText = (url) => read(url, '').responseText

/** @param {string} url */
export const readBytes = (url) => new Uint8Array(read(url, 'arraybuffer').response)

/**
 * @param {string} url
 * @returns {any}
 */
export const readJson = (url) => JSON.parse(readText(url))

/**
 * The text, or null if there is no such file.
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
 * Several files of a kind in one answer, by path; those that cannot be had are left out.
 * @param {'modules' | 'styles'} kind
 * @param {string[]} paths
 * @returns {Record<string, string>}
 */
export function readMany(kind, paths) {
  const text = readTextIfThere(`/__program/${kind}/${paths.map(inAddress).join(':')}`)
  return text === null ? {} : JSON.parse(text)
}

/** The page has its own work; so long a wait means that it is stuck. */
const PATIENCE = 3000

/**
 * What the page answers to a question, waited for; null if it does not.
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
 * The bytes, without waiting.
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

/** So much goes into one header: Chromium takes up to 2 MB of them. */
const PIECE = 1_000_000

/**
 * One wx.xxxSync call.
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
 * @param {string} url
 * @param {string} text a piece of a call
 * @returns {any}
 */
function post(url, text) {
  const request = new Request()
  request.open('POST', url, false)
  request.setRequestHeader('x-call', text)
  request.send()
  return JSON.parse(request.responseText)
}
