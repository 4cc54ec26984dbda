// <canvas>: the service draws on it directly. The surface is handed over once, when the service asks for it.

const STYLE = `
:host { display: block; position: relative; width: 300px; height: 150px; overflow: hidden }
#surface { display: block; width: 100%; height: 100% }
::slotted(*) { position: absolute }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Canvas extends Component {
    static template = '<canvas id="surface"></canvas><slot></slot>'
    static style = STYLE

    surface = /** @type {HTMLCanvasElement} */ (this.piece('surface'))
    given = false

    /** @param {string} name */
    changed(name) {
      if (name !== 'disable-scroll') return
      if (this.flag('disable-scroll')) this.page.catchMoves(this)
      else this.removeAttribute('wx-catch')
    }

    /**
     * Returns the drawing surface, as large as the element; null if it was handed over before.
     * @returns {OffscreenCanvas | null}
     */
    handOver() {
      if (this.given) return null
      this.given = true
      this.surface.width = Math.max(1, this.clientWidth)
      this.surface.height = Math.max(1, this.clientHeight)
      return this.surface.transferControlToOffscreen()
    }
  }
