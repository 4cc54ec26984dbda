// The sheet of a <picker> over the page: its columns, the rows that they stand on, and the button that takes them.

import { pointOf, sheetsOf, textOf } from './seeing.js'

/** @typedef {import('./seeing.js').Point} Point */
/** @typedef {{rows: string[], index: number, x: number, y: number}} Column */
/** @typedef {{columns: Column[], confirm: Point}} Picker */

/**
 * The picker that is open; null if none is.
 * @param {Document} page
 * @returns {Picker | null}
 */
export function pickerIn(page) {
  const root = sheetsOf(page).find((one) => one.getElementById('columns') && isOpen(one))
  const confirm = root?.getElementById('confirm')
  if (!root || !confirm) return null
  return { columns: [...root.querySelectorAll('.column')].map(columnOf), confirm: pointOf(confirm) }
}

/**
 * The rows that are taken by a press of what lies there; null if it takes none.
 * @param {Document} page
 * @param {Element} element
 */
export function pickedBy(page, element) {
  const takes = element.id === 'confirm' && element.getRootNode() !== page
  return takes ? (pickerIn(page)?.columns.map(({ rows, index }) => rows[index] ?? '') ?? null) : null
}

/**
 * Whether what lies there turns a column of a picker.
 * @param {Element} element
 */
export const turns = (element) =>
  element.getRootNode() !== element.ownerDocument && element.closest('#columns') !== null

/** @param {ShadowRoot} root */
const isOpen = (root) => /** @type {HTMLElement} */ (root.host).style.pointerEvents !== 'none'

/**
 * @param {Element} column
 * @returns {Column}
 */
function columnOf(column) {
  const track = /** @type {HTMLElement} */ (column.querySelector('.track'))
  const rows = [...track.children]
  const height = rows[0]?.getBoundingClientRect().height || 1
  const way = Number(/-?[\d.]+/.exec(track.style.transform)?.[0] ?? 0)
  return { rows: rows.map(textOf), index: Math.round(-way / height), ...pointOf(column) }
}
