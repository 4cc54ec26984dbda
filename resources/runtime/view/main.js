// The page half of the runtime: it starts the service in a worker, relays its words to the host, and draws what it orders.
// Nothing of the program runs here.

import { worker } from './worker.js'
import { Applier } from './applier.js'
import { HostLink } from './host.js'
import { Nodes } from './nodes.js'
import { makeOperations } from './drawing.js'
import { Stage } from './stage.js'

const host = new HostLink((text) => worker.postMessage({ type: 'host', text }))
/** @param {object} message @param {Transferable[]} [transfer] */
const send = (message, transfer = []) => worker.postMessage(message, transfer)
const nodes = new Nodes()
const stage = new Stage(document.body, nodes, send, host)
const applier = new Applier(makeOperations(nodes, stage, send), (problem) => host.log('error', problem))

worker.onmessage = (/** @type {MessageEvent} */ { data }) => {
  if (data.type === 'host') host.sendText(String(data.text))
  else applier.apply(data.list)
}
worker.onerror = (/** @type {ErrorEvent} */ event) => host.log('error', `service: ${event.message} (${event.filename}:${event.lineno})`)
