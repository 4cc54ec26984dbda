// A value of the program as JSON for the inspector, as much of it as a person reads. Plain values stand for
// themselves. {o: [[key, value]…]} is an object and {a: […]} a list, both with `more`, the number of entries left out;
// {t, length} is the beginning of a long text; {x} describes in words what JSON has no value for.

/** @typedef {{left: number, characters: number}} Budget how many values, and characters of texts, may still be shown */

const MOST_ENTRIES = 1000
const LONGEST_TEXT = 10_000
const LONGEST_WORDS = 1000
const DEEPEST = 30

/**
 * Returns the value for the inspector.
 * @param {unknown} value
 * @param {Budget} budget
 * @param {unknown[]} inside the objects that the value lies in
 * @returns {unknown}
 */
export function shownValue(value, budget, inside = []) {
  budget.left--
  if (typeof value !== 'object' || value === null) return shownPrimitive(value, budget)
  if (inside.includes(value)) return { x: '[circular]' }
  if (inside.length >= DEEPEST || budget.left <= 0) return { x: '…' }
  try {
    return shownObject(value, budget, [...inside, value])
  } catch {
    return { x: '[unreadable]' } // it throws when it is read
  }
}

/**
 * @param {unknown} value
 * @param {Budget} budget
 */
function shownPrimitive(value, budget) {
  if (typeof value === 'string') return shownText(value, budget)
  if (typeof value === 'function') return words(`function ${value.name}`)
  return value === null || typeof value === 'boolean' || Number.isFinite(value) ? value : words(String(value))
}

/** @param {string} text */
const words = (text) => ({ x: text.slice(0, LONGEST_WORDS) })

/**
 * @param {string} text
 * @param {Budget} budget
 */
function shownText(text, budget) {
  const shown = text.slice(0, Math.min(LONGEST_TEXT, Math.max(0, budget.characters)))
  budget.characters -= shown.length
  return shown.length === text.length ? text : { t: shown, length: text.length }
}

/**
 * @param {object} value
 * @param {Budget} budget
 * @param {unknown[]} inside
 */
function shownObject(value, budget, inside) {
  const shown = (/** @type {unknown} */ item) => shownValue(item, budget, inside)
  if (value instanceof Date || value instanceof RegExp || value instanceof Error) return words(String(value))
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return { x: `${nameOf(value)}(${value.byteLength})` }
  if (Array.isArray(value)) return cut('a', value, budget, shown)
  return cut('o', Object.keys(value), budget, (key) => {
    const named = key.length <= LONGEST_TEXT ? key : `${key.slice(0, LONGEST_TEXT)}…`
    budget.characters -= named.length
    return [named, shown(/** @type {any} */ (value)[key])]
  })
}

/**
 * @template T
 * @param {'a' | 'o'} kind
 * @param {T[]} entries
 * @param {Budget} budget
 * @param {(entry: T) => unknown} shown
 */
function cut(kind, entries, budget, shown) {
  /** @type {unknown[]} */ const kept = []
  for (const entry of entries) {
    if (kept.length >= MOST_ENTRIES || budget.left <= 0 || budget.characters <= 0) break
    kept.push(shown(entry))
  }
  const more = entries.length - kept.length
  return more ? { [kind]: kept, more } : { [kind]: kept }
}

/** @param {object} value */
const nameOf = (value) => value.constructor?.name ?? 'Object'
