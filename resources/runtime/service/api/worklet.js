// wx.worklet belongs to the Skyline renderer. Pages made for it run here as ordinary pages: values are kept, and
// nothing moves.

const through = (/** @type {unknown} */ value) => value
const curve = () => ({ factory: () => through })
const easing = new Proxy({}, { get: (_target, name) => (name === 'bezier' ? curve : through) })

/** Routes that a program makes itself have no effect: its pages come and go like all others. */
export const router = { addRouteBuilder() {}, removeRouteBuilder() {}, getRouteContext() {} }

/** What stands under wx.worklet. */
export const worklet = {
  shared: (/** @type {unknown} */ value) => ({ value }),
  derived: (/** @type {() => unknown} */ compute) => ({
    get value() {
      return compute()
    },
  }),
  timing: through,
  spring: through,
  decay: () => 0,
  delay: (/** @type {unknown} */ _ms, /** @type {unknown} */ animation) => animation,
  repeat: through,
  sequence: (/** @type {unknown[]} */ ...animations) => animations.at(-1),
  cancelAnimation() {},
  runOnUI: through,
  runOnJS: through,
  Easing: easing,
  scrollViewContext: { scrollTo() {} },
}
