// <swiper-item>: one leaf of a swiper.

const STYLE = `
:host { display: block; position: absolute !important; top: 0; left: 0; overflow: hidden }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class SwiperItem extends Component {
    static template = '<slot></slot>'
    static style = STYLE

    placing = new this.page.window.CSSStyleSheet()

    constructor() {
      super()
      this.placing.replaceSync(':host {}')
      const root = /** @type {ShadowRoot} */ (this.shadowRoot)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.placing]
    }

    /**
     * Puts the leaf `place` leaves from the start. A sheet says it, because the program's own inline style may be
     * replaced at any time. The size is in base.css: only what a program marks as important overrides it, as on the
     * phone.
     * @param {number} place
     * @param {boolean} vertical
     * @param {number} share of the length of the swiper
     */
    stand(place, vertical, share) {
      const { style } = /** @type {CSSStyleRule} */ (this.placing.cssRules[0])
      style.setProperty('translate', vertical ? `0 ${place * 100}%` : `${place * 100}% 0`, 'important')
      style.setProperty(vertical ? '--mh-leaf-height' : '--mh-leaf-width', `${share * 100}%`)
      style.setProperty(vertical ? '--mh-leaf-width' : '--mh-leaf-height', '100%')
    }
  }
