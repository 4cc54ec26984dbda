// Modes selector and multiSelector: the rows are the program's own.

import { within } from './columns.js'

/** @typedef {import('./columns.js').Columns} Columns */

/**
 * Returns what a row shows: the item, or its property `key`.
 * @param {unknown} item
 * @param {string} key
 */
function rowText(item, key) {
  const shown = key && typeof item === 'object' && item !== null ? Reflect.get(item, key) : item
  return shown === undefined || shown === null ? '' : String(shown)
}

/**
 * @param {unknown} range
 * @param {string} key
 */
function rows(range, key) {
  return Array.isArray(range) ? range.map((item) => rowText(item, key)) : []
}

/**
 * Makes what one column offers. The value of `change` is a string, as on the phone.
 * @param {unknown} range
 * @param {string} key
 * @param {unknown} value
 * @returns {Columns}
 */
export function selector(range, key, value) {
  const only = rows(range, key)
  return {
    start: () => [within(Number(value), only.length)],
    columns: () => [only],
    detail: ([index = 0]) => ({ value: String(index) }),
  }
}

/**
 * Makes what several columns offer. They do not depend on each other here: the program changes `range` on
 * `columnchange`.
 * @param {unknown} range
 * @param {string} key
 * @param {unknown} value
 * @returns {Columns}
 */
export function multiSelector(range, key, value) {
  const columns = Array.isArray(range) ? range.map((column) => rows(column, key)) : []
  const given = Array.isArray(value) ? value : []
  return {
    start: () => columns.map((column, place) => within(Number(given[place]), column.length)),
    columns: () => columns,
    detail: (choice) => ({ value: [...choice] }),
  }
}
