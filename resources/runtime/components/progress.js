// <progress>: how far something has come. The bar may grow to its percentage instead of jumping.

const STYLE = `
:host { display: block }
#row { display: flex; align-items: center }
#number { margin-left: 12px; min-width: 2em; font-size: 16px; color: var(--mh-fg-1); text-align: right }
#number:empty { display: none }
#bar { flex: 1; height: 6px; background-color: var(--mh-bg-0); overflow: hidden }
#inner { height: 100%; background-color: var(--mh-brand) }
`
const STANDARD_PACE = 30

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Progress extends Component {
    static template = `<div id="row"><div id="bar" part="wx-progress-bar"><div id="inner" part="wx-progress-inner-bar"></div></div>
      <span id="number"></span></div>`
    static style = STYLE
    static byKeys = true

    /** The percentage that is drawn now; it is behind `percent` while the bar grows. */
    shown = 0
    /** @type {number | null} */
    frame = null

    connectedCallback() {
      this.role ??= 'progressbar'
      this.page.reach.came(this)
      this.start(0)
    }

    disconnectedCallback() {
      this.stop()
    }

    get percent() {
      return Math.max(0, Math.min(100, this.number('percent', 0)))
    }

    /**
     * @param {string} name
     * @param {unknown} value
     * @param {unknown} previous
     */
    changed(name, value, previous) {
      if (name !== 'percent' && name !== 'active') this.draw()
      else if (value !== previous) this.start(this.text('active-mode') === 'forwards' ? this.shown : 0)
    }

    /**
     * Moves the bar from a percentage to `percent`, at once or growing.
     * @param {number} from
     */
    start(from) {
      this.stop()
      this.shown = this.flag('active') ? from : this.percent
      this.draw()
      if (this.flag('active') && this.isConnected) this.grow(this.page.window.performance.now())
    }

    /**
     * Draws a step of the growth.
     * @param {number} last when the step before was drawn, in ms
     */
    grow(last) {
      this.frame = this.page.window.requestAnimationFrame((now) => {
        const pace = Math.max(1, this.number('duration', STANDARD_PACE))
        this.shown = Math.min(this.percent, this.shown + (now - last) / pace)
        this.draw()
        if (this.shown < this.percent) this.grow(now)
        else this.emit('activeend', { curPercent: this.percent })
      })
    }

    stop() {
      if (this.frame !== null) this.page.window.cancelAnimationFrame(this.frame)
      this.frame = null
    }

    draw() {
      const whole = Math.round(this.shown)
      const number = this.piece('number')
      number.textContent = this.flag('show-info') ? `${whole}%` : ''
      number.style.fontSize = `${this.number('font-size', 16)}px`
      this.ariaValueNow = String(whole)
      this.ariaValueMin = '0'
      this.ariaValueMax = '100'
      this.paint(this.piece('bar').style, this.piece('inner').style)
    }

    /**
     * @param {CSSStyleDeclaration} bar
     * @param {CSSStyleDeclaration} inner
     */
    paint(bar, inner) {
      bar.height = `${this.number('stroke-width', 6)}px`
      bar.backgroundColor = this.text('background-color')
      bar.borderRadius = inner.borderRadius = this.text('border-radius') && `${this.number('border-radius', 0)}px`
      inner.width = `${this.shown}%`
      inner.backgroundColor = this.text('active-color', this.text('color'))
    }
  }
