// What <image> and <cover-image> share: a picture in a shadow tree, and the events for its coming and failing.

/**
 * Makes the class of elements that show the picture of their `src`.
 * @param {import('./component.js').ComponentClass} Component
 */
export const makePicture = (Component) =>
  class Picture extends Component {
    static template = '<img id="picture" part="picture" alt="" draggable="false">'

    picture = /** @type {HTMLImageElement} */ (this.piece('picture'))

    constructor() {
      super()
      this.picture.addEventListener('load', () => {
        this.emit('load', { width: this.picture.naturalWidth, height: this.picture.naturalHeight })
      })
      this.picture.addEventListener('error', () => {
        this.toggleAttribute('broken', true)
        this.emit('error', { errMsg: `GET ${this.text('src')} failed` })
      })
    }

    /** @param {string} name */
    changed(name) {
      if (name === 'src') this.showSource()
    }

    showSource() {
      const source = this.resourceUrl(this.text('src'))
      this.toggleAttribute('broken', source === '')
      if (source) this.picture.src = source
      else this.picture.removeAttribute('src')
    }
  }
