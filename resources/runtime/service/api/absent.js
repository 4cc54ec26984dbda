// Everything WeChat documents and this phone does not have: it exists, and fails as documented. Each is told once.

import { callersPlace } from '../trace.js'
import { failure, makeFunction } from './convention.js'

const UNSUPPORTED = { reason: 'not supported', errno: 100 }

/**
 * WeChat's own words and numbers for a phone without Wi-Fi module, NFC, beacons or SOTER.
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

/** Names that the list of documented ones lacks: too old for it, or too new. */
const UNLISTED = {
  createAnimationVideoContext: 'factory',
  createExternalElementContext: 'factory',
  getChatForwardMaterials: 'async',
}

/** Functions that give a task at once, whatever happens to the call. */
const TASKS = new Set(['request', 'uploadFile', 'downloadFile', 'connectSocket'])

/**
 * What fails whenever it is called: `check` asks.
 * @type {WeakSet<object>}
 */
const absent = new WeakSet()

/** @param {unknown} value */
export const isAbsent = (value) => absent.has(Object(value))

/**
 * Notes that `made` fails, or leads to nothing but failures.
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
   * The documented names that `present` lacks.
   * @param {Record<string, string>} names
   * @param {object} present
   * @returns {Record<string, unknown>}
   */
  functions(names, present) {
    const missing = Object.entries({ ...names, ...UNLISTED }).filter(
      ([name, kind]) => !(name in present) && kind !== 'value',
    )
    return Object.fromEntries(missing.map(([name, kind]) => [name, this.#stand(name, kind)]))
  }

  /**
   * A function that fails. Whoever does not care to ask for the outcome hears of it once.
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
   * An object any method of which fails, and any part of which is such an object.
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
   * @param {string} name
   * @param {import('../trace.js').Place | null} [place] the caller's, unless given
   */
  tell(name, place = callersPlace()) {
    if (this.#told.has(name)) return
    this.#told.add(name)
    this.#journal.write('warn', [`${fullName(name)} is not supported`], place)
  }

  /**
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
   * What a function that answers at once gives: nothing that would stop the program.
   * @param {string} name
   * @param {string} kind
   */
  #stopgap(name, kind) {
    if (/^is[A-Z]/.test(name)) return false
    return kind === 'factory' || !name.endsWith('Sync') ? this.inert(name) : {}
  }
}

/**
 * `MapContext.on` is a method of an object, anything else stands under wx.
 * @param {string} name
 */
const fullName = (name) => (/^[A-Z]/.test(name) ? name : `wx.${name}`)

/** @param {any} options */
const hasCallbacks = (options) => Boolean(options && (options.success || options.fail || options.complete))
