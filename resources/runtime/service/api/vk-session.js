// wx.createVKSession(): starting a session asks for the camera, and then fails because the phone cannot see anything.

const REFUSED = 2003002
const CANCELED = 104
const NOT_THIS_DEVICE = 2000004

/**
 * @param {import('../channel.js').Channel} channel
 * @param {import('./absent.js').Absent} absent
 * @param {import('../journal.js').Journal} journal
 */
export function sessionFunctions(channel, absent, journal) {
  const start = (/** @type {unknown} */ onStatus) => {
    absent.tell('createVKSession')
    channel.call('VKSession.start', {}, (result) => {
      if (typeof onStatus === 'function') journal.guard('VKSession.start', () => onStatus(statusOf(result)))
    })
  }
  const inert = absent.inert('VKSession')
  const createVKSession = () => new Proxy(inert, { get: (_target, key) => (key === 'start' ? start : inert[key]) })
  return { createVKSession }
}

/** @param {import('../channel.js').Result} result */
function statusOf({ errno }) {
  if (errno === 103) return REFUSED
  return errno === 104 ? CANCELED : NOT_THIS_DEVICE
}
