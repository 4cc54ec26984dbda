// <live-pusher>: asks for camera and microphone when it is shown, as a phone does. Nothing is ever sent: a card stands
// here.

import { placeholderFor } from './placeholder.js'
import { Presence } from './presence.js'

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class LivePusher extends placeholderFor('live-pusher')(Component) {
    presence = new Presence(this, (shown) =>
      this.page.send({ type: 'livePusher', id: this.nodeId, shown, ...this.parts }),
    )

    /** Returns which parts of the phone it would use. */
    get parts() {
      return { camera: this.flag('enable-camera', true), microphone: this.flag('enable-mic', true) }
    }

    connectedCallback() {
      super.connectedCallback()
      this.presence.settle()
    }

    disconnectedCallback() {
      this.presence.settle()
    }
  }
