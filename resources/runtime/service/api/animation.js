// wx.createAnimation(): records steps, which the view plays when they are bound to an element's `animation`.

const TRANSFORMS = `matrix matrix3d rotate rotate3d rotateX rotateY rotateZ scale scale3d scaleX scaleY scaleZ skew skewX
skewY translate translate3d translateX translateY translateZ`.split(/\s+/)
const STYLES = ['opacity', 'backgroundColor', 'width', 'height', 'left', 'right', 'top', 'bottom']

/** @typedef {{type: string, args: unknown[]}} Move */
/** @typedef {{transformOrigin: string, transition: {duration: number, timingFunction: string, delay: number}}} StepOption */

class Animation {
  /** @type {{animates: Move[], option: StepOption}[]} */ #steps = []
  /** What was set since the last step; transforms add up over steps. @type {Map<string, Move>} */ #moves = new Map()
  #standard

  /** @param {any} options */
  constructor(options) {
    this.#standard = options
  }

  /** Ends a group of changes that happen together. @param {any} [options] */
  step(options) {
    const { duration = 400, timingFunction = 'linear', delay = 0, transformOrigin = '50% 50% 0' } = { ...this.#standard, ...options }
    this.#steps.push({
      animates: [...this.#moves.values()],
      option: { transformOrigin, transition: { duration, timingFunction, delay } },
    })
    return this
  }

  export() {
    const actions = this.#steps
    this.#steps = []
    return { actions }
  }

  /** @param {string} type @param {unknown[]} args */
  move(type, args) {
    this.#moves.set(type, { type, args })
    return this
  }

  /** @param {string} name @param {unknown} value */
  style(name, value) {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    this.#moves.set(name, { type: 'style', args: [property, value] })
    return this
  }
}

for (const name of TRANSFORMS) {
  define(name, /** @this {Animation} @param {unknown[]} args */ function (...args) { return this.move(name, args) })
}
for (const name of STYLES) {
  define(name, /** @this {Animation} @param {unknown} value */ function (value) { return this.style(name, value) })
}

/** @param {string} name @param {Function} value */
function define(name, value) {
  Object.defineProperty(Animation.prototype, name, { value, writable: true, configurable: true })
}

/** @param {unknown} options */
export const createAnimation = (options) => new Animation(Object(options))
