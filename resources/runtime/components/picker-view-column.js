// <picker-view-column>: one wheel of a picker-view. Every child is a row as high as the indicator.

import { rpxToViewport } from '../view/attributes.js'
import { Wheel } from './wheel.js'

/**
 * @typedef {import('./component.js').Component & {wanted(column: object): number, started(): void,
 *   released(): void, stopped(): void}} PickerView
 */

const STYLE = `
:host { position: relative; display: block; flex: 1; height: 100%; overflow: hidden; cursor: grab; touch-action: none; outline: none }
:host(:active) { cursor: grabbing }
#track { position: absolute; top: var(--top, 0); left: 0; right: 0; will-change: transform }
#rows { position: absolute; inset: 0; overflow: hidden }
:host(:not([masked])) #rows {
  mask-image: linear-gradient(transparent, rgba(0, 0, 0, .5) calc(var(--top) - 2px), #000 var(--top),
    #000 calc(100% - var(--top)), rgba(0, 0, 0, .5) calc(100% - var(--top) + 2px), transparent);
}
::slotted(:not([slot])) { height: var(--row, 34px) !important; box-sizing: border-box; overflow: hidden }
::slotted([slot='mask']) { position: absolute; inset: 0; pointer-events: none; z-index: 1 }
::slotted([slot='indicator']) {
  position: absolute;
  top: 50%;
  left: 0;
  right: 0;
  height: 34px;
  transform: translateY(-50%);
  box-sizing: border-box;
  pointer-events: none;
  z-index: 2;
}
::slotted([slot='indicator'])::before, ::slotted([slot='indicator'])::after {
  content: '';
  position: absolute;
  left: 0;
  right: 0;
  height: 1px;
  background: var(--mh-fg-3);
  transform: scaleY(.5);
}
::slotted([slot='indicator'])::before { top: 0; transform-origin: top }
::slotted([slot='indicator'])::after { bottom: 0; transform-origin: bottom }
:host(:focus-visible) ::slotted([slot='indicator']) { outline: 2px solid var(--mh-link); outline-offset: -2px }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class PickerViewColumn extends Component {
    static template = `<div id="rows"><div id="track"><slot id="children"></slot></div></div>
      <slot name="mask"></slot><slot name="indicator"></slot>`
    static style = STYLE
    static byKeys = true

    constructor() {
      super()
      const view = /** @type {HTMLElement} */ (/** @type {unknown} */ (this))
      const frame = { view, track: this.piece('track'), rowHeight: () => this.rowHeight, rowCount: () => this.rowCount }
      this.wheel = new Wheel(frame, {
        started: () => this.around()?.started(),
        released: () => {
          this.say()
          this.around()?.released()
        },
        stopped: () => this.around()?.stopped(),
      })
      this.piece('children').addEventListener('slotchange', () => this.fill())
      new this.page.window.ResizeObserver(() => this.measure()).observe(view)
    }

    get dragAxis() {
      return /** @type {const} */ ('y')
    }

    connectedCallback() {
      if (this.drawn('indicator')) return
      this.tabIndex = 0
      this.role ??= 'spinbutton'
      this.page.reach.came(this)
      this.append(this.made('mask'), this.made('indicator'))
      this.dress()
    }

    /**
     * Makes a drawn part. It is in the light tree, where the rules of a program reach it as on the phone.
     * @param {'mask' | 'indicator'} name
     */
    made(name) {
      const part = this.page.document.createElement('div')
      part.slot = name
      return part
    }

    /**
     * @param {'mask' | 'indicator'} name
     * @returns {HTMLElement | null}
     */
    drawn(name) {
      return this.querySelector(`:scope > [slot=${name}]`)
    }

    /** @returns {PickerView | null} */
    around() {
      return this.closest('wx-picker-view')
    }

    /** Returns the number of rows, without the drawn parts. */
    get rowCount() {
      return /** @type {HTMLSlotElement} */ (this.piece('children')).assignedElements().length
    }

    get rowHeight() {
      return this.drawn('indicator')?.offsetHeight || 34
    }

    get index() {
      return this.wheel.index
    }

    /** @param {number} index */
    stand(index) {
      this.wheel.stand(index)
      this.say()
    }

    /** Says to a screen reader on which row it stands. */
    say() {
      const rows = /** @type {HTMLSlotElement} */ (this.piece('children')).assignedElements()
      this.ariaValueNow = String(this.index)
      this.ariaValueText = rows[this.index]?.textContent?.trim() ?? ''
    }

    /** Takes over the looks that the picker-view was given for its columns. */
    dress() {
      const view = this.around()
      if (!view) return
      for (const name of /** @type {const} */ (['mask', 'indicator'])) {
        const part = this.drawn(name)
        if (!part) continue
        part.className = `wx-picker__${name} ${view.text(`${name}-class`)}`
        part.style.cssText = rpxToViewport(view.text(`${name}-style`))
      }
      this.toggleAttribute('masked', view.text('mask-style') !== '' || view.text('mask-class') !== '')
      this.measure()
    }

    /** Counts the rows anew, after some have come or gone. */
    fill() {
      const view = this.around()
      this.measure()
      if (view) this.stand(view.wanted(this))
    }

    measure() {
      const height = this.rowHeight
      const { style } = this.piece('rows')
      style.setProperty('--row', `${height}px`)
      style.setProperty('--top', `${(this.clientHeight - height) / 2}px`)
      this.stand(this.index)
    }
  }
