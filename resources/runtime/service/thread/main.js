// The start of a thread that wx.createWorker() made. It is fenced in like the service and has `worker`, but nothing
// else of the phone. It hears the program only through messages, and loads only modules of the folder for threads.

import { listen, post } from '../host.js'
import { fenceIn } from '../fence.js'
import { Journal, describe, makeConsole } from '../journal.js'
import { Loader } from '../loader.js'
import { Modules } from '../modules.js'

/** @typedef {{script: string, files: string[], userData: string}} Orders */
/** @typedef {(message: unknown) => void} Listener */

const journal = new Journal((_log, ...line) => post({ type: 'log', line }))
/**
 * The listener for messages of the program, and the messages that came before there was one.
 * @type {Listener | null}
 */
let listener = null
/** @type {unknown[]} */
const early = []
listen('message', ({ data }) => (data.type === 'start' ? start(data.orders) : hear(data.message)))

/** @param {Orders} orders */
function start({ script, files, userData }) {
  const modules = new Modules(files, new Loader(), journal)
  fenceIn({ console: makeConsole(journal), worker: makeWorker(userData) }, journal, { unhandledRejection() {} })
  journal.onError((error) => post({ type: 'error', error: messageOf(error) }))
  modules.run(script)
}

/** @param {unknown} message */
function hear(message) {
  if (listener) journal.guard('worker.onMessage', () => listener?.(message))
  else early.push(message)
}

/**
 * Makes the global `worker`.
 * @param {string} userData
 */
function makeWorker(userData) {
  return {
    env: { USER_DATA_PATH: userData },
    postMessage: (/** @type {unknown} */ message) => post({ type: 'message', message }),
    onMessage: (/** @type {unknown} */ given) => {
      if (typeof given !== 'function') return
      listener = /** @type {Listener} */ (given)
      early.splice(0).forEach(hear)
    },
  }
}

/** @param {unknown} error */
const messageOf = (error) => ({
  message: error instanceof Error ? error.message : describe(error),
  stack: describe(error),
})
