// What a worker has and Node has not. The service takes copies of its globals when it is imported: a test imports this
// file before any file of the service.

import { runInThisContext } from 'node:vm'

/** What the service asked the host for and how the host answers: texts by address, or functions of the request. */
export const host = {
  /** @type {Map<string, string | ((request: Request) => string)>} */ files: new Map(),
  /** @type {Request[]} */ requests: [],
}

/** @type {Map<string, Set<(event: any) => void>>} */ const listeners = new Map()

/**
 * Fires an event at the worker's global scope.
 * @param {string} type
 * @param {object} event
 */
export function fire(type, event) {
  for (const listener of [...(listeners.get(type) ?? [])]) listener(event)
}

/** The next program is heard by nobody of the last one. */
export const forgetListeners = () => listeners.clear()

class Request {
  responseType = ''
  responseText = ''
  status = 0
  timeout = 0
  /** @type {Record<string, string>} */ headers = {}

  open(method, url, later) {
    Object.assign(this, { method, url, later })
  }

  setRequestHeader(name, value) {
    this.headers[name] = value
  }

  getResponseHeader(name) {
    return name === 'content-type' ? 'text/plain' : null
  }

  send() {
    host.requests.push(this)
    const answer = host.files.get(this.url)
    if (this.later) queueMicrotask(() => this.#answer(answer))
    else this.#answer(answer)
  }

  #answer(answer) {
    this.status = answer === undefined ? 404 : 200
    this.responseText = typeof answer === 'function' ? answer(this) : (answer ?? '')
    this.response = new TextEncoder().encode(this.responseText).buffer
    this.onload?.()
  }
}

class TextBlob {
  constructor(parts) {
    this.text = parts.join('')
  }
}

let lastBlob = 0

/** @type {Map<number, () => void>} */ const frames = new Map()
let lastFrame = 0

/** A frame is drawn: what was put off until then is done. */
export function drawFrame() {
  const jobs = [...frames.values()]
  frames.clear()
  for (const job of jobs) job()
}

/** Where scripts could not be read: only the engine knows, and says so when the error is reported. */
const unreadable = new WeakMap()

function importScripts(url) {
  const script = host.files.get(url)
  if (script === undefined) throw new Error(`${url} cannot be loaded`)
  try {
    runInThisContext(String(script), { filename: url })
  } catch (error) {
    throw hidePlace(error)
  }
}

/**
 * Node writes the place of a syntax error before its stack, browsers do not.
 * @param {unknown} error
 */
function hidePlace(error) {
  const [head, filename, line] = /^(.+):(\d+)\n[^]*?\n\n(?=SyntaxError)/.exec(String(error?.stack)) ?? []
  if (!head) return error
  unreadable.set(error, { filename, lineno: Number(line) })
  error.stack = error.stack.slice(head.length)
  return error
}

/** @param {Error} error */
function reportError(error) {
  const place = unreadable.get(hidePlace(error)) ?? { filename: '', lineno: 0 }
  fire('error', { error, ...place, preventDefault() {} })
}

Object.assign(globalThis, {
  postMessage() {},
  addEventListener: (type, listener) => listeners.set(type, (listeners.get(type) ?? new Set()).add(listener)),
  removeEventListener: (type, listener) => listeners.get(type)?.delete(listener),
  importScripts,
  reportError,
  requestAnimationFrame(job) {
    frames.set(++lastFrame, job)
    return lastFrame
  },
  cancelAnimationFrame: (frame) => frames.delete(frame),
  createImageBitmap: () => Promise.reject(new Error('there are no pictures here')),
  XMLHttpRequest: Request,
  Blob: TextBlob,
  Worker: class {},
  FontFace: class {},
  OffscreenCanvas: class {},
  ImageData: class {},
  Path2D: class {},
  location: { origin: 'mp://program' },
})
URL.createObjectURL = (blob) => {
  const url = `blob:${++lastBlob}`
  host.files.set(url, blob.text)
  return url
}
URL.revokeObjectURL = (url) => host.files.delete(url)
