// The motion that programs ask for: steps exported by wx.createAnimation(), and the key frames of this.animate().

import { numberWithin } from '../numbers.js'
import { vw } from './rpx.js'

/** @typedef {import('./nodes.js').ProgramElement} ProgramElement */
/** @typedef {{type: string, args: any[]}} Move */
/**
 * @typedef {{transformOrigin?: string, transition?: {duration?: number,
 *   timingFunction?: string, delay?: number}}} StepOptions
 */
/** @typedef {{animates: Move[], option: StepOptions}} Step */

/**
 * The styles that steps have set, by element, so that a new inline style does not undo them.
 * @type {WeakMap<ProgramElement, Record<string, string>>}
 */
const animated = new WeakMap()
/**
 * The run of steps that counts, by element: a later run ends an earlier one.
 * @type {WeakMap<ProgramElement, object>}
 */
const runs = new WeakMap()

/** The longest duration, in ms: a day. */
const LONGEST = 86_400_000

const LENGTHS = new Set(['width', 'height', 'left', 'right', 'top', 'bottom'])
const ANGLES = /^(?:rotate|skew)/
const SHIFTS = /^translate/

/**
 * @param {import('./nodes.js').Nodes} nodes
 * @param {import('./frames.js').Send} send
 */
export function animationOperations(nodes, send) {
  return {
    /**
     * @param {number} question
     * @param {number} id
     * @param {Record<string, unknown>[]} frames
     * @param {number} duration
     */
    animate(question, id, frames, duration) {
      const motion = nodes
        .element(id)
        .animate(frames.map(keyframe), { duration: numberWithin(duration, 0, LONGEST) ?? 0, fill: 'forwards' })
      const done = () => send({ type: 'answer', question, value: null })
      motion.finished.then(done, done)
    },
    /**
     * @param {number} id
     * @param {string[] | null} names
     */
    clearAnimation(id, names) {
      for (const motion of nodes.element(id).getAnimations()) {
        const effect = /** @type {KeyframeEffect} */ (motion.effect)
        const clears = !names || effect.getKeyframes().some((frame) => names.some((name) => name in frame))
        if (clears && !('transitionProperty' in motion)) motion.cancel()
      }
    },
  }
}

/**
 * Restores what the steps set after the inline style was replaced.
 * @param {ProgramElement} element
 */
export function keepAnimated(element) {
  const styles = animated.get(element)
  if (styles) Object.assign(element.style, styles)
}

/**
 * Plays steps on an element.
 * @param {ProgramElement} element
 * @param {unknown} exported what wx.createAnimation().export() returned
 */
export function playAnimation(element, exported) {
  const { actions = [] } = /** @type {{actions?: Step[]}} */ (exported ?? {})
  const run = {}
  runs.set(element, run)
  playFrom(element, actions, 0, run)
}

/**
 * @param {ProgramElement} element
 * @param {Step[]} steps
 * @param {number} at
 * @param {object} run
 */
function playFrom(element, steps, at, run) {
  if (at >= steps.length || runs.get(element) !== run) return
  const { duration = 400, delay = 0, timingFunction = 'linear' } = steps[at].option?.transition ?? {}
  void element.offsetWidth // the step before is in place: this one moves from there
  const styles = stylesOf(steps[at])
  const transition = `${
    Object.keys(styles)
      .filter((name) => name !== 'transformOrigin')
      .map(dashed)
      .join(', ') || 'none'
  }`
  Object.assign(styles, {
    transitionProperty: transition,
    transitionDuration: `${duration}ms`,
    transitionDelay: `${delay}ms`,
    transitionTimingFunction: timingFunction,
  })
  animated.set(element, { ...animated.get(element), ...styles })
  Object.assign(element.style, styles)
  setTimeout(() => playFrom(element, steps, at + 1, run), duration + delay)
}

/**
 * Returns the styles at the end of a step.
 * @param {Step} step
 * @returns {Record<string, string>}
 */
function stylesOf({ animates, option }) {
  /** @type {Record<string, string>} */
  const styles = {}
  const transforms = []
  for (const { type, args } of animates) {
    if (type === 'style') styles[camel(args[0])] = LENGTHS.has(args[0]) ? length(args[1]) : String(args[1])
    else transforms.push(`${type}(${args.map((value) => argument(type, value)).join(', ')})`)
  }
  if (transforms.length) styles.transform = transforms.join(' ')
  if (option?.transformOrigin) styles.transformOrigin = option.transformOrigin
  return styles
}

/**
 * @param {string} type
 * @param {unknown} value
 */
function argument(type, value) {
  if (SHIFTS.test(type)) return length(value)
  return ANGLES.test(type) && typeof value === 'number' ? `${value}deg` : String(value)
}

/**
 * Returns a CSS length.
 * @param {unknown} value a number counts as px
 */
function length(value) {
  if (typeof value === 'number' || /^-?[\d.]+$/.test(String(value))) return `${value}px`
  return String(value).replace(/(-?[\d.]+)rpx/g, (_, number) => vw(Number(number)))
}

/**
 * Returns a key frame of this.animate() as CSS: `rotate: 45` and `translate: [10, 0]` become a transform.
 * @param {Record<string, unknown>} frame
 */
function keyframe(frame) {
  const { ease, ...rest } = Object(frame)
  /** @type {Record<string, any>} */
  const result = { easing: CSS.supports('transition-timing-function', ease) ? ease : 'linear' }
  const transforms = []
  for (const [name, value] of Object.entries(rest)) {
    if (name === 'offset') result.offset = numberWithin(value, 0, 1)
    else if (/^(?:rotate|scale|skew|translate|matrix)(?:3d|[XYZ])?$/.test(name))
      transforms.push(transformOf(name, value))
    else if (isStyle(name, value))
      result[name === 'float' ? 'cssFloat' : camel(name)] = LENGTHS.has(name) ? length(value) : value
  }
  const moves = transforms.filter((each) => isStyle('transform', each))
  if (moves.length) result.transform = moves.join(' ')
  return result
}

/**
 * Returns whether the engine takes a style; any other changes nothing.
 * @param {string} name
 * @param {unknown} value
 */
const isStyle = (name, value) => CSS.supports(dashed(name), LENGTHS.has(name) ? length(value) : String(value))

/**
 * @param {string} name
 * @param {unknown} value
 */
function transformOf(name, value) {
  const values = Array.isArray(value) ? value : [value]
  return `${name}(${values.map((part, at) => (name === 'rotate3d' && at < 3 ? part : argument(name, part))).join(', ')})`
}

/** @param {string} name */
function camel(name) {
  return name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase())
}

/** @param {string} name */
function dashed(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
