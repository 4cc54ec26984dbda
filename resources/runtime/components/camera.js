// <camera>: asks for the camera when it is shown. There is no camera: a drawn view finder stands for what it would
// see.

import { Presence } from './presence.js'

const STYLE = `
:host { display: block; position: relative; width: 100%; height: 300px; overflow: hidden; background: #16181b; color: #fff }
#finder, #sign { position: absolute; inset: 0; display: none }
:host([state='on']) #finder { display: block }
#finder { background:
  linear-gradient(rgba(255, 255, 255, .16) 0 0) 33.3% 0 / 1px 100% no-repeat, linear-gradient(rgba(255, 255, 255, .16) 0 0) 66.6% 0 / 1px 100% no-repeat,
  linear-gradient(rgba(255, 255, 255, .16) 0 0) 0 33.3% / 100% 1px no-repeat, linear-gradient(rgba(255, 255, 255, .16) 0 0) 0 66.6% / 100% 1px no-repeat,
  radial-gradient(120% 90% at 62% 28%, #dfeaf2 0, #8fb0c8 34%, #4d6f86 58%, #24343f 100%) }
:host([state='off']) #sign { display: grid; place-items: center; opacity: .5 }
svg { width: 44px; height: 44px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round }
#over { position: relative; height: 100% }
`

const CAMERA_OFF =
  'M9 6.5l1-1.75h4l1 1.75h3.25a1.5 1.5 0 0 1 1.5 1.5v8.5M17 18.25H5.75A1.5 1.5 0 0 1 4.25 16.75V8a1.5 1.5 0 0 1 1.5-1.5M9.6 10.4a3.25 3.25 0 0 0 4.5 4.6M4 4l16 16.5'

const TEMPLATE = `
<div id="finder"></div>
<div id="sign"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${CAMERA_OFF}"/></svg></div>
<div id="over"><slot></slot></div>
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Camera extends Component {
    static template = TEMPLATE
    static style = STYLE
    static methods = ['begin', 'refuse']

    presence = new Presence(this, (shown) => this.page.send({ type: 'camera', id: this.nodeId, shown }))

    connectedCallback() {
      this.presence.settle()
    }

    disconnectedCallback() {
      this.presence.settle()
    }

    begin() {
      this.setAttribute('state', 'on')
    }

    refuse() {
      this.setAttribute('state', 'off')
    }
  }
