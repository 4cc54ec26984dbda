// The service's worker, started by a script of its own before the view is even read: both get ready at the same time.
// What it says meanwhile waits in `early`.

const worker = new Worker('/__runtime/service.js')
/** @type {MessageEvent[]} */
const early = []
worker.onmessage = (/** @type {MessageEvent} */ message) => early.push(message)
Object.assign(window, { service: { worker, early } })
