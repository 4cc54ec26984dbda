// <cover-image>: a picture above a map, a video and the like; as large as the picture unless the program says
// otherwise.

import { makePicture } from './picture.js'

const STYLE = `
:host { display: block; overflow: hidden; line-height: 0 }
#picture { display: block; width: 100%; height: 100% }
:host([broken]) #picture { visibility: hidden }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class CoverImage extends makePicture(Component) {
    static style = STYLE
  }
