// <swiper>: leaves that follow the hand one by one, turn by themselves (autoplay), or go round in a ring (circular).

import { nextFrame } from '../view/next-frame.js'
import { easing } from './motion.js'
import { drawDots } from './swiper-dots.js'
import { SwiperDrag } from './swiper-drag.js'
import { followFocus } from './swiper-focus.js'
import { makeTrack } from './swiper-track.js'

/** @typedef {import('./swiper-track.js').SwiperItem} SwiperItem */
/** @typedef {'' | 'touch' | 'autoplay'} Source */

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Swiper extends makeTrack(Component) {
    timer = 0
    shown = false

    constructor() {
      super()
      this.piece('leaves').addEventListener('slotchange', () => this.collect())
      new SwiperDrag(this)
      followFocus(this)
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

    /** Counts the leaves anew, after some have come or gone. */
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

    /** Turns to the leaf that the program has set as `current`. */
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
     * Moves to a leaf and tells the program.
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

    /** @param {Source} source */
    described(source) {
      return { current: this.current, currentItemId: this.items[this.current]?.text?.('item-id') ?? '', source }
    }

    drawDots() {
      const { current, seen, axis, items } = this
      drawDots(this.piece('dots'), { count: items.length, current, seen, axis })
    }

    /** Plans when the next leaf comes by itself. */
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
  }
