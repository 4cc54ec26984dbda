// The pull that refreshes a scroll-view: its content follows the hand and shows what is behind, until the program is
// done.

const RESISTANCE = 0.5
const BACK = { duration: 250, easing: 'cubic-bezier(0.2, 0.8, 0.3, 1)' }
const THRESHOLD = 45

/** Pulls one scroll-view. */
export class Refresher {
  #view
  #distance = 0
  #busy = false

  /**
   * @param {import('./component.js').Component} view the scroll-view
   */
  constructor(view) {
    this.#view = view
  }

  /** Returns whether a pull may begin now. */
  get ready() {
    return this.#view.flag('refresher-enabled') && !this.#busy && this.#view.piece('port').scrollTop <= 0
  }

  /**
   * Takes over a property.
   * @param {string} name of the property that has changed
   */
  changed(name) {
    const area = this.#view.piece('refresher')
    area.dataset.style = this.#view.text('refresher-default-style', 'black')
    area.style.background = this.#view.text('refresher-background', '#FFF')
    if (name !== 'refresher-triggered') return
    if (this.#view.flag(name)) this.#refresh()
    else this.#restore()
  }

  /**
   * Moves the content to `distance` px below its place, where the hand is.
   * @param {number} distance
   */
  pull(distance) {
    this.#place(Math.max(0, distance) * RESISTANCE)
    this.#view.emit('refresherpulling', { dy: this.#distance, deltaY: this.#distance })
  }

  /** Ends the pull when the hand lets go: refreshes if it was long enough. */
  release() {
    if (this.#distance >= this.#threshold) return this.#refresh()
    this.#view.emit('refresherabort', { dy: this.#distance })
    this.#goTo(0)
  }

  get #threshold() {
    return this.#view.number('refresher-threshold', THRESHOLD)
  }

  #refresh() {
    if (this.#busy) return
    this.#busy = true
    this.#view.piece('refresher').toggleAttribute('data-busy', true)
    this.#goTo(this.#threshold)
    this.#view.emit('refresherrefresh', { dy: this.#threshold })
  }

  #restore() {
    if (!this.#busy) return
    this.#busy = false
    this.#view.piece('refresher').toggleAttribute('data-busy', false)
    this.#goTo(0)
    this.#view.emit('refresherrestore', { dy: 0 })
  }

  /** @param {number} distance */
  #place(distance) {
    this.#distance = distance
    this.#view.toggleAttribute('pulled', distance > 0)
    this.#view.piece('refresher').style.height = `${distance}px`
    this.#view.piece('port').style.transform = distance ? `translateY(${distance}px)` : ''
  }

  /** @param {number} distance */
  #goTo(distance) {
    const from = this.#distance
    this.#place(distance)
    const along = (/** @type {number} */ place) => ({ transform: `translateY(${place}px)` })
    this.#view.piece('port').animate([along(from), along(distance)], BACK)
    this.#view.piece('refresher').animate([{ height: `${from}px` }, { height: `${distance}px` }], BACK)
  }
}
