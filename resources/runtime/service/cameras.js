// The <camera>s on the pages: each asks the host when it is shown, and hears whether the person allowed it.

import { triggerEvent } from 'glass-easel'
import { CODE } from '../operations.js'

const LONGEST_ZOOM = 1

/** Asks the host for each <camera> that is shown, and tells it the answer. */
export class Cameras {
  /** @type {Set<number>} nodes of those that may show something */ #running = new Set()
  #channel
  #view

  /**
   * @param {import('./channel.js').Channel} channel
   * @param {import('./view.js').View} view
   * @param {import('./events.js').Events} events
   */
  constructor(channel, view, events) {
    this.#channel = channel
    this.#view = view
    events.on('cameraStop', () => this.#stop())
  }

  /**
   * Handles a <camera> that has come onto a page or has left it.
   * @param {{id: number, shown: boolean}} message
   */
  moved({ id, shown }) {
    this.#running.delete(id)
    if (shown) this.#channel.call('insertCamera', {}, (result) => this.#answered(id, result))
  }

  /**
   * Tells a <camera> what the host answered: it runs, or it fires `error`.
   * @param {number} id
   * @param {import('./channel.js').Result} result
   */
  #answered(id, result) {
    if (!this.#view.nodes.has(id)) return
    const granted = result.errMsg === 'insertCamera:ok'
    if (granted) this.#running.add(id)
    this.#view.do(CODE.invoke, id, granted ? 'begin' : 'refuse', [])
    if (granted) this.#fire(id, 'initdone', { maxZoom: LONGEST_ZOOM })
    else this.#fire(id, 'error', result)
  }

  /** Stops every <camera> after the person has taken the scope back. */
  #stop() {
    for (const id of this.#running) {
      this.#view.do(CODE.invoke, id, 'refuse', [])
      this.#fire(id, 'stop', {})
    }
    this.#running.clear()
  }

  /**
   * Fires an event at a <camera>.
   * @param {number} id
   * @param {string} event
   * @param {object} detail
   */
  #fire(id, event, detail) {
    const element = this.#view.nodes.get(id)?.__wxElement
    if (element) triggerEvent(element, event, detail, { bubbles: false })
  }
}
