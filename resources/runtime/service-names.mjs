// Asks the service itself which names of `wx` it offers, which of them do something, and what the objects that they
// make cannot do: its wx object is made once, over stand-ins, while the runtime is built.

import { readMadeObjects } from './api-names.mjs'
import { loadBundle } from './load-bundle.mjs'

/** What a worker has and Node has not: the service takes its copies when it is loaded. */
const GLOBALS = `postMessage addEventListener removeEventListener importScripts reportError requestAnimationFrame
cancelAnimationFrame createImageBitmap XMLHttpRequest OffscreenCanvas ImageData Path2D Worker FontFace`.split(/\s+/)

const ENTRY = `export { makeWx } from './service/api/wx.js'
export { isAbsent } from './service/api/absent.js'`

/** A worker's, where one is asked for; elsewhere an id that nothing has. */
const SCRIPT = 'workers/one.js'
const BOOT = { apis: { async: [], sync: [] }, pages: [], modules: [SCRIPT], workers: 'workers', platform: {} }

/**
 * @typedef {Record<string, {type: string, lacks: string[]}>} Lacks function under wx -> what the object that it makes
 * is, and cannot do
 */

/**
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<{offered: string[], working: string[], lacks: Lacks}>} without what the host answers
 */
export async function readServiceNames(options) {
  standIn()
  const { makeWx, isAbsent } = await loadBundle({
    ...options,
    stdin: { contents: ENTRY, resolveDir: options.absWorkingDir },
  })
  const wx = makeWx({ ...anything(), boot: BOOT, launchOptions: {} })
  const offered = Object.keys(wx).sort()
  return { offered, working: offered.filter((name) => wx.canIUse(name)), lacks: readLacks(wx, isAbsent) }
}

/**
 * @param {Record<string, any>} wx
 * @param {(value: unknown) => boolean} isAbsent
 * @returns {Lacks} without those that are wholly absent
 */
function readLacks(wx, isAbsent) {
  /** @type {Lacks} */ const lacks = {}
  for (const [name, { type, methods }] of Object.entries(readMadeObjects())) {
    if (!wx.canIUse(name)) continue
    const made = madeBy(wx, name)
    if (!made) continue
    const lacking = methods.filter((method) => typeof made[method] !== 'function' || isAbsent(made[method]))
    if (lacking.length > 0) lacks[name] = { type, lacks: lacking.sort() }
  }
  return lacks
}

/** The service takes over the sides of a canvas, so they must be there. */
class CanvasStandIn {
  getContext = () => standInFor()
  static {
    for (const side of ['width', 'height']) Object.defineProperty(this.prototype, side, { get: () => 0, set: () => {} })
  }
}

/**
 * Null where the stand-ins are not enough: the build says so, and goes on.
 * @param {Record<string, any>} wx
 * @param {string} name
 * @returns {any}
 */
function madeBy(wx, name) {
  try {
    return wx[name](SCRIPT, {})
  } catch (error) {
    console.warn(`wx.${name} cannot be asked what it lacks: ${error}`)
    return null
  }
}

function standIn() {
  const scope = /** @type {any} */ (globalThis)
  scope.OffscreenCanvas ??= CanvasStandIn
  for (const name of GLOBALS) scope[name] ??= standInFor()
  scope.location ??= { origin: '' }
}

/** The parts of a service; whatever is done with one of them gives another. */
function anything() {
  const names = ['channel', 'journal', 'pages', 'chrome', 'events', 'view', 'screen', 'sounds']
  return Object.fromEntries(names.map((name) => [name, standInFor()]))
}

/** @returns {any} */
function standInFor() {
  return new Proxy(function () {}, {
    get: (_target, key) => (typeof key === 'symbol' ? undefined : standInFor()),
    set: () => true,
    getOwnPropertyDescriptor: (target, key) =>
      Reflect.getOwnPropertyDescriptor(target, key) ?? { get: standInFor(), set: standInFor(), configurable: true },
    apply: () => standInFor(),
    construct: () => standInFor(),
  })
}
