// wx.onNeedPrivacyAuthorization(): the program itself asks the person to accept the contract. The host decides when,
// and whether an answer counts.

/**
 * @param {import('../channel.js').Channel} channel
 * @param {import('../events.js').Events} events
 */
export function privacyFunctions(channel, events) {
  const NEED = 'needPrivacyAuthorization'
  const resolve = (/** @type {unknown} */ answer) => {
    const { event, buttonId } = Object(answer)
    channel.call('privacyAnswer', { event: String(event ?? ''), buttonId: String(buttonId ?? '') }, () => {})
  }
  const set = (/** @type {unknown} */ listener) => {
    const on = typeof listener === 'function'
    events.off(NEED)
    if (on) events.on(NEED, (/** @type {object} */ detail) => listener(resolve, detail))
    channel.call('privacyListener', { on }, () => {})
  }
  return { onNeedPrivacyAuthorization: set, offNeedPrivacyAuthorization: () => set(undefined) }
}
