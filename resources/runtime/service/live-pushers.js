// The <live-pusher>s on the pages: each asks the host for the camera, then for the microphone, and is told which of
// them was refused.

import { triggerEvent } from 'glass-easel'

/**
 * Each part of the phone that is needed: its name, the host's call that opens it, and the detail of the error if it
 * was refused.
 */
const PARTS = /** @type {const} */ ([
  ['camera', 'LivePusher.openCamera', { errCode: 10001, errMsg: 'the camera is forbidden by the user' }],
  ['microphone', 'LivePusher.openMicrophone', { errCode: 10002, errMsg: 'the microphone is forbidden by the user' }],
])

/** @typedef {{id: number, shown: boolean, camera: boolean, microphone: boolean}} Presence */

/** Asks for each <live-pusher> that is shown, and tells it the answer. */
export class LivePushers {
  /** @type {Map<number, Presence>} */ #shown = new Map()
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
    events.on('livePusherStop', (/** @type {{part: string}} */ { part }) => this.#stop(part))
  }

  /**
   * Handles a <live-pusher> that has come onto a page or has left it.
   * @param {Presence} presence
   */
  moved(presence) {
    if (!presence.shown) {
      this.#shown.delete(presence.id)
      return
    }
    this.#shown.set(presence.id, presence)
    this.#open(
      presence,
      PARTS.filter(([part]) => presence[part]),
    )
  }

  /**
   * Asks for one part after the other; a refusal ends it.
   * @param {Presence} presence
   * @param {typeof PARTS[number][]} parts
   */
  #open(presence, [first, ...rest]) {
    if (!first || this.#shown.get(presence.id) !== presence) return
    const [, name, refusal] = first
    this.#channel.call(name, {}, (result) => {
      if (result.errMsg === `${name}:ok`) this.#open(presence, rest)
      else this.#fail(presence.id, refusal)
    })
  }

  /**
   * Tells every <live-pusher> that uses this part that the person has taken the scope back.
   * @param {string} part
   */
  #stop(part) {
    const refusal = PARTS.find(([name]) => name === part)?.[2]
    for (const [id, presence] of this.#shown)
      if (refusal && presence[/** @type {'camera'} */ (part)]) this.#fail(id, refusal)
  }

  /**
   * Fires `error` at a <live-pusher> that is still there.
   * @param {number} id
   * @param {object} refusal
   */
  #fail(id, refusal) {
    const element = this.#shown.has(id) && this.#view.nodes.get(id)?.__wxElement
    if (element) triggerEvent(element, 'error', { ...refusal }, { bubbles: false })
  }
}
