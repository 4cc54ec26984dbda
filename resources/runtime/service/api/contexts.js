// The contexts that command a built-in component in the view: video, audio, map, scroll-view.

import { CODE } from '../../operations.js'

/** @typedef {import('../nodes.js').BackendNode} BackendNode */

/** The methods of VideoContext that the view's <video> has under the same name. */
const VIDEO = ['play', 'pause', 'stop', 'seek', 'playbackRate', 'requestFullScreen', 'exitFullScreen']
const VIDEO_WITHOUT_EFFECT = [
  'sendDanmu',
  'showStatusBar',
  'hideStatusBar',
  'exitPictureInPicture',
  'requestBackgroundPlayback',
  'exitBackgroundPlayback',
  'startCasting',
  'switchCasting',
  'reconnectCasting',
  'exitCasting',
]
const AUDIO = ['play', 'pause', 'seek', 'setSrc']

/**
 * @typedef {(find: () => BackendNode | null) => object} MakeContext of an element that is found when it is commanded
 */

/**
 * Makes the functions.
 * @param {() => any} front gives the instance of the page in front
 * @param {MakeContext} mapContext
 */
export function contextFunctions(front, mapContext) {
  /** @param {MakeContext} make */
  const named = (make) => (/** @type {string} */ id, /** @type {Owner | null | undefined} */ owner) =>
    make(() => nodeOf(owner?._$ ? owner : front(), id))
  return {
    createVideoContext: named(videoContext),
    createAudioContext: named(audioContext),
    createMapContext: named(mapContext),
  }
}

/**
 * Makes the function that gives SelectorQuery's context() of an element.
 * @param {MakeContext} mapContext
 * @param {(canvasId: string, owner: Owner | null | undefined) => object} createCanvasContext
 */
export function makeContextOf(mapContext, createCanvasContext) {
  return (/** @type {any} */ element, /** @type {Owner | null | undefined} */ owner) => {
    const node = () => element.getBackendElement()
    switch (element?.is) {
      case 'wx-video':
        return videoContext(node)
      case 'wx-audio':
        return audioContext(node)
      case 'wx-map':
        return mapContext(node)
      case 'wx-canvas':
        return createCanvasContext(element.getAttribute('canvas-id') || element.id, owner)
      case 'wx-scroll-view':
        return scrollViewContext(node())
      default:
        return null
    }
  }
}

/** @param {() => BackendNode | null} find */
const videoContext = (find) => ({ ...commands(find, VIDEO), ...silent(VIDEO_WITHOUT_EFFECT) })

/** @param {() => BackendNode | null} find */
function audioContext(find) {
  const made = commands(find, AUDIO)
  return { ...made, seekToStart: () => made.seek(0) }
}

/**
 * Makes what SelectorQuery's node() gives for a scroll-view.
 * @param {BackendNode} node
 */
export const scrollViewContext = (node) => ({
  scrollTo: (/** @type {Record<string, unknown>} */ { top, left, animated = true } = {}) =>
    command(node, 'scrollToPlace', [{ top, left, animated }]),
  scrollIntoView: (/** @type {string} */ selector, /** @type {Record<string, unknown>} */ options = {}) => {
    const child = /** @type {BackendNode | undefined} */ (
      node.__wxElement?.querySelector(selector)?.getBackendElement()
    )
    if (child) command(node, 'scrollToNode', [child.id, options])
  },
})

/**
 * @param {Owner | null | undefined} owner
 * @param {string} id
 * @returns {BackendNode | null}
 */
const nodeOf = (owner, id) => owner?._$?.getShadowRoot()?.getElementById(String(id))?.getBackendElement() ?? null

/**
 * @param {() => BackendNode | null} find
 * @param {string[]} names
 * @returns {Record<string, (...args: unknown[]) => void>}
 */
const commands = (find, names) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      (/** @type {unknown[]} */ ...args) => {
        const node = find()
        if (node) command(node, name, args)
      },
    ]),
  )

/** @param {string[]} names */
const silent = (names) => Object.fromEntries(names.map((name) => [name, () => {}]))

/**
 * @param {BackendNode} node
 * @param {string} method
 * @param {unknown[]} args
 */
const command = (node, method, args) => node.view.do(CODE.invoke, node.id, method, args)
