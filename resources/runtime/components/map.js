// <map>: places on a chart of degrees. This phone has no map data, so there are no streets. What the program puts on
// the map is where it belongs, and the map can be moved and zoomed.

import { drawAreas, drawCircles, drawGround, drawLines, placeAt } from './map-ground.js'
import { MapHand } from './map-hand.js'
import { HERE_STYLE, makeMark, MARK_STYLE, placeHere, placeMark } from './map-marks.js'
import { makeViewpoint } from './map-viewpoint.js'
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

/** @typedef {import('./map-marks.js').Marker} Marker */
/** @typedef {import('./map-projection.js').Place} Place */

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class ProgramMap extends makeViewpoint(Component) {
    static template = TEMPLATE
    static style = STYLE
    static methods = ['showPlace', 'includePoints', 'showHere']

    /** @type {import('./map-marks.js').Mark[]} */
    marks = []
    /**
     * The place of the phone, if the program may show it.
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
      new MapHand(this)
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
     * Returns a property that is a list of records.
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
     * Shows the dot where the phone is; null removes it.
     * @param {Place | null} place
     */
    showHere(place) {
      this.here = place
      this.redraw()
    }

    /**
     * @param {'begin' | 'end'} type
     * @param {'gesture' | 'drag' | 'scale'} causedBy
     */
    tellRegion(type, causedBy) {
      this.emit('regionchange', { type, causedBy, ...this.state })
    }

    /**
     * Returns what a tap tells: the place on the map. A tap on a marker is told as the marker's.
     * @param {{clientX: number, clientY: number}} finger
     * @param {Event} event
     */
    tapDetail({ clientX, clientY }, event) {
      const onMark = event.composedPath().some((one) => /** @type {Element} */ (one).className === 'mark')
      const { left, top } = this.getBoundingClientRect()
      return onMark ? null : placeAt(this.sight, clientX - left, clientY - top)
    }
  }
