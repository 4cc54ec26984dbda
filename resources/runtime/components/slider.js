// <slider>: a number between two others, set by pointer or keys.

import { followPointer } from './follow.js'

const STYLE = `
:host { display: block; margin: 10px 18px; outline: none }
#row { display: flex; align-items: center; min-height: 28px }
#track { position: relative; flex: 1; height: 28px; cursor: pointer; touch-action: pan-y }
:host([disabled]) #track { cursor: default }
#rail { position: absolute; top: 50%; left: 0; right: 0; height: 2px; margin-top: -1px; border-radius: 1px; background: var(--mh-fg-3) }
#fill { height: 100%; border-radius: 1px; background: var(--mh-brand) }
#handle { position: absolute; top: 50%; width: 0; height: 0 }
#knob {
  position: absolute;
  width: 28px;
  height: 28px;
  border-radius: 50%;
  transform: translate(-50%, -50%);
  background: var(--mh-knob);
  box-shadow: 0 0 4px rgba(0, 0, 0, .2), 0 1px 2px rgba(0, 0, 0, .1);
}
:host(:focus-visible) #knob { outline: 2px solid var(--mh-link); outline-offset: 1px }
:host([disabled]) #rail, :host([disabled]) #knob { opacity: .5 }
#number { min-width: 24px; margin-left: .5em; text-align: center; font-size: 14px; color: var(--mh-fg-1) }
#number:empty { display: none }
`
const KEYS = /** @type {Record<string, number>} */ ({
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 10,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: -10,
  Home: -Infinity,
  End: Infinity,
})
const SMALLEST_KNOB = 12
const LARGEST_KNOB = 28

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Slider extends Component {
    static template = `<div id="row"><div id="track"><div id="rail"><div id="fill"></div></div>
      <div id="handle"><div id="knob"></div></div></div><span id="number"></span></div>`
    static style = STYLE
    static byKeys = true

    constructor() {
      super()
      this.piece('track').addEventListener('pointerdown', (event) => this.onPointerDown(event))
      this.addEventListener('keydown', (event) => this.onKey(event))
    }

    dragging = false

    get dragAxis() {
      return /** @type {const} */ ('x')
    }

    connectedCallback() {
      this.role ??= 'slider'
      this.tabIndex = this.flag('disabled') ? -1 : 0
      this.page.reach.came(this)
      this.draw()
    }

    get min() {
      return this.number('min', 0)
    }

    get max() {
      return Math.max(this.min, this.number('max', 100))
    }

    get step() {
      const step = this.number('step', 1)
      return step > 0 ? step : 1
    }

    /** Returns the number that is shown. */
    get value() {
      return Math.max(this.min, Math.min(this.max, this.number('value', this.min)))
    }

    /** @param {string} name */
    changed(name) {
      if (name === 'disabled') this.toggleAttribute('disabled', this.flag('disabled'))
      if (name === 'disabled') this.tabIndex = this.flag('disabled') ? -1 : 0
      if (!this.dragging || name !== 'value') this.draw()
    }

    draw() {
      const part = this.max > this.min ? (this.value - this.min) / (this.max - this.min) : 0
      this.piece('fill').style.width = this.piece('handle').style.left = `${part * 100}%`
      this.piece('number').textContent = this.flag('show-value') ? String(this.value) : ''
      this.ariaValueMin = String(this.min)
      this.ariaValueMax = String(this.max)
      this.ariaValueNow = String(this.value)
      this.ariaDisabled = String(this.flag('disabled'))
      this.paint()
    }

    paint() {
      const size = Math.max(SMALLEST_KNOB, Math.min(LARGEST_KNOB, this.number('block-size', LARGEST_KNOB)))
      const knob = this.piece('knob').style
      knob.width = knob.height = `${size}px`
      knob.background = this.text('block-color')
      this.piece('rail').style.background = this.text('background-color', this.text('color'))
      this.piece('fill').style.background = this.text('active-color', this.text('selected-color'))
    }

    /**
     * Returns the nearest number that the program allows.
     * @param {number} wanted
     */
    allowed(wanted) {
      const steps = Math.round((Math.max(this.min, Math.min(this.max, wanted)) - this.min) / this.step)
      const digits = (String(this.step).split('.')[1] ?? '').length
      return Math.min(this.max, Number((this.min + steps * this.step).toFixed(digits)))
    }

    /**
     * Moves to a number and returns whether it has changed.
     * @param {number} wanted
     * @returns {boolean}
     */
    move(wanted) {
      const value = this.allowed(wanted)
      if (value === this.value) return false
      this.setModel('value', value)
      this.draw()
      this.emit('changing', { value })
      return true
    }

    /** @param {PointerEvent} event */
    valueAt(event) {
      const { left, width } = this.piece('track').getBoundingClientRect()
      return this.min + ((event.clientX - left) / width) * (this.max - this.min)
    }

    /** @param {PointerEvent} event */
    onPointerDown(event) {
      if (this.flag('disabled') || event.button !== 0 || this.dragging) return
      this.dragging = true
      this.move(this.valueAt(event))
      const move = (/** @type {PointerEvent} */ later) => this.move(this.valueAt(later))
      followPointer(this.page.document, event, { move, end: () => this.finish() })
    }

    finish() {
      this.dragging = false
      this.emit('change', { value: this.value })
    }

    /** @param {KeyboardEvent} event */
    onKey(event) {
      const steps = KEYS[event.key]
      if (steps === undefined || this.flag('disabled')) return
      event.preventDefault()
      const wanted = Number.isFinite(steps) ? this.value + steps * this.step : steps > 0 ? this.max : this.min
      if (this.move(wanted)) this.emit('change', { value: this.value })
    }

    formValue() {
      return this.value
    }

    resetForm() {
      this.setModel('value', this.min)
      this.draw()
    }
  }
