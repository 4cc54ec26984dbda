// Fences the program in. Of the worker's globals only the language and what the phone's logic layer has remain; the
// program's own globals are added. Errors that nobody caught are reported, and stop nothing.

import { placeOfResult } from './api/convention.js'
import { listen } from './host.js'
import { placeInStack, probed, stackOf } from './trace.js'

/** The globals that stay: the language, timers, and what the compiler of templates needs. */
const KEPT = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error
  AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError globalThis JSON Math Intl
  ArrayBuffer SharedArrayBuffer Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array BigUint64Array
  BigInt64Array Uint8ClampedArray Float16Array Float32Array Float64Array DataView Map BigInt Set Iterator WeakMap WeakSet
  Proxy Reflect FinalizationRegistry WeakRef DisposableStack AsyncDisposableStack decodeURI decodeURIComponent encodeURI
  encodeURIComponent escape unescape eval isFinite isNaN
  setTimeout clearTimeout setInterval clearInterval queueMicrotask TextEncoder TextDecoder WebAssembly`.split(/\s+/),
)

/**
 * Takes the other globals away and adds those of the program.
 * @param {Record<string, unknown>} globals
 * @param {import('./journal.js').Journal} journal
 * @param {Pick<import('./app.js').App, 'unhandledRejection'>} app hears of errors that nobody caught
 */
export function fenceIn(globals, journal, app) {
  const scope = /** @type {any} */ (globalThis)
  reportUncaught(journal, app)
  const clock = { now: scope.performance.now.bind(scope.performance) }
  takeAllBut(KEPT, scope)
  allowOnlyReturnThis(scope)
  for (const [name, value] of Object.entries({ ...globals, performance: clock, global: scope })) {
    Object.defineProperty(scope, name, { value, writable: true, enumerable: true, configurable: true })
  }
}

/**
 * Removes every property of the scope and its prototypes that is not kept, or hides it if it can't be removed.
 * @param {ReadonlySet<string>} kept
 * @param {any} scope
 */
function takeAllBut(kept, scope) {
  for (let owner = scope; owner && owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (kept.has(name) || Reflect.deleteProperty(owner, name)) continue
      Reflect.defineProperty(scope, name, { value: undefined, configurable: true })
    }
  }
}

/**
 * Lets `new Function('return this')` work, as on the phone, because libraries need it; no other code is made from
 * text.
 * @param {any} scope
 */
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

/**
 * Reports what nobody caught to the journal and to the app.
 * @param {import('./journal.js').Journal} journal
 * @param {Pick<import('./app.js').App, 'unhandledRejection'>} app
 */
function reportUncaught(journal, app) {
  listen('error', (/** @type {ErrorEvent} */ event) => {
    if (probed.has(event.error)) return
    event.preventDefault()
    journal.report(event.error ?? event.message)
  })
  listen('unhandledrejection', (/** @type {PromiseRejectionEvent} */ event) => {
    event.preventDefault()
    const place = placeInStack(stackOf(event.reason)) ?? placeOfResult(event.reason)
    journal.write('error', ['Unhandled promise rejection:', event.reason], place)
    app.unhandledRejection(event.reason, event.promise)
  })
}
