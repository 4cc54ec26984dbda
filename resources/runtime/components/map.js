// <map>: places on a chart of degrees. There is no map data in this phone, so there are no streets; what the program
// puts on the map stands where it belongs, and the map can be moved and zoomed.

import { drawAreas, drawCircles, drawGround, drawLines, placeAt } from './map-ground.js'
import { HERE_STYLE, makeMark, MARK_STYLE, placeHere, placeMark } from './map-marks.js'
import { middleOf, scaleFor } from './map-projection.js'
import { Presence } from './presence.js'

const STYLE = `
:host { display: block; position: relative; width: 300px; height: 225px; overflow: hidden; touch-action: none; cursor: grab }
:host([moving]) { cursor: grabbing }
#ground { position: absolute; inset: 0; width: 100%; height: 100% }
#marks { position: absolute; inset: 0; overflow: hidden }
#over { position: relative; height: 100%; pointer-events: none }
::slotted(*) { pointer-events: auto }
${MARK_STYLE}
${HERE_STYLE}
`

const TEMPLATE =
  '<canvas id="ground"></canvas><div id="here"></div><div id="marks"></div><div id="over"><slot></slot></div>'
const LIGHT = { ground: '#f1efe9', line: '#ffffff', text: '#8a8a86' }
const DARK = { ground: '#1f2226', line: '#2b2f35', text: '#7d838c' }
const START = 4

/** @typedef {import('./map-marks.js').Marker} Marker */
/** @typedef {import('./map-projection.js').Place} Place */

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class ProgramMap extends Component {
    static template = TEMPLATE
    static style = STYLE
    static methods = ['showPlace', 'includePoints', 'showHere']

    center = { longitude: 116.397, latitude: 39.909 }
    scale = 16
    /** @type {import('./map-marks.js').Mark[]} */
    marks = []
    /** @type {{x: number, y: number, moved: boolean} | null} */
    hand = null
    scheduled = false
    /**
     * Where the phone is, if the program may show it.
     * @type {Place | null}
     */
    here = null
    presence = new Presence(
      this,
      (shown) => this.page.send({ type: 'mapLocation', id: this.nodeId, shown }),
      () => this.flag('show-location'),
    )
    resized = new this.page.window.ResizeObserver(() => this.redraw())

    constructor() {
      super()
      this.addEventListener('pointerdown', (event) => this.press(event))
      this.addEventListener('pointermove', (event) => this.follow(event))
      this.addEventListener('pointerup', () => this.letGo())
      this.addEventListener('pointercancel', () => this.letGo())
      this.addEventListener('wheel', (event) => this.zoom(event), { passive: false })
    }

    /** @returns {'both' | null} */
    get dragAxis() {
      return this.flag('enable-scroll', true) ? 'both' : null
    }

    connectedCallback() {
      this.resized.observe(this)
      this.presence.settle()
    }

    disconnectedCallback() {
      this.resized.disconnect()
      this.presence.settle()
    }

    /** @param {string} name */
    changed(name) {
      if (name === 'longitude' || name === 'latitude')
        this.center = { ...this.center, [name]: this.number(name, this.center[name]) }
      if (name === 'scale') this.scale = this.limited(this.number('scale', 16))
      if (name === 'markers') this.makeMarks()
      if (name === 'show-location') this.presence.settle()
      if (name === 'include-points') this.includePoints({ points: this.list('include-points') })
      this.redraw()
    }

    /**
     * A property that is a list of records.
     * @param {string} name
     * @returns {any[]}
     */
    list(name) {
      const value = this.properties[name]
      return Array.isArray(value) ? value : []
    }

    makeMarks() {
      const tell = (/** @type {string} */ event, /** @type {Marker} */ marker) =>
        this.emit(event, { markerId: marker.id })
      this.marks = this.list('markers').map((marker) => makeMark(this, marker, tell))
      this.piece('marks').replaceChildren(...this.marks.map(({ element }) => element))
    }

    /** What of the earth is seen. */
    get sight() {
      return { center: this.center, scale: this.scale, width: this.clientWidth, height: this.clientHeight }
    }

    /** Once per frame, however much changes. */
    redraw() {
      if (this.scheduled) return
      this.scheduled = true
      requestAnimationFrame(() => {
        this.scheduled = false
        if (this.isConnected && this.clientWidth > 0) this.draw()
      })
    }

    draw() {
      const { sight } = this
      const canvas = /** @type {HTMLCanvasElement} */ (this.piece('ground'))
      const ratio = this.page.window.devicePixelRatio
      Object.assign(canvas, { width: sight.width * ratio, height: sight.height * ratio })
      const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'))
      pen.scale(ratio, ratio)
      drawGround(pen, sight, this.page.root.dataset.theme === 'dark' ? DARK : LIGHT)
      drawAreas(pen, sight, this.list('polygons'))
      drawCircles(pen, sight, this.list('circles'))
      drawLines(pen, sight, this.list('polyline'))
      for (const mark of this.marks) placeMark(mark, sight)
      placeHere(this.piece('here'), this.flag('show-location') ? this.here : null, sight)
    }

    /**
     * The phone is there; null: nobody may know.
     * @param {Place | null} place
     */
    showHere(place) {
      this.here = place
      this.redraw()
    }

    /** @param {number} scale */
    limited(scale) {
      return Math.min(this.number('max-scale', 20), Math.max(this.number('min-scale', 3), scale))
    }

    /**
     * Moves there.
     * @param {Place} place
     */
    showPlace({ longitude, latitude }) {
      this.center = { longitude: Number(longitude), latitude: Number(latitude) }
      this.redraw()
    }

    /**
     * Shows all these places.
     * @param {{points: Place[]}} wish
     */
    includePoints({ points }) {
      if (points.length === 0) return
      this.center = middleOf(points)
      this.scale = this.limited(scaleFor(points, (this.clientWidth || 300) - 60, (this.clientHeight || 225) - 80, 18))
      this.redraw()
    }

    /** @param {PointerEvent} event */
    press(event) {
      if (event.button === 0) this.hand = { x: event.clientX, y: event.clientY, moved: false }
    }

    /** @param {PointerEvent} event */
    follow(event) {
      const { hand } = this
      if (!hand || !this.flag('enable-scroll', true)) return
      const [dx, dy] = [event.clientX - hand.x, event.clientY - hand.y]
      if (!hand.moved && Math.hypot(dx, dy) < START) return
      if (!hand.moved) this.begin(event)
      this.center = placeAt(this.sight, this.clientWidth / 2 - dx, this.clientHeight / 2 - dy)
      this.hand = { x: event.clientX, y: event.clientY, moved: true }
      this.redraw()
    }

    /** @param {PointerEvent} event */
    begin(event) {
      this.setPointerCapture(event.pointerId)
      this.toggleAttribute('moving', true)
      this.emit('regionchange', { type: 'begin', causedBy: 'gesture', ...this.state })
    }

    letGo() {
      const moved = this.hand?.moved
      this.hand = null
      this.toggleAttribute('moving', false)
      if (moved) this.emit('regionchange', { type: 'end', causedBy: 'drag', ...this.state })
    }

    /** @param {WheelEvent} event */
    zoom(event) {
      if (!this.flag('enable-zoom', true)) return
      event.preventDefault()
      const { left, top } = this.getBoundingClientRect()
      const [x, y] = [event.clientX - left, event.clientY - top]
      const under = placeAt(this.sight, x, y)
      this.scale = this.limited(this.scale - Math.sign(event.deltaY) * 0.25)
      const now = placeAt(this.sight, x, y)
      this.center = {
        longitude: this.center.longitude + under.longitude - now.longitude,
        latitude: this.center.latitude + under.latitude - now.latitude,
      }
      this.redraw()
      this.emit('regionchange', { type: 'end', causedBy: 'scale', ...this.state })
    }

    /** Where it is: events and questions of the program tell it. */
    get state() {
      const { sight } = this
      const southwest = placeAt(sight, 0, sight.height)
      const northeast = placeAt(sight, sight.width, 0)
      return { scale: this.scale, centerLocation: this.center, region: { southwest, northeast } }
    }

    /**
     * A tap on the map is a place; one on a marker is told as the marker's.
     * @param {{clientX: number, clientY: number}} finger
     * @param {Event} event
     */
    tapDetail({ clientX, clientY }, event) {
      const onMark = event.composedPath().some((one) => /** @type {Element} */ (one).className === 'mark')
      const { left, top } = this.getBoundingClientRect()
      return onMark ? null : placeAt(this.sight, clientX - left, clientY - top)
    }
  }
