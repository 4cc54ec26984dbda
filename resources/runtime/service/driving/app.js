// `App.*` of the automator's protocol: the pages that are open, calls of `wx` and their mocks, and functions of the
// script that run in the program.

import documented from 'virtual:api-names'

/** @typedef {import('./driving.js').Methods} Methods */
/** @typedef {Record<string, any>} Wx */

/** The functions of `wx` that return what they give and know no callbacks. */
const PLAIN =
  /(Sync|Manager|Context|Observer|Query|Worker)$|^(on|off|create)[A-Z]|^(canIUse|nextTick|arrayBufferToBase64|base64ToArrayBuffer|getMenuButtonBoundingClientRect|getAppBaseInfo|getWindowInfo|getDeviceInfo|getSystemSetting|getAppAuthorizeSetting|getRandomValues|revokeBufferURL|reportEvent|reportMonitor|reportAnalytics|reportPerformance)$/

const PLAIN_KINDS = new Set(['sync', 'listener', 'value'])

/** @param {string} method */
const isPlain = (method) => PLAIN.test(method) || PLAIN_KINDS.has(/** @type {any} */ (documented)[method])

/**
 * @param {{pages: import('../pages.js').Pages, loader: import('../loader.js').Loader, wx: Wx}} parts
 * @returns {Methods}
 */
export function appMethods({ pages, loader, wx }) {
  const mocks = new Mocks(wx)
  const read = (/** @type {unknown} */ code) => functionIn(loader, String(code))
  return {
    'App.getCurrentPage': () => pages.front && describePage(pages.front),
    'App.getPageStack': () => ({ pageStack: pages.stack.map(describePage) }),
    'App.callWxMethod': async ({ method, args, pluginId }) => {
      refusePlugin(pluginId)
      return { result: asInTools(String(method), await callWx(wx, String(method), listOf(args))) }
    },
    'App.callFunction': async ({ functionDeclaration, args }) => ({
      result: await read(functionDeclaration)(...listOf(args)),
    }),
    'App.mockWxMethod': ({ method, result, functionDeclaration, args, pluginId }) => {
      refusePlugin(pluginId)
      if (functionDeclaration !== undefined) mocks.mock(method, read(functionDeclaration), listOf(args))
      else if (result !== undefined) mocks.mock(method, () => result, [])
      else mocks.restore(method)
    },
  }
}

/**
 * Returns the function that a text of JavaScript is.
 * @param {import('../loader.js').Loader} loader
 * @param {string} code
 * @returns {(...args: unknown[]) => unknown}
 * @throws {Error} if it is none
 */
function functionIn(loader, code) {
  const value = loader.loadText(`__define('code', (\n${code}\n))`).get('code')
  if (typeof value !== 'function') throw new Error('functionDeclaration is no function')
  return value
}

/**
 * @param {unknown} args
 * @returns {unknown[]}
 */
export const listOf = (args) => (Array.isArray(args) ? args : [])

/**
 * Keeps what is meant for the `wx` of a plugin from the program's own: plugins are not run here.
 * @param {unknown} id
 * @throws {Error} if a plugin is meant
 */
function refusePlugin(id) {
  if (id) throw new Error(`plugins do not run here: ${id}`)
}

/** @param {import('../page.js').Page} page */
const describePage = ({ number, path, query }) => ({ pageId: number, path, query })

/**
 * Calls a function of `wx` as a program does, and waits for its callback.
 * @param {Wx} wx
 * @param {string} method
 * @param {unknown[]} args
 * @throws {Error} with what failed, without the name of the function
 */
function callWx(wx, method, args) {
  if (typeof wx[method] !== 'function') throw new Error(`wx.${method} not exists`)
  if (isPlain(method)) return wx[method](...args)
  return new Promise((resolve, reject) => {
    const fail = (/** @type {any} */ { errMsg }) => reject(new Error(String(errMsg).replace(`${method}:fail `, '')))
    wx[method]({ ...Object(args[0]), success: resolve, fail })
  })
}

/**
 * Returns a result as clients expect it. They know by the platform that they drive a simulator, where minium has its
 * own ways to choose in action sheets and on maps; the program itself is told of a phone.
 * @param {string} method
 * @param {unknown} result
 */
const asInTools = (method, result) =>
  /^get(SystemInfo|DeviceInfo)/.test(method) ? { ...Object(result), platform: 'devtools' } : result

/** Puts functions of the script in the place of functions of `wx`, and the real ones back. */
class Mocks {
  #wx
  /** @type {Map<string, Function>} */ #real = new Map()

  /** @param {Wx} wx */
  constructor(wx) {
    this.#wx = wx
  }

  /**
   * @param {string} method
   * @param {(this: {origin: Function}, ...args: any[]) => unknown} give
   * @param {unknown[]} more what `give` gets behind the arguments of a call
   * @throws {Error} if it can't be mocked
   */
  mock(method, give, more) {
    if (/^(on|off)[A-Z]/.test(method)) throw new Error(`You can't mock wx.${method}`)
    const origin = this.#real.get(method) ?? this.#wx[method]
    if (typeof origin !== 'function') throw new Error(`wx.${method} not exists`)
    this.#real.set(method, origin)
    this.#wx[method] = isPlain(method)
      ? (/** @type {unknown[]} */ ...args) => give.call({ origin }, ...args, ...more)
      : (/** @type {any} */ given) =>
          answer(method, Object(given), (options) => give.call({ origin }, options, ...more))
  }

  /** @param {string} method */
  restore(method) {
    const real = this.#real.get(method)
    if (real) this.#wx[method] = real
    this.#real.delete(method)
  }
}

/**
 * Gives what a mock returns to the callbacks of a call, or as a promise if it has none.
 * @param {string} method
 * @param {Record<string, any>} given
 * @param {(options: object) => unknown} give
 */
function answer(method, { success, fail, complete, ...options }, give) {
  const settled = Promise.resolve(options).then(give)
  const isOk = (/** @type {any} */ result) =>
    result?.errMsg === undefined || String(result.errMsg).includes(`${method}:ok`)
  if (!(success || fail || complete)) {
    return settled.then((result) => (isOk(result) ? result : Promise.reject(result)))
  }
  settled.then((result) => {
    const hear = isOk(result) ? success : fail
    hear?.(result)
    complete?.(result)
  })
  return undefined
}
