// What a script that drives the program does to a component by its own name for it (`Element.callFunction`).

import { tapElement } from './hand.js'

/** @typedef {(page: import('./frames.js').Page, component: any, args: any[]) => unknown} Deed */

/**
 * The functions that clients call, by the tag and their name.
 * @type {Record<string, Deed>}
 */
const DEEDS = {
  'input.input': (_page, field, args) => typeInto(field, args),
  'textarea.input': (_page, field, args) => typeInto(field, args),
  'switch.tap': (page, component) => tapElement(page, component),
  'slider.slideTo': (_page, slider, [value]) => slide(slider, Number(value)),
  'swiper.swipeTo': (_page, swiper, [leaf]) => swipe(swiper, Number(leaf)),
  'movable-view.moveTo': (_page, view, [x, y]) => drag(view, { x: Number(x), y: Number(y) }),
  'scroll-view.scrollTo': (_page, view, [left, top]) => view.scrollToPlace({ left, top, animated: false }),
  'scroll-view.scrollTop': (_page, view) => view.scrollPort.scrollTop,
  'scroll-view.scrollLeft': (_page, view) => view.scrollPort.scrollLeft,
  'scroll-view.scrollWidth': (_page, view) => view.scrollPort.scrollWidth,
  'scroll-view.scrollHeight': (_page, view) => view.scrollPort.scrollHeight,
}

/**
 * Does one of them and returns what it gives.
 * @param {import('./frames.js').Page} page
 * @param {import('./nodes.js').ProgramElement} element
 * @param {{name: string, args: unknown[]}} call
 * @throws {Error} if the component has no such function, or does not take it now
 */
export function doDeed(page, element, { name, args }) {
  const [tag] = name.split('.')
  if (!Object.hasOwn(DEEDS, name) || element.localName !== `wx-${tag}`) throw new Error(`${name} not exists`)
  return DEEDS[name](page, element, args)
}

/**
 * Types a text in place of what stands in a field, and leaves it.
 * @param {any} field
 * @param {unknown[]} args the text, and whether it is confirmed
 */
function typeInto(field, [text, confirms]) {
  if (field.flag('disabled')) throw new Error('the field is disabled')
  const { control } = field
  field.emit('focus', { value: control.value, height: 0 })
  control.value = field.cut(String(text ?? ''))
  field.onInput({ isComposing: false, data: control.value })
  if (confirms) field.emit('confirm', { value: control.value })
  field.emit('blur', { value: control.value, cursor: control.value.length })
}

/**
 * @param {any} slider
 * @param {number} value
 */
function slide(slider, value) {
  if (slider.flag('disabled')) return
  slider.move(value)
  slider.finish()
}

/**
 * @param {any} swiper
 * @param {number} leaf
 */
function swipe(swiper, leaf) {
  if (!(leaf >= 0 && leaf <= swiper.end)) throw new Error(`the swiper has no item ${leaf}`)
  swiper.turnTo(swiper.nearest(leaf), 'touch')
}

/**
 * Moves a movable-view as a hand does: not to where its direction does not lead.
 * @param {any} view
 * @param {import('../components/glide.js').Point} wanted
 */
function drag(view, wanted) {
  const { freedom, place } = view
  view.moveTo({ x: freedom.x ? wanted.x : place.x, y: freedom.y ? wanted.y : place.y }, 'touch')
}
