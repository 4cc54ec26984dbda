// What each mode of <picker> offers: which columns there are for a choice, and which value the choice has.

/**
 * What one mode offers. `choice` has one index for each column.
 * @typedef {object} Columns
 * @property {() => number[]} start the choice that shows when the sheet opens
 * @property {(choice: readonly number[]) => string[][]} columns what can be read in each column, given the choice
 * @property {(choice: readonly number[]) => Record<string, unknown>} detail of the `change` event
 * @property {boolean} [fresh] a column whose row is not there any more starts from its top, not near where it was
 */

/**
 * Returns `index`, held within a column of `length` rows.
 * @param {number} index
 * @param {number} length
 */
export function within(index, length) {
  return Math.max(0, Math.min(length - 1, Number.isFinite(index) ? Math.round(index) : 0))
}

/**
 * Returns the choice with every index held within its column.
 * @param {Columns} model
 * @param {readonly number[]} choice
 */
export function settled(model, choice) {
  let settledChoice = [...choice]
  for (let pass = 0; pass <= choice.length; pass += 1) {
    const columns = model.columns(settledChoice)
    settledChoice = columns.map((rows, place) => within(settledChoice[place] ?? 0, rows.length))
  }
  return settledChoice
}

/**
 * Returns the choice after one column was turned. The columns after it keep what they show, if they still offer it.
 * @param {Columns} model
 * @param {readonly number[]} choice
 * @param {number} turned
 * @param {number} row
 */
export function turnedTo(model, choice, turned, row) {
  const read = model.columns(choice).map((rows, place) => rows[choice[place] ?? 0] ?? '')
  const next = choice.with(turned, row)
  for (let place = turned + 1; place < next.length; place += 1) {
    const rows = model.columns(next)[place] ?? []
    const same = rows.indexOf(read[place] ?? '')
    next[place] = same === -1 ? within(model.fresh ? 0 : (choice[place] ?? 0), rows.length) : same
  }
  return next
}

/**
 * Returns the whole numbers from first to last.
 * @param {number} first
 * @param {number} last
 */
export function span(first, last) {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step)
}

/**
 * Returns a number with at least two digits.
 * @param {number} number
 */
export function two(number) {
  return String(number).padStart(2, '0')
}
