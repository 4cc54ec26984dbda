// What the person reads in the phone's console: console.* of the program, its errors, and what the service has to say.
// Each line has the file and line of the program that it came from.

import { shownValue } from './shown-value.js'
import { callersPlace, placeOfError, programStack } from './trace.js'

/** @typedef {'debug' | 'log' | 'info' | 'warn' | 'error'} Level */
/** @typedef {[kind: string, ...rest: unknown[]]} Message */

/** The most characters of a line, and of one text in it. */
const LONGEST = 10_000

/** The most values of a line that are shown, and the most characters of all their texts. */
const MOST_VALUES = 1000
const LONGEST_VALUES = 150_000

/**
 * Describes a value as text: of objects and lists as much as is enough to be read, and never more than a line holds.
 * @param {unknown} value
 */
export const describe = (value) => describeWithin(value, [], { left: 300 }).slice(0, LONGEST)

/**
 * Describes a value; `inside` are the objects it lies in, `budget.left` the characters that are left.
 * @param {unknown} value
 * @param {unknown[]} inside
 * @param {{left: number}} budget
 * @returns {string}
 */
function describeWithin(value, inside, budget) {
  if (typeof value === 'string') return inside.length ? JSON.stringify(value.slice(0, LONGEST)) : value
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return String(value)
  if (inside.includes(value) || inside.length > 4 || budget.left-- < 0) return '…'
  try {
    return describeObject(value, [...inside, value], budget)
  } catch {
    return `[${typeof value}]` // it throws when it is read
  }
}

/**
 * Describes an object or array.
 * @param {object} value
 * @param {unknown[]} inside
 * @param {{left: number}} budget
 */
function describeObject(value, inside, budget) {
  if (typeof value === 'function') return `function ${value.name}()`
  if (value instanceof Error) return programStack(value.stack || `${value.name}: ${value.message}`)
  if (value instanceof Date || value instanceof RegExp) return String(value)
  const inner = (/** @type {unknown} */ item) => describeWithin(item, inside, budget)
  if (Array.isArray(value)) return `[${value.slice(0, 100).map(inner).join(', ')}]`
  const fields = Object.entries(value)
    .filter(([name]) => !name.startsWith('_$'))
    .slice(0, 100)
  return `{${fields.map(([name, item]) => `${name}: ${inner(item)}`).join(', ')}}`
}

/**
 * Returns the values of a line in a list; an empty list if the text says everything.
 * @param {unknown[]} values
 */
function shownValues(values) {
  if (!values.some((value) => typeof value === 'object' && value !== null)) return []
  const budget = { left: MOST_VALUES, characters: LONGEST_VALUES }
  return [values.slice(0, MOST_VALUES).map((value) => shownValue(value, budget))]
}

/** Writes lines to the console, and runs code of the program so that its errors become lines. */
export class Journal {
  #tell
  #tellNewestWhole
  /** @type {(error: unknown) => void} */ #onError = () => {}
  #telling = false
  /** Whether somebody looks at the values of lines. */ #showing = false
  /** @type {(level: Level, values: unknown[]) => void} */ #onLine = () => {}

  /**
   * @param {(kind: string, ...rest: unknown[]) => void} tell
   * @param {(whole: Message, short: Message) => void} [tellNewestWhole] as `Channel` has it
   */
  constructor(tell, tellNewestWhole = (whole) => tell(...whole)) {
    this.#tell = tell
    this.#tellNewestWhole = tellNewestWhole
  }

  /**
   * Sets who also hears of the program's errors (wx.onError).
   * @param {(error: unknown) => void} listener
   */
  onError(listener) {
    this.#onError = listener
  }

  /**
   * Sets who also hears of every line, with its values.
   * @param {(level: Level, values: unknown[]) => void} listener
   */
  onLine(listener) {
    this.#onLine = listener
  }

  /**
   * Sets whether lines have their values beside their text from now on.
   * @param {boolean} on
   */
  showValues(on) {
    this.#showing = on
  }

  /**
   * Writes a line.
   * @param {Level} level
   * @param {unknown[]} values
   * @param {import('./trace.js').Place | null} [place] without it, the line of the program that called
   */
  write(level, values, place = callersPlace()) {
    const text = values
      .map((value) => describe(value))
      .join(' ')
      .slice(0, LONGEST)
    const shown = this.#showing ? shownValues(values) : []
    /** @type {Message} */ const line = ['log', level, text, place?.file ?? null, place?.line ?? null]
    if (shown.length) this.#tellNewestWhole([...line, ...shown], line)
    else this.#tell(...line)
    this.#onLine(level, values)
  }

  /**
   * Writes what the phone itself has to say. The host knows its sentences, and says them in the person's language
   * (web/runtime_words.py).
   * @param {Level} level
   * @param {string} text
   * @param {import('./trace.js').Place | null} [place] without it, the line of the program that called
   */
  say(level, text, place = callersPlace()) {
    this.#tell('note', level, text.slice(0, LONGEST), place?.file ?? null, place?.line ?? null)
    this.#onLine(level, [text])
  }

  /**
   * Writes a line of another thread of the program.
   * @param {unknown[]} line
   */
  relay(line) {
    this.#tell('log', ...line)
  }

  /**
   * Reports an error that code of the program threw; the program goes on.
   * @param {unknown} error
   * @param {string} [where]
   */
  report(error, where) {
    this.write('error', where ? [`${where}:`, error] : [error], placeOfError(error))
    if (this.#telling) return // the listener itself failed
    this.#telling = true
    try {
      this.#onError(error)
    } finally {
      this.#telling = false
    }
  }

  /**
   * Runs code of the program; what it throws is reported, and undefined is returned.
   * @template T
   * @param {string} where
   * @param {() => T} run
   */
  guard(where, run) {
    try {
      return run()
    } catch (error) {
      this.report(error, where)
      return undefined
    }
  }
}

/**
 * Makes the `console` of the program.
 * @param {Journal} journal
 */
export function makeConsole(journal) {
  const nothing = () => {}
  /** @type {Record<string, (...values: unknown[]) => void>} */
  const made = { assert: (right, ...values) => right || journal.write('error', ['Assertion failed:', ...values]) }
  const levels = /** @type {Level[]} */ (['debug', 'log', 'info', 'warn', 'error'])
  for (const level of levels) made[level] = (...values) => journal.write(level, values)
  for (const name of ['dir', 'table', 'trace', 'group', 'groupCollapsed']) made[name] = made.log
  for (const name of ['groupEnd', 'time', 'timeEnd', 'timeLog', 'count', 'countReset', 'clear']) made[name] = nothing
  return made
}
