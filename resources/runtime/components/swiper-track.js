// The track of a swiper: the leaves side by side, and which of them the window shows.

import { dragTarget } from '../view/scrollers.js'
import { Motion } from './motion.js'

const STYLE = `
:host { display: block; position: relative; height: 150px; overflow: hidden; touch-action: pan-y }
:host([vertical]) { touch-action: pan-x }
#window { position: absolute; inset: 0 }
#track { position: absolute; inset: 0; will-change: transform }
#dots { position: absolute; left: 0; right: 0; bottom: 10px; display: none; justify-content: center; gap: 8px; pointer-events: none }
:host([vertical]) #dots { inset: 0 10px 0 auto; flex-direction: column }
:host([dots]) #dots { display: flex }
#dots > i { width: 8px; height: 8px; border-radius: 4px; background: var(--dot, rgba(0, 0, 0, .3)); transition: background .2s }
#dots > i[data-on] { background: var(--dot-on, #000) }
`

const TEMPLATE = `
<div id="window"><div id="track"><slot id="leaves"></slot></div></div>
<div id="dots" part="wx-swiper-dots"></div>
`

/** @typedef {InstanceType<ReturnType<typeof import('./swiper-item.js').default>>} SwiperItem */

/**
 * Makes a class of elements whose leaves are on a track.
 * @param {import('./component.js').ComponentClass} Component
 */
export const makeTrack = (Component) =>
  class Track extends Component {
    static template = TEMPLATE
    static style = STYLE

    /** The index of the leaf in front, as the program knows it. */
    current = 0
    /** The place of the track, in leaves; in a ring it may be any number. */
    position = 0
    /** The length of a leaf divided by that of the window. */
    ratio = 1
    /** @type {SwiperItem[]} */
    items = []
    motion = new Motion()

    get dragAxis() {
      return this.axis
    }

    /** @returns {'x' | 'y'} */
    get axis() {
      return this.flag('vertical') ? 'y' : 'x'
    }

    /** Returns how many leaves are seen at once. */
    get seen() {
      return Math.max(1, this.number('display-multiple-items', 1))
    }

    get circular() {
      return this.flag('circular') && this.items.length > this.seen
    }

    /** Returns the index of the last leaf that can be in front. */
    get end() {
      return Math.max(0, this.items.length - (this.circular ? 1 : this.seen))
    }

    /** Returns the length of one leaf along the axis, in px. */
    get leafLength() {
      return Math.max(1, (this.lengthOf(this.piece('window')) / this.seen) * this.ratio)
    }

    /** @param {HTMLElement} element */
    lengthOf({ offsetWidth, offsetHeight }) {
      return this.axis === 'x' ? offsetWidth : offsetHeight
    }

    /**
     * Measures the leaves. They may be shorter than the window, so that their neighbours show; then the track moves by
     * less, too.
     */
    measureLeaf() {
      const share =
        this.seen === 1 && this.items[0] ? this.lengthOf(this.items[0]) / this.lengthOf(this.piece('window')) : 1
      this.ratio = share > 0 && share < 1 ? share : 1
    }

    setMargins() {
      const [before, after] = [this.number('previous-margin', 0), this.number('next-margin', 0)]
      this.piece('window').style.inset = this.axis === 'x' ? `0 ${after}px 0 ${before}px` : `${before}px 0 ${after}px 0`
    }

    /**
     * Puts the track at a place, in leaves.
     * @param {number} position
     */
    place(position) {
      this.position = position
      const vertical = this.axis === 'y'
      for (const [at, item] of this.items.entries()) item.stand?.(this.standOf(at), vertical, 1 / this.seen)
      if (!this.motion.running) this.measureLeaf()
      const shift = `${((-position * 100) / this.seen) * this.ratio}%`
      this.piece('track').style.transform = vertical ? `translateY(${shift})` : `translateX(${shift})`
    }

    /**
     * Returns where a leaf stands; in a ring it is on whichever side is nearer to what is seen.
     * @param {number} at
     */
    standOf(at) {
      const count = this.items.length
      if (!this.circular) return at
      const middle = this.position + (this.seen - 1) / 2
      return at + Math.round((middle - at) / count) * count
    }

    /**
     * Returns the place of a leaf by the shortest way round.
     * @param {number} leaf
     */
    nearest(leaf) {
      const count = this.items.length
      return this.circular ? leaf + Math.round((this.position - leaf) / count) * count : leaf
    }

    /** Tells how far the track is from where it rests. */
    tellMove() {
      if (!this.page.heard.has('transition')) return
      const away = (this.position - this.nearest(this.current)) * this.leafLength
      this.emit('transition', this.axis === 'x' ? { dx: away, dy: 0 } : { dx: 0, dy: away })
    }

    /**
     * Returns whether a drag from `target` would move this swiper, and nothing inside it.
     * @param {EventTarget | null} target
     * @param {number} distance
     */
    takes(target, distance) {
      const inner = dragTarget(this.page, target, this.axis, distance).scroller
      return !inner || !this.contains(inner) || inner.contains(this)
    }
  }
