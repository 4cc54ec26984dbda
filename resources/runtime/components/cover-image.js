// <cover-image>: a picture above a map, a video and the like; as large as the picture unless the program says
// otherwise.

import { PICTURE, showSource, tellOf } from './picture.js'

const STYLE = `
:host { display: block; overflow: hidden; line-height: 0 }
#picture { display: block; width: 100%; height: 100% }
:host([broken]) #picture { visibility: hidden }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class CoverImage extends Component {
    static template = PICTURE
    static style = STYLE

    picture = /** @type {HTMLImageElement} */ (this.piece('picture'))

    constructor() {
      super()
      tellOf(this, this.picture)
    }

    /** @param {string} name */
    changed(name) {
      if (name === 'src') showSource(this, this.picture)
    }
  }
