// Values of a program as the clients of the automator's protocol expect them in JSON.

/**
 * Returns any value as JSON: a function becomes its text, a value inside of itself a note, nothing becomes null.
 * @param {unknown} value
 * @returns {string}
 */
export function plainText(value) {
  /** @type {unknown[]} */ const around = []
  /**
   * @this {unknown}
   * @param {string} _key
   * @param {unknown} each
   */
  function replace(_key, each) {
    if (typeof each !== 'object' || each === null) return plainAtom(each)
    if (each instanceof RegExp) return `[RegExp ${each}]`
    while (around.length > 0 && around.at(-1) !== this) around.pop()
    if (around.includes(each)) return '[Circular ~]'
    around.push(each)
    return each
  }
  return JSON.stringify(value, replace)
}

/**
 * @param {unknown} value no object
 */
function plainAtom(value) {
  if (value === undefined) return null
  if (typeof value === 'function') return `[Function ${value}]`
  return typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : value
}
