// <image>: a picture in a box of its own size, in one of fourteen modes.

import { makePicture } from './picture.js'

const SIDES = ['top', 'bottom', 'center', 'left', 'right', 'top left', 'top right', 'bottom left', 'bottom right']

const STYLE = `
:host { display: inline-block; width: 320px; height: 240px; overflow: hidden }
#picture { display: block; width: 100%; height: 100%; object-fit: fill; -webkit-user-drag: none }
:host([broken]) #picture { visibility: hidden }
:host([mode='aspectFit']) #picture { object-fit: contain }
:host([mode='aspectFill']) #picture { object-fit: cover }
:host([mode='widthFix']) { height: auto !important }
:host([mode='widthFix']) #picture { height: auto }
:host([mode='heightFix']) { width: auto !important }
:host([mode='heightFix']) #picture { width: auto }
${SIDES.map((side) => `:host([mode='${side}']) #picture { object-fit: none; object-position: ${side} }`).join('\n')}
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Image extends makePicture(Component) {
    static style = STYLE

    /** @param {string} name */
    changed(name) {
      if (name === 'mode') this.setAttribute('mode', this.text('mode'))
      if (name === 'lazy-load') this.picture.loading = this.flag('lazy-load') ? 'lazy' : 'eager'
      if (name === 'aria-label') this.picture.alt = this.text('aria-label')
      super.changed(name)
    }
  }
