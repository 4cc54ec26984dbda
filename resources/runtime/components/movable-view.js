// <movable-view>: can be dragged about in its movable-area, and moved by the program's x and y. Ctrl and the mouse
// wheel pinch it.

import { Glide } from './glide.js'
import { MovableDrag } from './movable-drag.js'

/** @typedef {import('./glide.js').Point} Point */
/** @typedef {'' | 'touch' | 'touch-out-of-bounds' | 'out-of-bounds' | 'friction'} Source */

const DIRECTIONS = /** @type {Record<string, {x: number, y: number}>} */ ({
  all: { x: 1, y: 1 },
  horizontal: { x: 1, y: 0 },
  vertical: { x: 0, y: 1 },
})
const NOWHERE = { x: 0, y: 0 }
const PINCH = 0.01

const STYLE = `
:host { display: block; position: absolute; top: 0; left: 0; width: 10px; height: 10px; transform-origin: center; touch-action: none; will-change: transform }
:host([direction='horizontal']) { touch-action: pan-y; cursor: ew-resize }
:host([direction='vertical']) { touch-action: pan-x; cursor: ns-resize }
:host([direction='all']) { cursor: grab }
:host([direction='all']:active) { cursor: grabbing }
:host([disabled]), :host([direction='none']) { touch-action: auto; cursor: auto }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class MovableView extends Component {
    static template = '<slot></slot>'
    static style = STYLE

    /** @type {Point} */
    place = { x: 0, y: 0 }
    scale = 1
    drag = new MovableDrag(this)

    constructor() {
      super()
      const sheet = new this.page.window.CSSStyleSheet()
      sheet.replaceSync(':host {}')
      this.shadowRoot?.adoptedStyleSheets.push(sheet)
      /** The rule that holds its place: the program's `style` does not overwrite it. */
      this.rule = /** @type {CSSStyleRule} */ (sheet.cssRules[0])
      this.glide = new Glide(this.page.window, (place) => this.put(place, this.glideSource))
      this.addEventListener('wheel', (event) => this.pinch(event), { passive: false })
      new this.page.window.ResizeObserver(() => this.measure()).observe(this)
    }

    /** @type {Source} */
    glideSource = ''

    get dragAxis() {
      const { x, y } = this.freedom
      return x && y ? 'both' : x ? 'x' : y ? 'y' : null
    }

    get freedom() {
      return this.flag('disabled') ? NOWHERE : (DIRECTIONS[this.text('direction', 'none')] ?? NOWHERE)
    }

    connectedCallback() {
      this.scale = this.limited(this.number('scale-value', 1))
      this.place = this.kept(this.told())
      this.draw()
    }

    disconnectedCallback() {
      this.glide.stop()
    }

    /**
     * @param {string} name
     * @param {unknown} value
     */
    changed(name, value) {
      if (name === 'direction') this.setAttribute('direction', String(value ?? 'none'))
      if (name === 'disabled') this.toggleAttribute('disabled', this.flag('disabled'))
      if (!this.isConnected) return
      if (name === 'x' || name === 'y') this.moveTo(this.told(), '')
      if (name === 'scale-value' && this.flag('scale')) this.scaleTo(this.number('scale-value', 1))
    }

    /**
     * Returns the place that the program wants.
     * @returns {Point}
     */
    told() {
      return { x: this.number('x', 0), y: this.number('y', 0) }
    }

    /**
     * Returns how far it may go: inside a larger area, around a smaller one.
     * @returns {{min: Point, max: Point}}
     */
    bounds() {
      const area = this.parentElement
      const grown = { x: (this.offsetWidth * (this.scale - 1)) / 2, y: (this.offsetHeight * (this.scale - 1)) / 2 }
      const room = {
        x: (area?.clientWidth ?? 0) - this.offsetWidth * this.scale,
        y: (area?.clientHeight ?? 0) - this.offsetHeight * this.scale,
      }
      return {
        min: { x: Math.min(0, room.x) + grown.x, y: Math.min(0, room.y) + grown.y },
        max: { x: Math.max(0, room.x) + grown.x, y: Math.max(0, room.y) + grown.y },
      }
    }

    /**
     * @param {Point} place
     * @returns {Point}
     */
    kept(place) {
      const { min, max } = this.bounds()
      return { x: Math.max(min.x, Math.min(max.x, place.x)), y: Math.max(min.y, Math.min(max.y, place.y)) }
    }

    /** Keeps it inside after the area or the view has changed its size. */
    measure() {
      if (this.isConnected && !this.drag.holds && !this.glide.running) this.put(this.kept(this.place), '')
    }

    /**
     * @param {Point} place
     * @param {Source} source
     */
    put(place, source) {
      const moved = place.x !== this.place.x || place.y !== this.place.y
      this.place = place
      this.draw()
      if (moved) this.emit('change', { ...rounded(place), source })
    }

    draw() {
      const { x, y } = this.place
      this.rule.style.setProperty('transform', `translate3d(${x}px, ${y}px, 0) scale(${this.scale})`, 'important')
    }

    /**
     * @param {Point} wanted
     * @param {Source} source
     */
    moveTo(wanted, source) {
      const place = this.kept(wanted)
      this.glideSource = source
      if (this.flag('animation', true)) this.glide.run(this.place, place, this.number('damping', 20))
      else {
        this.glide.stop()
        this.put(place, source)
      }
    }

    /** @param {number} scale */
    limited(scale) {
      if (!this.flag('scale')) return 1
      return Math.max(this.number('scale-min', 0.5), Math.min(this.number('scale-max', 10), scale))
    }

    /** @param {number} wanted */
    scaleTo(wanted) {
      const scale = this.limited(wanted)
      if (scale === this.scale) return
      this.scale = scale
      this.place = this.kept(this.place)
      this.draw()
      this.emit('scale', { ...rounded(this.place), scale })
    }

    /** @param {WheelEvent} event */
    pinch(event) {
      if (!event.ctrlKey || !this.flag('scale') || this.flag('disabled')) return
      event.preventDefault()
      event.stopPropagation()
      this.scaleTo(this.scale * Math.exp(-event.deltaY * PINCH))
    }
  }

/**
 * Rounds positions as the phone tells them.
 * @param {Point} point
 * @returns {Point}
 */
function rounded({ x, y }) {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
}
