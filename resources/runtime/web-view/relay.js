// Stands between a page of the web and the host: it hands on what `bridge.js` sends. It runs in a world of its own,
// where no script of the page reaches it or the channel. What comes too fast for the host, or is too long, is dropped.

import { narrowToDrawnPart } from '../view/drawn-part.js'

const LONGEST = 256 * 1024
const MOST_WAITING = 256

/** @typedef {{said(text: string, answered: () => void): void}} Ear */

/** @type {Ear | null} */ let ear = null
/** @type {string[]} */ const early = []
let waiting = 0

/** @param {unknown} text */
function hear(text) {
  if (typeof text !== 'string' || text.length > LONGEST || waiting >= MOST_WAITING) return
  waiting += 1
  if (ear) tell(ear, text)
  else early.push(text)
}

/**
 * @param {Ear} to
 * @param {string} text
 */
function tell(to, text) {
  to.said(text, () => {
    waiting -= 1
  })
}

const { QWebChannel, qt } = /** @type {any} */ (globalThis)
new QWebChannel(qt.webChannelTransport, (/** @type {any} */ channel) => {
  const found = /** @type {Ear} */ (channel.objects.ear)
  ear = found
  for (const text of early.splice(0)) tell(found, text)
})
document.addEventListener('weixin', (event) => hear(/** @type {CustomEvent} */ (event).detail))
addEventListener('DOMContentLoaded', () => narrowToDrawnPart(document.documentElement))
// The person can always go back: an iPhone asks nothing before a page is left.
addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)
