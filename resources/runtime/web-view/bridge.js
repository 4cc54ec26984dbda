// What a page of the web finds in a mini program's <web-view> before its own scripts run: what WeChat's JS-SDK
// (jweixin) talks to. It runs in the page's own world, so the page may do with it what it likes. It can only send
// texts, and the host checks them.

const NAVIGATION = ['navigateTo', 'navigateBack', 'switchTab', 'reLaunch', 'redirectTo']
const MESSAGE = 'postMessage'

/** @typedef {(result: object) => void} Hear */

/**
 * Answers jweixin, which asks `invokeMiniProgramAPI` with a name and its arguments; it knows no other name.
 * @param {string} name
 * @param {any} args
 * @param {Hear} [hear]
 */
function invoke(name, args, hear) {
  const known = name === 'invokeMiniProgramAPI' && [...NAVIGATION, MESSAGE].includes(args?.name)
  if (known) document.dispatchEvent(new CustomEvent('weixin', { detail: JSON.stringify([args.name, args.arg ?? {}]) }))
  // jweixin reads this answer to `config` as ready, and to anything else as a failure.
  setTimeout(() => hear?.(known ? { errMsg: `${name}:ok` } : { err_msg: 'system:function_not_exist' }))
}

/** Ignores listeners: the phone's own events reach no page here. */
function on() {}

const globals = /** @type {any} */ (window)
globals.__wxjs_environment = 'miniprogram'
globals.WeixinJSBridge = { invoke, on, call: (/** @type {string} */ name) => invoke(name, {}) }
document.addEventListener('DOMContentLoaded', () => document.dispatchEvent(new Event('WeixinJSBridgeReady')))

export {}
