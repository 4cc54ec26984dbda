// Reads files from the host and asks it synchronously. Everything goes through XMLHttpRequest to our own origin,
// because that can be synchronous. Arguments travel in a header, because the host cannot read the bodies of requests.

import { latinOf } from './api/bytes.js'
import { encodeApart, pieces } from './apart.js'
import { Request, decodeUtf8, encodeUtf8, toBase64 } from './host.js'
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

/** The most characters of a piece: Chromium takes headers of up to 2 MB, and a character may be three bytes. */
const PIECE = 250_000

/**
 * Makes one wx.xxxSync call and waits for its answer.
 * @param {string} name
 * @param {unknown[]} args
 * @returns {SyncAnswer}
 * @throws {import('./encoding.js').Unsendable}
 */
export function askHost(name, args) {
  const { json, texts } = encodeApart([name, args])
  for (const text of texts) postPieces(text, 'now', '/__host/text/now')
  return postPieces(json, 'now', '/__host/sync')
}

/** How long texts travel between the channel and the host. */
export const longTexts = {
  /**
   * Gives texts to the host, for the message that is sent next; waits until the host has room for them.
   * @param {string[]} texts well-formed
   */
  handOver(texts) {
    post('/__host/room', '')
    for (const text of texts) postPieces(text, 'later', '/__host/text/later')
  },

  /**
   * Gets a text from the host.
   * @param {number} number
   */
  fetch(number) {
    return decodeUtf8(readBytes(`/__host/long/${number}`))
  },
}

/**
 * Posts a text in pieces; returns the answer to the last.
 * @param {string} text
 * @param {'now' | 'later'} line what the text is for: a call that waits, or a message
 * @param {string} end takes the last piece
 */
function postPieces(text, line, end) {
  const all = [...pieces(text, PIECE)]
  for (const piece of all.slice(0, -1)) post(`/__host/piece/${line}`, piece)
  return post(end, all[all.length - 1])
}

/**
 * Posts a text that fits into a header.
 * @param {string} url
 * @param {string} text
 * @returns {any}
 */
function post(url, text) {
  const request = new Request()
  request.open('POST', url, false)
  request.setRequestHeader('x-call', toBase64(latinOf(encodeUtf8(text))))
  request.send()
  return JSON.parse(request.responseText)
}
