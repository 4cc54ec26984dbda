// Mode time: hours and minutes between `start` and `end`, both included.

import { span, two } from './columns.js'

/** @typedef {import('./columns.js').Columns} Columns */

const DAY_START = 0
const DAY_END = 24 * 60 - 1

/**
 * Returns the minutes since midnight of "hh:mm".
 * @param {unknown} text
 * @returns {number | null}
 */
function minutesOf(text) {
  const found = /^(\d{1,2}):(\d{1,2})$/.exec(String(text ?? '').trim())
  if (!found) return null
  const minutes = Number(found[1]) * 60 + Number(found[2])
  return minutes <= DAY_END ? minutes : null
}

/**
 * Makes what the mode offers.
 * @param {unknown} value "hh:mm"; without one, now
 * @param {unknown} start
 * @param {unknown} end
 * @param {Date} now
 * @returns {Columns}
 */
export function time(value, start, end, now) {
  const first = minutesOf(start) ?? DAY_START
  const last = Math.max(first, minutesOf(end) ?? DAY_END)
  const hours = span(Math.floor(first / 60), Math.floor(last / 60))
  const hourAt = (/** @type {number} */ index) => hours[index] ?? Math.floor(first / 60)
  const minutesIn = (/** @type {number} */ hour) => span(Math.max(0, first - hour * 60), Math.min(59, last - hour * 60))
  return {
    start: () => {
      const wanted = minutesOf(value) ?? now.getHours() * 60 + now.getMinutes()
      const shown = Math.max(first, Math.min(last, wanted))
      const hour = Math.floor(shown / 60)
      return [hours.indexOf(hour), minutesIn(hour).indexOf(shown % 60)]
    },
    columns: ([index = 0]) => [hours.map(two), minutesIn(hourAt(index)).map(two)],
    detail: ([index = 0, place = 0]) => {
      const hour = hourAt(index)
      return { value: `${two(hour)}:${two(minutesIn(hour)[place] ?? 0)}` }
    },
  }
}
