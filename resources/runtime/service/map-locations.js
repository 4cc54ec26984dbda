// The <map>s with show-location: the host is asked when one of them is shown, and tells where their dot stands.

import { triggerEvent } from 'glass-easel'
import { CODE } from '../operations.js'

/** @typedef {{latitude: number, longitude: number}} Place */

/** Tells every <map> with show-location where the phone is. */
export class MapLocations {
  /** @type {Set<number>} nodes of the maps that want the dot */ #wanting = new Set()
  /** @type {Place | null} */ #here = null
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
    events.on('mapLocation', (/** @type {Partial<Place>} */ place) => this.#move(place))
    events.on('mapLocationAllowed', () => this.#wanting.forEach((id) => this.#ask(id)))
  }

  /**
   * Handles a <map> that has come onto a page, has left it, or has changed its show-location.
   * @param {{id: number, shown: boolean}} message
   */
  moved({ id, shown }) {
    const wanted = this.#wanting.size > 0
    if (shown) this.#wanting.add(id)
    else this.#wanting.delete(id)
    if (wanted !== this.#wanting.size > 0) this.#want(!wanted)
    if (shown) this.#ask(id)
  }

  /**
   * Tells the host whether any <map> needs the place.
   * @param {boolean} wanted
   */
  #want(wanted) {
    this.#here = null
    this.#channel.call('Map.wantLocation', { wanted }, () => {})
  }

  /**
   * Asks the host for the place on behalf of a <map>.
   * @param {number} id
   */
  #ask(id) {
    this.#show(id)
    this.#channel.call('Map.showLocation', {}, (result) => {
      if (this.#wanting.has(id) && result.errMsg !== 'Map.showLocation:ok') this.#fail(id, result)
    })
  }

  /**
   * Fires `error` at a <map> whose question was refused.
   * @param {number} id
   * @param {import('./channel.js').Result} result
   */
  #fail(id, result) {
    const element = this.#view.nodes.get(id)?.__wxElement
    const detail = { ...result, errMsg: result.errMsg.replace('Map.showLocation', 'showLocation') }
    if (element) triggerEvent(element, 'error', detail, { bubbles: false })
  }

  /**
   * Moves the dot of every <map>; without a place the dots go.
   * @param {Partial<Place>} place
   */
  #move({ latitude, longitude }) {
    this.#here = latitude === undefined || longitude === undefined ? null : { latitude, longitude }
    this.#wanting.forEach((id) => this.#show(id))
  }

  /**
   * Shows or hides the dot of one <map>.
   * @param {number} id
   */
  #show(id) {
    if (this.#view.nodes.has(id)) this.#view.do(CODE.invoke, id, 'showHere', [this.#here])
  }
}
