// wx.createAnimation(): records steps, which the view plays when they are bound to the `animation` of an element.

const TRANSFORMS =
  `matrix matrix3d rotate rotate3d rotateX rotateY rotateZ scale scale3d scaleX scaleY scaleZ skew skewX
skewY translate translate3d translateX translateY translateZ`.split(/\s+/)
const STYLES = ['opacity', 'backgroundColor', 'width', 'height', 'left', 'right', 'top', 'bottom']

/** @typedef {{type: string, args: unknown[]}} Move */
/**
 * @typedef {{transformOrigin: string, transition: {duration: number,
 *   timingFunction: string, delay: number}}} StepOption
 */

/**
 * An animation. It has the fields of the phone's own, because programs read and change `option.transition` between
 * steps.
 */
class Animation {
  /**
   * The steps that have not been exported yet.
   * @type {{animates: Move[], option: StepOption}[]}
   */
  actions = []
  /**
   * The transforms since the first step, by function: changes add up over steps.
   * @type {Record<string, Move>}
   */
  currentTransform = {}
  /**
   * The changes since the last step.
   * @type {Move[]}
   */
  currentStepAnimates = []

  /** @param {any} options */
  constructor({ duration = 400, timingFunction = 'linear', delay = 0, transformOrigin = '50% 50% 0' }) {
    /** @type {StepOption} */ this.option = { transition: { duration, timingFunction, delay }, transformOrigin }
  }

  /**
   * Ends a group of changes that happen together.
   * @param {Record<string, unknown>} [options]
   */
  step(options) {
    const { transition, transformOrigin: origin } = this.option
    const { transformOrigin = origin, ...own } = Object(options)
    for (const move of this.currentStepAnimates) this.currentTransform[nameOf(move)] = move
    this.actions.push({
      animates: Object.values(this.currentTransform),
      option: {
        transformOrigin,
        transition: { ...transition, ...given(own, ['duration', 'timingFunction', 'delay']) },
      },
    })
    this.currentStepAnimates = []
    return this
  }

  export() {
    const { actions } = this
    this.actions = []
    return { actions }
  }

  /**
   * @param {string} type
   * @param {unknown[]} args
   */
  move(type, args) {
    this.currentStepAnimates.push({ type, args })
    return this
  }

  /**
   * @param {string} name
   * @param {unknown} value
   */
  style(name, value) {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    return this.move('style', [property, value])
  }
}

/**
 * Returns the key of a change: a later change with the same key replaces it.
 * @param {Move} move
 */
const nameOf = ({ type, args }) => (type === 'style' ? `style.${args[0]}` : type)

/**
 * @param {Record<string, unknown>} options
 * @param {string[]} names
 */
const given = (options, names) =>
  Object.fromEntries(names.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]))

for (const name of TRANSFORMS) define(name, (animation, args) => animation.move(name, args))
for (const name of STYLES) define(name, (animation, [value]) => animation.style(name, value))

/**
 * @param {string} name
 * @param {(animation: Animation, args: unknown[]) => unknown} act
 */
function define(name, act) {
  /**
   * @this {Animation}
   * @param {unknown[]} args
   */
  function value(...args) {
    return act(this, args)
  }
  Object.defineProperty(Animation.prototype, name, { value, writable: true, configurable: true })
}

/** @param {unknown} options */
export const createAnimation = (options) => new Animation(Object(options))
