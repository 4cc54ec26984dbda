// wx.cloud. There is no cloud here, but fixtures may play one. A request goes to the host as an address; what gets no
// answer fails. Every chain of calls on a database can be written.

import { callersPlace } from '../trace.js'
import { failure, makeFunction, ok } from './convention.js'

/** @typedef {Record<string, any>} Options */
/** @typedef {{url: string, method?: string, fetch?: boolean}} Question */
/** @typedef {[ask: (options: Options) => Question, give: (answer: any, options: Options) => object]} Kind */

const UNSUPPORTED = { errno: 100, errCode: -1 }

/**
 * For each function of the cloud: the address it asks for, and what of the answer its caller gets.
 * @type {Record<string, Kind>}
 */
const FUNCTIONS = {
  callFunction: [({ name }) => ({ url: `function/${name}` }), ({ data }) => ({ result: data, requestID: '' })],
  callContainer: [
    ({ path, method }) => ({ url: `container/${String(path).replace(/^\//, '')}`, method }),
    ({ data }) => ({ data, statusCode: 200, header: {}, callID: '' }),
  ],
  downloadFile: [
    ({ fileID }) => ({ url: fileID, fetch: true }),
    ({ tempFilePath, statusCode }) => ({ tempFilePath, statusCode }),
  ],
  uploadFile: [
    ({ cloudPath }) => ({ url: `upload/${cloudPath}`, method: 'PUT' }),
    (_answer, { cloudPath }) => ({ fileID: addressOf(cloudPath), statusCode: 200 }),
  ],
  deleteFile: [
    ({ fileList }) => ({ url: fileList?.[0], method: 'DELETE' }),
    (_answer, { fileList }) => ({ fileList: fileList.map((/** @type {string} */ fileID) => ({ fileID, status: 0 })) }),
  ],
  getTempFileURL: [
    ({ fileList }) => ({ url: fileList?.[0]?.fileID ?? fileList?.[0], method: 'HEAD' }),
    (_answer, { fileList }) => ({ fileList: fileList.map(linkTo) }),
  ],
}

/**
 * The same for the operations of a collection of a database, or of one document.
 * @type {Record<string, (data: any, one: boolean) => object>}
 */
const OPERATIONS = {
  get: (data, one) => ({ data: one ? Object(data) : listOf(data) }),
  end: (data) => ({ list: listOf(data) }),
  count: (data) => ({ total: Number(data?.total ?? listOf(data).length) }),
  add: (data) => ({ _id: String(data?._id ?? 'id') }),
  set: (data) => ({ _id: String(data?._id ?? 'id'), stats: { created: 0, updated: 1 } }),
  update: () => ({ stats: { updated: 1 } }),
  remove: () => ({ stats: { removed: 1 } }),
}

/** The names that the engine looks for in any object, to see whether it is a Promise or has a text of its own. */
const NO_PARTS = new Set(['then', 'toJSON'])

/** The functions that return a task to callers who also give callbacks. */
const TASKS = new Set(['downloadFile', 'uploadFile'])

/**
 * @param {import('../channel.js').Channel} channel
 * @param {import('./absent.js').Absent} absent
 * @param {import('../journal.js').Journal} journal
 */
export const makeCloud = (channel, absent, journal) => new Cloud(channel, absent, journal).root()

class Cloud {
  #channel
  #absent
  #journal

  /**
   * @param {import('../channel.js').Channel} channel
   * @param {import('./absent.js').Absent} absent
   * @param {import('../journal.js').Journal} journal
   */
  constructor(channel, absent, journal) {
    this.#channel = channel
    this.#absent = absent
    this.#journal = journal
  }

  /**
   * Makes wx.cloud, which is also what `new wx.cloud.Cloud()` returns.
   * @returns {unknown}
   */
  root() {
    const functions = Object.entries(FUNCTIONS).map(([name, kind]) => [name, this.#functionOf(name, kind)])
    return chained({ ...Object.fromEntries(functions), database: () => this.#database('', false) }, () => this.root())
  }

  /**
   * @param {string} name
   * @param {Kind} kind
   */
  #functionOf(name, [question, give]) {
    return (/** @type {unknown} */ given) => {
      const options = Object(given)
      return this.#ask(`cloud.${name}`, question(options), (answer) => give(answer, options), options, TASKS.has(name))
    }
  }

  /**
   * Makes a database.
   * @param {string} path of a collection or document; '' while none is named
   * @param {boolean} one
   * @returns {unknown}
   */
  #database(path, one) {
    const parts = {
      collection: (/** @type {unknown} */ name) => this.#database(String(name), false),
      doc: (/** @type {unknown} */ id) => this.#database(`${path}/${id}`, true),
      ...(path && this.#operations(path, one)),
    }
    return chained(parts, () => this.#database(path, one))
  }

  /**
   * @param {string} path
   * @param {boolean} one
   */
  #operations(path, one) {
    const run = (/** @type {string} */ name, /** @type {(data: unknown, one: boolean) => object} */ give) => {
      const question = { url: `database/${path}`, method: name.toUpperCase() }
      return (/** @type {unknown} */ options) =>
        this.#ask(`cloud.database.${name}`, question, ({ data }) => give(data, one), Object(options))
    }
    return Object.fromEntries(Object.entries(OPERATIONS).map(([name, give]) => [name, run(name, give)]))
  }

  /**
   * @param {string} name
   * @param {Question} question
   * @param {(answer: any) => object} give
   * @param {Options} options
   * @param {boolean} [isTask]
   */
  #ask(name, { url, method = 'GET', fetch = false }, give, options, isTask) {
    const place = callersPlace()
    const call = makeFunction(
      name,
      (_options, settle) => {
        this.#channel.call(fetch ? 'fetchFromCloud' : 'askCloud', { url: addressOf(url), method }, (answer) => {
          const isAnswer = answer.errMsg.endsWith(':ok')
          if (!isAnswer) this.#absent.tell(name, place)
          settle(isAnswer ? ok(name, give(answer)) : { ...failure(name, 'not supported'), ...UNSUPPORTED })
        })
        return isTask ? this.#absent.inert(name) : undefined
      },
      this.#journal,
    )
    const answer = call(options)
    if (answer instanceof Promise) answer.catch(() => {}) // who does not care to ask makes no error
    return answer
  }
}

/**
 * Makes an object with these parts; whatever else is read from it, called or constructed leads on to `next`.
 * @param {Record<string, unknown>} parts
 * @param {() => any} next
 * @returns {any}
 */
function chained(parts, next) {
  return new Proxy(function () {}, {
    get: (_target, key) => {
      if (typeof key === 'symbol' || NO_PARTS.has(key)) return undefined
      return Object.hasOwn(parts, key) ? parts[key] : next()
    },
    construct: next,
    apply: next,
  })
}

/** @param {unknown} url */
const addressOf = (url) => (/^cloud:\/\//.test(String(url)) ? String(url) : `cloud://${url}`)

/**
 * Returns the address of a file.
 * @param {any} file a fileID, or an object with one
 */
function linkTo(file) {
  const fileID = String(file?.fileID ?? file)
  return { fileID, tempFileURL: fileID.replace(/^cloud:/, 'https:'), status: 0, errMsg: 'ok' }
}

/** @param {unknown} data */
const listOf = (data) => (Array.isArray(data) ? data : [])
