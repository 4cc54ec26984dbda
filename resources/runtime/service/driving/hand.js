// What a script does to elements, over the automator's protocol: taps and touches, events, functions of components.

import { triggerEvent } from 'glass-easel'
import { listOf } from './app.js'
import { askView } from './finding.js'
import { nodeOf } from './tree.js'

/** @typedef {import('./driving.js').Methods} Methods */
/** @typedef {import('./driving.js').Params} Params */
/** @typedef {import('./tree.js').Found} Found */

const TOUCHES = ['touchstart', 'touchmove', 'touchend', 'touchcancel']

/**
 * @param {import('../view.js').View} view
 * @param {(params: Params) => Found} of
 * @param {(element: Found) => any} contextOf gives what `wx.createVideoContext` and its like give for an element
 * @returns {Methods}
 */
export function handMethods(view, of, contextOf) {
  const ask = (/** @type {Params} */ params, /** @type {string} */ what, /** @type {object} */ detail) =>
    askView(view, nodeOf(of(params)).id, what, detail)
  const touch = (/** @type {Params} */ params, /** @type {string} */ name, /** @type {any} */ given) => {
    const { touches, changedTouches, changeTouches } = given
    return ask(params, 'touch', { name, touches, changedTouches, changeTouches }).then(() => ({}))
  }
  return {
    ...Object.fromEntries(TOUCHES.map((name) => [`Element.${name}`, (params) => touch(params, name, params)])),
    'Element.tap': (params) => ask(params, 'tap', {}).then(() => ({})),
    'Element.triggerEvent': (params) => trigger(of(params), String(params.type), params.detail),
    'Element.dispatchEvent': (params) => {
      const name = String(params.eventName)
      const given = { ...params, ...Object(params.eventData) }
      if (name === 'tap') return ask(params, 'tap', {}).then(() => ({}))
      if (TOUCHES.includes(name)) return touch(params, name, given)
      if (name === 'scroll' && given.scrollDetail) return scroll(ask, params, given.scrollDetail)
      return trigger(of(params), name, given.detail)
    },
    'Element.callFunction': async (params) => ({
      result: await ask(params, 'call', { name: String(params.functionName), args: listOf(params.args) }),
    }),
    'Element.callContextMethod': (params) => ({ result: command(contextOf(of(params)), params) }),
  }
}

/**
 * @param {(params: Params, what: string, detail: object) => Promise<unknown>} ask
 * @param {Params} params
 * @param {{scrollTop?: number, scrollLeft?: number}} detail
 */
async function scroll(ask, params, { scrollTop, scrollLeft }) {
  await ask(params, 'call', { name: 'scroll-view.scrollTo', args: [scrollLeft, scrollTop] })
}

/**
 * @param {Found} element
 * @param {string} name
 * @param {unknown} detail
 */
function trigger(element, name, detail) {
  triggerEvent(element, name, detail ?? {}, { bubbles: true, composed: true, capturePhase: true })
}

/**
 * @param {any} context
 * @param {Params} params
 * @throws {Error} if the context has no such method
 */
function command(context, { method, args }) {
  if (typeof context?.[method] !== 'function') throw new Error(`${method} not exists`)
  return context[method](...listOf(args))
}
