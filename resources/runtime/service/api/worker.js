// wx.createWorker(): a thread for the program's calculations, one at a time, as on the phone. What runs in it is
// fenced in like the program itself, and cannot even call wx.

import { Thread } from '../host.js'
import { normalise } from '../paths.js'

/** @typedef {(detail: unknown) => void} Listener */

/**
 * @param {import('../main.js').Boot} boot
 * @param {string} userData
 * @param {import('../journal.js').Journal} journal
 */
export function workerFunctions({ workers, modules }, userData, journal) {
  /** @type {Worker | null} */ let running = null
  return {
    createWorker: (/** @type {unknown} */ scriptPath) => {
      if (running)
        throw new Error('createWorker:fail there is one already: at most 1 may run, call its terminate() first')
      const script = normalise(String(scriptPath))
      const files = workers === null ? [] : modules.filter((file) => file.startsWith(`${workers}/`))
      if (!files.includes(script))
        throw new Error(`createWorker:fail ${script} is no script in the folder that app.json names under workers`)
      const thread = new Thread('/__runtime/thread.js')
      running = thread
      thread.postMessage({ type: 'start', orders: { script, files, userData } })
      return faceOf(thread, journal, () => {
        thread.terminate()
        if (running === thread) running = null
      })
    },
  }
}

/**
 * Makes what the program holds of a thread.
 * @param {Worker} thread
 * @param {import('../journal.js').Journal} journal
 * @param {() => void} terminate
 */
function faceOf(thread, journal, terminate) {
  /** @type {Map<string, Listener>} */ const listeners = new Map()
  const tell = (/** @type {string} */ name, /** @type {unknown} */ detail) => {
    const listener = listeners.get(name)
    if (listener) journal.guard(`worker.${name}`, () => listener(detail))
  }
  thread.onmessage = ({ data }) => {
    if (data.type === 'log') journal.relay(data.line)
    else
      tell(
        data.type === 'error' ? 'onError' : 'onMessage',
        data.type === 'error' ? { error: data.error } : data.message,
      )
  }
  const setter = (/** @type {string} */ name) => (/** @type {unknown} */ listener) => {
    if (typeof listener === 'function') listeners.set(name, /** @type {Listener} */ (listener))
  }
  return {
    postMessage: (/** @type {unknown} */ message) => thread.postMessage({ type: 'message', message }),
    terminate,
    testOnProcessKilled: () => {
      terminate()
      tell('onProcessKilled', {})
    },
    ...Object.fromEntries(['onMessage', 'onError', 'onProcessKilled'].map((name) => [name, setter(name)])),
  }
}
