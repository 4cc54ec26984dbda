// <movable-area>: the area in which movable-views move.

/** @typedef {HTMLElement & {measure(): void, pinch?: (event: WheelEvent) => void}} Movable */

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class MovableArea extends Component {
    static template = '<slot></slot>'
    static style = ':host { display: block; position: relative; width: 10px; height: 10px }'

    constructor() {
      super()
      new this.page.window.ResizeObserver(() => this.measure()).observe(this)
      this.addEventListener('wheel', (event) => this.onWheel(event), { passive: false })
    }

    /** @returns {Movable[]} */
    views() {
      return /** @type {Movable[]} */ ([...this.querySelectorAll(':scope > wx-movable-view')])
    }

    measure() {
      for (const view of this.views()) view.measure()
    }

    /**
     * Scales what is in the area, with `scale-area`, by a pinch anywhere in it.
     * @param {WheelEvent} event
     */
    onWheel(event) {
      if (this.flag('scale-area') && event.target === this) for (const view of this.views()) view.pinch?.(event)
    }
  }
