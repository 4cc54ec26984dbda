// Fences the program in: what the phone's logic layer has is put among the globals, what it has not is taken away, and
// errors that nobody caught are reported and stop nothing.

import { placeOfResult } from './api/convention.js'
import { listen } from './host.js'
import { placeInStack, probed } from './trace.js'

/** Ways out of the worker, and what would make a program believe it runs in a browser. */
const TAKEN = `XMLHttpRequest fetch fetchLater WebSocket WebSocketStream EventSource WebTransport importScripts postMessage Worker SharedWorker
BroadcastChannel MessageChannel MessagePort MessageEvent indexedDB caches Cache CacheStorage cookieStore storage location
navigator navigation addEventListener removeEventListener dispatchEvent onmessage onmessageerror onerror onunhandledrejection
onrejectionhandled ononline onoffline onlanguagechange onrtctransform close name self Notification PushManager
FileReaderSync FileReader FileSystemDirectoryHandle webkitRequestFileSystem webkitRequestFileSystemSync
webkitResolveLocalFileSystemURL webkitResolveLocalFileSystemSyncURL crossOriginIsolated isSecureContext origin
trustedTypes crypto Crypto SubtleCrypto Blob File URL Request Response Headers OffscreenCanvas createImageBitmap
ImageBitmap scheduler fonts FontFace reportError requestAnimationFrame cancelAnimationFrame WorkerGlobalScope
DedicatedWorkerGlobalScope WorkerLocation WorkerNavigator structuredClone XMLHttpRequestUpload RTCDataChannel
VideoDecoder VideoEncoder AudioDecoder AudioEncoder`.split(/\s+/)

/**
 * @param {Record<string, unknown>} globals @param {import('./journal.js').Journal} journal
 * @param {import('./app.js').App} app
 */
export function fenceIn(globals, journal, app) {
  const scope = /** @type {any} */ (globalThis)
  reportUncaught(journal, app)
  const clock = { now: scope.performance.now.bind(scope.performance) }
  for (const name of TAKEN) take(scope, name)
  allowOnlyReturnThis(scope)
  for (const [name, value] of Object.entries({ ...globals, performance: clock, global: scope })) {
    Object.defineProperty(scope, name, { value, writable: true, enumerable: true, configurable: true })
  }
}

/** @param {any} scope @param {string} name */
function take(scope, name) {
  for (let owner = scope; owner && owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    if (Object.hasOwn(owner, name)) Reflect.deleteProperty(owner, name)
  }
  if (name in scope) Object.defineProperty(scope, name, { value: undefined, writable: true, configurable: true })
}

/** `new Function('return this')` works on the phone, and libraries need it; nothing else made of text runs. @param {any} scope */
function allowOnlyReturnThis(scope) {
  const Real = scope.Function
  /** @param {...string} parts */
  function Function(...parts) {
    if (/^\s*return this;?\s*$/.test(parts.at(-1) ?? '')) return () => scope
    throw new EvalError('new Function() is not allowed in a mini program')
  }
  Function.prototype = Real.prototype
  Object.defineProperty(Real.prototype, 'constructor', { value: Function, writable: true, configurable: true })
  scope.Function = Function
}

/** @param {import('./journal.js').Journal} journal @param {import('./app.js').App} app */
function reportUncaught(journal, app) {
  listen('error', (/** @type {ErrorEvent} */ event) => {
    if (probed.has(event.error)) return
    event.preventDefault()
    journal.report(event.error ?? event.message)
  })
  listen('unhandledrejection', (/** @type {PromiseRejectionEvent} */ event) => {
    event.preventDefault()
    journal.write('error', ['Unhandled promise rejection:', event.reason], placeInStack(event.reason?.stack) ?? placeOfResult(event.reason))
    app.unhandledRejection(event.reason, event.promise)
  })
}
