// <swiper>: leaves that follow the hand one by one, by themselves (autoplay) or in a ring (circular).

import { nextFrame } from '../view/next-frame.js'
import { dragTarget } from '../view/scrollers.js'
import { easing, Motion } from './motion.js'
import { SwiperDrag } from './swiper-drag.js'

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
/** @typedef {'' | 'touch' | 'autoplay'} Source */

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Swiper extends Component {
    static template = TEMPLATE
    static style = STYLE

    /** The leaf in front, as the program knows it. */
    current = 0
    /** Where the track stands, in leaves; in a ring it may be any number. */
    position = 0
    /** Length of a leaf by that of the window. */
    ratio = 1
    /** @type {SwiperItem[]} */
    items = []
    motion = new Motion()
    timer = 0
    shown = false

    constructor() {
      super()
      this.piece('leaves').addEventListener('slotchange', () => this.collect())
      new SwiperDrag(this)
    }

    get dragAxis() {
      return this.axis
    }

    /** @returns {'x' | 'y'} */
    get axis() {
      return this.flag('vertical') ? 'y' : 'x'
    }

    /** How many leaves are seen at once. */
    get seen() {
      return Math.max(1, this.number('display-multiple-items', 1))
    }

    get circular() {
      return this.flag('circular') && this.items.length > this.seen
    }

    /** The furthest leaf that can stand in front. */
    get end() {
      return Math.max(0, this.items.length - (this.circular ? 1 : this.seen))
    }

    /** Length of one leaf along the axis, in px. */
    get leafLength() {
      return Math.max(1, (this.lengthOf(this.piece('window')) / this.seen) * this.ratio)
    }

    /** @param {HTMLElement} element */
    lengthOf({ offsetWidth, offsetHeight }) {
      return this.axis === 'x' ? offsetWidth : offsetHeight
    }

    /** A program may make leaves shorter than the window, so that their neighbours show: then the track moves by less, too. */
    measureLeaf() {
      const share = this.seen === 1 && this.items[0] ? this.lengthOf(this.items[0]) / this.lengthOf(this.piece('window')) : 1
      this.ratio = share > 0 && share < 1 ? share : 1
    }

    connectedCallback() {
      nextFrame(() => {
        this.shown = true
      })
      this.plan()
    }

    disconnectedCallback() {
      clearTimeout(this.timer)
      this.motion.stop()
    }

    /** @param {string} name */
    changed(name) {
      if (name === 'current') return this.turnByProgram()
      if (name === 'vertical') this.toggleAttribute('vertical', this.flag('vertical'))
      if (name === 'indicator-dots') this.toggleAttribute('dots', this.flag('indicator-dots'))
      if (name === 'indicator-color') this.piece('dots').style.setProperty('--dot', this.text(name))
      if (name === 'indicator-active-color') this.piece('dots').style.setProperty('--dot-on', this.text(name))
      if (name.endsWith('-margin') || name === 'vertical') this.setMargins()
      if (name === 'autoplay' || name === 'interval') this.plan()
      this.place(this.position)
    }

    setMargins() {
      const [before, after] = [this.number('previous-margin', 0), this.number('next-margin', 0)]
      this.piece('window').style.inset = this.axis === 'x' ? `0 ${after}px 0 ${before}px` : `${before}px 0 ${after}px 0`
    }

    /** The leaves have come or gone. */
    collect() {
      const leaves = Array.from(this.children).filter((child) => child.localName === 'wx-swiper-item')
      this.items = /** @type {SwiperItem[]} */ (leaves)
      const wanted = Math.min(Math.max(0, Math.trunc(this.number('current', this.current))), this.end)
      if (!this.motion.running) {
        this.current = wanted
        this.place(wanted)
      }
      this.drawDots()
      this.plan()
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
     * In a ring a leaf stands on whichever side is nearer to what is seen.
     * @param {number} at
     */
    standOf(at) {
      const count = this.items.length
      if (!this.circular) return at
      const middle = this.position + (this.seen - 1) / 2
      return at + Math.round((middle - at) / count) * count
    }

    /** The program set `current`. */
    turnByProgram() {
      const wanted = Math.trunc(this.number('current', 0))
      if (wanted === this.current || wanted < 0 || (this.items.length > 0 && wanted > this.end)) return
      if (this.shown && this.items.length > 0) this.turnTo(this.nearest(wanted), '')
      else {
        this.current = wanted
        this.place(wanted)
        this.drawDots()
      }
    }

    /**
     * The place of a leaf by the shortest way round.
     * @param {number} leaf
     */
    nearest(leaf) {
      const count = this.items.length
      return this.circular ? leaf + Math.round((this.position - leaf) / count) * count : leaf
    }

    /**
     * Moves to a place and says so.
     * @param {number} position in leaves
     * @param {Source} source
     */
    turnTo(position, source) {
      const count = Math.max(1, this.items.length)
      const leaf = ((position % count) + count) % count
      const changes = leaf !== this.current
      this.current = leaf
      if (changes) {
        this.setModel('current', leaf)
        this.emit('change', this.described(source))
      }
      this.drawDots()
      this.moveTo(position, source)
    }

    /**
     * @param {number} position
     * @param {Source} source
     */
    moveTo(position, source) {
      const start = this.position
      const ease = easing(this.text('easing-function', 'default'))
      const duration = position === start ? 0 : this.number('duration', 500)
      this.motion.run(
        duration,
        (part) => {
          this.place(start + (position - start) * ease(part))
          this.tellMove()
        },
        () => {
          this.place(this.current)
          this.emit('animationfinish', this.described(source))
          this.plan()
        },
      )
    }

    /** How far the track is from where it rests. */
    tellMove() {
      if (!this.page.heard.has('transition')) return
      const away = (this.position - this.nearest(this.current)) * this.leafLength
      this.emit('transition', this.axis === 'x' ? { dx: away, dy: 0 } : { dx: 0, dy: away })
    }

    /** @param {Source} source */
    described(source) {
      return { current: this.current, currentItemId: this.items[this.current]?.text?.('item-id') ?? '', source }
    }

    drawDots() {
      const count = this.items.length
      const dots = this.piece('dots')
      dots.part.toggle(`wx-swiper-dots-${this.axis === 'x' ? 'horizontal' : 'vertical'}`, true)
      while (dots.childElementCount > count) dots.lastElementChild?.remove()
      while (dots.childElementCount < count) dots.append(this.page.document.createElement('i'))
      for (const [at, dot] of Array.from(dots.children).entries()) {
        const on = (at - this.current + count) % count < this.seen
        dot.toggleAttribute('data-on', on)
        dot.setAttribute('part', on ? 'wx-swiper-dot wx-swiper-dot-active' : 'wx-swiper-dot')
      }
    }

    /** When the next leaf comes by itself. */
    plan() {
      clearTimeout(this.timer)
      if (!this.flag('autoplay') || this.items.length <= this.seen || !this.isConnected) return
      this.timer = window.setTimeout(() => this.turnByItself(), this.number('interval', 5000))
    }

    turnByItself() {
      const seen = this.page.sheet.dataset.state === 'shown' && !document.hidden
      if (!seen || this.motion.running) return this.plan()
      const next = this.circular ? Math.round(this.position) + 1 : this.current >= this.end ? 0 : this.current + 1
      this.turnTo(next, 'autoplay')
    }

    /**
     * Would a drag from `target` move this swiper, and nothing inside it?
     * @param {EventTarget | null} target
     * @param {number} distance
     */
    takes(target, distance) {
      const inner = dragTarget(this.page, target, this.axis, distance).scroller
      return !inner || !this.contains(inner) || inner.contains(this)
    }
  }
