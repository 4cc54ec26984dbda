// The page half of the runtime: it relays the service's messages to the host, and draws what the service orders. No
// code of the program runs here.

import { Applier } from './applier.js'
import { keepToDrawnPart } from './drawn-part.js'
import { HostLink } from './host.js'
import { Nodes } from './nodes.js'
import { makeOperations } from './drawing.js'
import { Stage } from './stage.js'

/**
 * The worker, which `worker.js` has started, and what it has said since.
 * @type {{worker: Worker, early: MessageEvent[]}}
 */
const { worker, early } = /** @type {any} */ (window).service
const host = new HostLink((text) => worker.postMessage({ type: 'host', text }))
/**
 * @param {object} message
 * @param {Transferable[]} [transfer]
 */
const send = (message, transfer = []) => worker.postMessage(message, transfer)
const nodes = new Nodes()
keepToDrawnPart(document.body)
const stage = new Stage(document.body, nodes, send, host)
const applier = new Applier(makeOperations(nodes, stage, send), (problem) => host.log('error', problem))

/** @param {MessageEvent} message */
function hear({ data }) {
  if (data.type === 'host') return host.sendText(String(data.text))
  applier.apply(data.list)
  stage.drawn()
}

worker.onmessage = hear
early.splice(0).forEach(hear)
worker.onerror = (/** @type {ErrorEvent} */ event) =>
  host.log('error', `service: ${event.message} (${event.filename}:${event.lineno})`)
