// A page with two text fields, and what the view tells of them.

import { launched } from './program.js'

/** The number of the node under this tag. */
export const node = (program, tag) => program.did('createElement').find(([, , each]) => each === tag)[1]

/** An event of the view at a node. */
export const event = (program, id, name, detail = {}, more = {}) =>
  program.see({ type: 'event', id, name, detail, bubbles: true, composed: true, ...more })

const FORM =
  '<input bindfocus="on" bindblur="on" bindinput="typed" model:value="{{text}}"/><textarea wx:if="{{more}}"/>'
/** A program whose page has them; its data names both. */
export const form = (definition = {}) =>
  launched({ pages: { a: { data: { more: true, text: '' }, on() {}, ...definition }, b: {} }, templates: { a: FORM } })
