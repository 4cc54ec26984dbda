// What WeChat documents and this phone does not have: it exists, and fails as documented. The console reports each
// name once.

import { callersPlace } from '../trace.js'
import { failure, makeFunction } from './convention.js'

const UNSUPPORTED = { reason: 'not supported', errno: 100 }

/**
 * WeChat's own messages and numbers for a phone without Wi-Fi module, NFC, beacons or SOTER.
 * @type {[string, string, number][]} names, reason, errCode
 */
const LACKING = [
  ['startWifi', 'system not support', 12001],
  ['stopWifi connectWifi getConnectedWifi getWifiList setWifiList', 'not init', 12000],
  ['getHCEState startHCE stopHCE sendHCEMessage', 'this phone has no NFC', 13000],
  ['startBeaconDiscovery stopBeaconDiscovery getBeacons', 'unsupport', 11000],
  ['startSoterAuthentication', 'this phone has no SOTER', 90001],
]
const OWN_FAILURES = new Map(
  LACKING.flatMap(([names, reason, errCode]) => names.split(' ').map((name) => [name, { reason, errCode }])),
)

/** The names that the list of documented ones lacks because they are too old for it, or too new. */
const UNLISTED = {
  createAnimationVideoContext: 'factory',
  createExternalElementContext: 'factory',
  getChatForwardMaterials: 'async',
}

/** The functions that return a task at once, whatever becomes of the call. */
const TASKS = new Set(['request', 'uploadFile', 'downloadFile', 'connectSocket'])

/**
 * Everything that fails whenever it is called; wx.canIUse and `check` ask for it.
 * @type {WeakSet<object>}
 */
const absent = new WeakSet()

/** @param {unknown} value */
export const isAbsent = (value) => absent.has(Object(value))

/**
 * Notes that `made` fails, or leads to nothing but failures; returns it.
 * @template {object} T
 * @param {T} made
 * @returns {T}
 */
export function asAbsent(made) {
  absent.add(made)
  return made
}

/** Makes the functions and objects that stand for what is absent. */
export class Absent {
  /** @type {Set<string>} */ #told = new Set()
  #journal

  /** @param {import('../journal.js').Journal} journal */
  constructor(journal) {
    this.#journal = journal
  }

  /**
   * Returns stand-ins for the documented names that `present` lacks.
   * @param {Record<string, string>} names
   * @param {ReadonlySet<string>} present
   * @returns {Record<string, unknown>}
   */
  functions(names, present) {
    const missing = Object.entries({ ...names, ...UNLISTED }).filter(
      ([name, kind]) => !present.has(name) && kind !== 'value',
    )
    return Object.fromEntries(missing.map(([name, kind]) => [name, this.#stand(name, kind)]))
  }

  /**
   * Returns a function that fails. Nobody has to handle its Promise; the console reports the name once.
   * @param {string} name
   * @param {unknown} [gives]
   */
  failing(name, gives) {
    const fail = makeFunction(
      name,
      (_options, settle) => {
        const { reason, ...numbers } = OWN_FAILURES.get(name) ?? UNSUPPORTED
        settle({ ...failure(name, reason), ...numbers })
        return gives
      },
      this.#journal,
    )
    return asAbsent((/** @type {unknown} */ options) => {
      this.tell(name) // here, where the program's line is not yet too deep in the stack
      const answer = fail(options)
      if (answer instanceof Promise) answer.catch(() => {})
      return answer
    })
  }

  /**
   * Returns an object each of whose methods fails, and each of whose parts is such an object.
   * @param {string} name
   * @returns {any}
   */
  inert(name) {
    const call = this.failing(name)
    return asAbsent(
      new Proxy(function () {}, {
        get: (_target, key) => this.#partOf(name, key),
        apply: (_target, _this, [options]) => (hasCallbacks(options) ? call(options) : this.inert(name)),
        construct: () => this.inert(name),
        set: () => true,
      }),
    )
  }

  /**
   * Reports once that a name is not supported.
   * @param {string} name
   * @param {import('../trace.js').Place | null} [place] without it, the line of the program that called
   */
  tell(name, place = callersPlace()) {
    if (this.#told.has(name)) return
    this.#told.add(name)
    this.#journal.say('warn', `${fullName(name)} is not supported`, place)
  }

  /**
   * Returns a part of an inert object. Promises and JSON must find nothing there.
   * @param {string} name
   * @param {string | symbol} key
   * @returns {unknown}
   */
  #partOf(name, key) {
    if (key === 'then' || key === 'toJSON') return undefined
    if (key === Symbol.toPrimitive) return () => ''
    if (typeof key === 'symbol') return undefined
    return this.inert(`${name}.${key}`)
  }

  /**
   * @param {string} name
   * @param {string} kind
   */
  #stand(name, kind) {
    if (TASKS.has(name)) return this.failing(name, this.inert(name))
    if (kind === 'async') return this.failing(name)
    const fail = this.failing(name)
    return (/** @type {unknown} */ options) => {
      if (hasCallbacks(options)) return fail(options)
      this.tell(name)
      return this.#stopgap(name, kind)
    }
  }

  /**
   * Returns what a function that answers at once returns: nothing that would stop the program.
   * @param {string} name
   * @param {string} kind
   */
  #stopgap(name, kind) {
    if (/^is[A-Z]/.test(name)) return false
    return kind === 'factory' || !name.endsWith('Sync') ? this.inert(name) : {}
  }
}

/**
 * Returns the name as the console shows it: `MapContext.on` is a method of an object, any other name stands under wx.
 * @param {string} name
 */
const fullName = (name) => (/^[A-Z]/.test(name) ? name : `wx.${name}`)

/** @param {any} options */
const hasCallbacks = (options) => Boolean(options && (options.success || options.fail || options.complete))
