// What of the earth a map shows: the place in its middle, and the scale, which grows by one when everything doubles.

import { oncePerFrame } from '../view/once-per-frame.js'
import { placeAt } from './map-ground.js'
import { middleOf, scaleFor } from './map-projection.js'

/** @typedef {import('./map-projection.js').Place} Place */

/**
 * Makes a class of elements that look at the earth and `draw` what they see.
 * @param {import('./component.js').ComponentClass} Component
 */
export const makeViewpoint = (Component) =>
  class Viewpoint extends Component {
    center = { longitude: 116.397, latitude: 39.909 }
    scale = 16
    /** Draws once per frame, however much changes. */
    redraw = oncePerFrame(() => {
      if (this.isConnected && this.clientWidth > 0) this.draw()
    })

    /** Returns what of the earth is seen. */
    get sight() {
      return { center: this.center, scale: this.scale, width: this.clientWidth, height: this.clientHeight }
    }

    /** Returns the place and the scale, as events and questions of the program tell them. */
    get state() {
      const { sight } = this
      const southwest = placeAt(sight, 0, sight.height)
      const northeast = placeAt(sight, sight.width, 0)
      return { scale: this.scale, centerLocation: this.center, region: { southwest, northeast } }
    }

    /** @param {number} scale */
    limited(scale) {
      return Math.min(this.number('max-scale', 20), Math.max(this.number('min-scale', 3), scale))
    }

    /**
     * Moves to a place.
     * @param {Place} place
     */
    showPlace({ longitude, latitude }) {
      this.center = { longitude: Number(longitude), latitude: Number(latitude) }
      this.redraw()
    }

    /**
     * Moves and zooms so that all these places are shown.
     * @param {{points: Place[]}} wish
     */
    includePoints({ points }) {
      if (points.length === 0) return
      this.center = middleOf(points)
      this.scale = this.limited(scaleFor(points, (this.clientWidth || 300) - 60, (this.clientHeight || 225) - 80, 18))
      this.redraw()
    }

    /**
     * Zooms about a point, which keeps its place on the map.
     * @param {number} x
     * @param {number} y
     * @param {number} levels
     */
    zoomAt(x, y, levels) {
      const before = placeAt(this.sight, x, y)
      this.scale = this.limited(this.scale + levels)
      const after = placeAt(this.sight, x, y)
      const { longitude, latitude } = this.center
      this.showPlace({
        longitude: longitude + before.longitude - after.longitude,
        latitude: latitude + before.latitude - after.latitude,
      })
    }

    draw() {}
  }
