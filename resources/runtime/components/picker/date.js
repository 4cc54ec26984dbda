// Mode date: years, months and days between `start` and `end`, both included. `fields` says how many columns there
// are.

import { span, two } from './columns.js'

/** @typedef {import('./columns.js').Columns} Columns */
/** @typedef {[year: number, month: number, day: number]} Day */

const EARLIEST = /** @type {Day} */ ([1900, 1, 1])
const LATEST = /** @type {Day} */ ([2100, 12, 31])
const FIELDS = /** @type {Record<string, number>} */ ({ year: 1, month: 2, day: 3 })
const UNITS = { zh: ['年', '月', '日'], en: ['', '', ''] }

/**
 * Returns a day from "YYYY-MM-DD", "YYYY-MM" or "YYYY"; what is missing is taken from `rest`.
 * @param {unknown} text
 * @param {Day} rest
 * @returns {Day | null}
 */
function dayOf(text, rest) {
  const found = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/.exec(String(text ?? '').trim())
  if (!found) return null
  const month = found[2] ? Number(found[2]) : rest[1]
  return [Number(found[1]), month, found[3] ? Number(found[3]) : rest[2]]
}

/**
 * Compares two days: below zero if the first comes before the second, above zero if after it.
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 */
function order(a, b) {
  const place = a.findIndex((number, at) => number !== b[at])
  return place === -1 ? 0 : (a[place] ?? 0) - (b[place] ?? 0)
}

/**
 * @param {Day} day
 * @param {Day} first
 * @param {Day} last
 */
function between(day, first, last) {
  if (order(day, first) < 0) return first
  return order(day, last) > 0 ? last : day
}

/**
 * Returns how many days a month has.
 * @param {number} year
 * @param {number} month 1 to 12
 */
function daysIn(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The days that may be chosen, column by column. */
class Calendar {
  /**
   * @param {Day} first
   * @param {Day} last
   */
  constructor(first, last) {
    this.first = first
    this.last = last
    this.years = span(first[0], last[0])
  }

  /** @param {number} year */
  months(year) {
    const from = year === this.first[0] ? this.first[1] : 1
    return span(from, year === this.last[0] ? this.last[1] : 12)
  }

  /**
   * @param {number} year
   * @param {number} month
   */
  days(year, month) {
    const from = order([year, month], this.first.slice(0, 2)) === 0 ? this.first[2] : 1
    const atEnd = order([year, month], this.last.slice(0, 2)) === 0
    return span(from, Math.min(daysIn(year, month), atEnd ? this.last[2] : 31))
  }

  /**
   * Returns the numbers of each column for a choice.
   * @param {readonly number[]} choice
   */
  columns([yearAt = 0, monthAt = 0]) {
    const year = this.years[yearAt] ?? this.first[0]
    const months = this.months(year)
    return [this.years, months, this.days(year, months[Math.min(monthAt, months.length - 1)] ?? 1)]
  }

  /**
   * Returns the choice that means `day`.
   * @param {Day} day
   */
  choice([year, month, day]) {
    return [this.years.indexOf(year), this.months(year).indexOf(month), this.days(year, month).indexOf(day)]
  }
}

/**
 * Makes what the mode offers.
 * @param {unknown} value "YYYY-MM-DD"; without one, today
 * @param {{start: unknown, end: unknown, fields: unknown}} limits
 * @param {Date} now
 * @param {'zh' | 'en'} language
 * @returns {Columns}
 */
export function date(value, limits, now, language) {
  const first = dayOf(limits.start, EARLIEST) ?? EARLIEST
  const end = dayOf(limits.end, LATEST) ?? LATEST
  const calendar = new Calendar(first, order(end, first) < 0 ? first : end)
  const shown = FIELDS[String(limits.fields)] ?? 3
  const today = /** @type {Day} */ ([now.getFullYear(), now.getMonth() + 1, now.getDate()])
  return {
    start: () => calendar.choice(between(dayOf(value, today) ?? today, first, calendar.last)).slice(0, shown),
    columns: (choice) =>
      calendar
        .columns(choice)
        .slice(0, shown)
        .map((numbers, place) => numbers.map((number) => two(number) + (UNITS[language][place] ?? ''))),
    detail: (choice) => {
      const numbers = calendar.columns(choice).slice(0, shown)
      return { value: numbers.map((column, place) => two(column[choice[place] ?? 0] ?? 1)).join('-') }
    },
  }
}
