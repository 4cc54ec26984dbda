// Asks the service itself which names of `wx` it offers, and which of them do something: its wx object is made once,
// over stand-ins, while the runtime is built.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import esbuild from 'esbuild'

/** What a worker has and Node has not: the service takes its copies when it is loaded. */
const GLOBALS = `postMessage addEventListener removeEventListener importScripts reportError requestAnimationFrame
cancelAnimationFrame createImageBitmap XMLHttpRequest OffscreenCanvas ImageData Path2D Worker FontFace`.split(/\s+/)

/** @param {esbuild.BuildOptions} options @returns {Promise<{offered: string[], working: string[]}>} without those the host answers */
export async function readServiceNames(options) {
  const folder = await mkdtemp(join(tmpdir(), 'service-names-'))
  try {
    const outfile = join(folder, 'wx.mjs')
    await esbuild.build({ ...options, format: 'esm', platform: 'node', entryPoints: ['service/api/wx.js'], outfile })
    standIn()
    const { makeWx } = await import(pathToFileURL(outfile).href)
    const wx = makeWx({ ...anything(), boot: { apis: { async: [], sync: [] }, pages: [], modules: [], workers: null, platform: {} }, launchOptions: {} })
    const offered = Object.keys(wx).sort()
    return { offered, working: offered.filter((name) => wx.canIUse(name)) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function standIn() {
  const scope = /** @type {any} */ (globalThis)
  for (const name of GLOBALS) scope[name] ??= function () {}
  scope.location ??= { origin: '' }
}

/** The parts of a service; whatever is done with one of them gives another. */
function anything() {
  const names = ['channel', 'journal', 'pages', 'chrome', 'events', 'view', 'screen', 'sounds']
  return Object.fromEntries(names.map((name) => [name, standInFor()]))
}

/** @returns {any} */
function standInFor() {
  return new Proxy(function () {}, { get: (_target, key) => (typeof key === 'symbol' ? undefined : standInFor()), apply: () => standInFor() })
}
