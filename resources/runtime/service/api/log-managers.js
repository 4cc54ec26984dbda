// wx.getLogManager() and wx.getRealtimeLogManager(). On the phone these logs go to WeChat; here they are lines of the
// console.

const LEVELS = /** @type {const} */ (['debug', 'info', 'log', 'warn', 'error'])

/** @param {import('../journal.js').Journal} journal */
export function logManagers(journal) {
  /** @param {string} name */
  const make = (name) => () => ({
    ...Object.fromEntries(
      LEVELS.map((level) => [
        level,
        (/** @type {unknown[]} */ ...values) => journal.write(level, [`[${name}]`, ...values]),
      ]),
    ),
    setFilterMsg() {},
    addFilterMsg() {},
    in() {
      return this
    },
    getCurrentState: () => ({ size: 0, maxSize: 1_048_576, logNumber: 0, maxLogNumber: 1000 }),
    tag: () => make(name)(),
  })
  return { getLogManager: make('log'), getRealtimeLogManager: make('realtime log') }
}
