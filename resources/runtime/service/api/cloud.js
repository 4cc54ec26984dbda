// wx.cloud: there is no cloud here. Every chain of calls on it can be written, and its end fails.

import { failure } from './convention.js'

const UNSUPPORTED = -1

/** Calls that prepare something and answer nothing. */
const SILENT = new Set(['init', 'Cloud'])

/** Calls that give a task to those who also give callbacks. */
const TASKS = new Set(['cloud.downloadFile', 'cloud.uploadFile'])

/** What the engine looks for in any object. */
const NO_PARTS = new Set(['then', 'toJSON'])

/** @param {import('./absent.js').Absent} absent */
export const makeCloud = (absent) => link('cloud', absent)

/** @param {string} name as it was reached: `cloud.database.collection` @param {import('./absent.js').Absent} absent @returns {any} */
function link(name, absent) {
  return new Proxy(function () {}, {
    get: (_target, key) => (typeof key === 'symbol' || NO_PARTS.has(key) ? undefined : link(`${name}.${key}`, absent)),
    construct: () => link(name, absent),
    apply: (_target, _this, args) => called(name, args, absent),
  })
}

/**
 * What a call gives: something to go on with, and to wait for in vain.
 * @param {string} name @param {any[]} args @param {import('./absent.js').Absent} absent
 */
function called(name, args, absent) {
  if (SILENT.has(name.split('.').at(-1) ?? '')) return link('cloud', absent)
  absent.tell(name)
  const options = Object(args.at(-1))
  const task = TASKS.has(name) ? absent.inert(name) : undefined
  if (options.success || options.fail || options.complete) return absent.failing(name, task)(options)
  const waits = waiting(() => Promise.reject({ ...failure(name, 'not supported'), errCode: UNSUPPORTED }))
  return new Proxy(link(name, absent), { get: (target, key) => Reflect.get(waits, key) ?? target[key] })
}

/** The methods of a Promise, which is only made when somebody asks for it. @param {() => Promise<never>} fail */
const waiting = (fail) => ({
  then: (/** @type {any} */ onDone, /** @type {any} */ onFail) => fail().then(onDone, onFail),
  catch: (/** @type {any} */ onFail) => fail().catch(onFail),
  finally: (/** @type {any} */ job) => fail().finally(job),
})
