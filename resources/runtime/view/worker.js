// The service's worker. A script of its own starts it before the view is even read, so that both get ready at the same
// time. What the worker says meanwhile waits in `early`. Its boot record is asked for while its script is still being
// read.

const worker = new Worker('/__runtime/service.js')
/** @type {MessageEvent[]} */
const early = []
worker.onmessage = (/** @type {MessageEvent} */ message) => early.push(message)
Object.assign(window, { service: { worker, early } })
fetch('/__program/boot.json')
  .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
  .then((text) => worker.postMessage({ type: 'boot', text }))
  .catch((error) => complain(`the boot record cannot be read: ${error}`))

/**
 * Reports a problem as if the service did.
 * @param {string} problem
 */
function complain(problem) {
  const text = JSON.stringify([['note', 'error', problem, null, null]])
  worker.dispatchEvent(new MessageEvent('message', { data: { type: 'host', text } }))
}
