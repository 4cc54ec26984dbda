// wx.onX and wx.offX for every X that WeChat documents. Nobody fires some of these events, and then their listeners
// are never called.

/**
 * Makes the functions.
 * @param {Record<string, string>} names documented names and their kinds
 * @param {import('../events.js').Events} events
 * @returns {Record<string, (listener?: unknown) => void>}
 */
export function listenerFunctions(names, events) {
  /** @type {Record<string, (listener?: unknown) => void>} */ const functions = {}
  for (const [name, kind] of Object.entries(names)) {
    if (kind !== 'listener') continue
    const event = name.replace(/^(on|off)([A-Z])/, (_all, _prefix, letter) => letter.toLowerCase())
    functions[name] = name.startsWith('on')
      ? (listener) => events.on(event, listener)
      : (listener) => events.off(event, listener)
  }
  return functions
}
