// Numbers as programs pass them. Anything may come; what is no number, or is out of range, is ignored as on the phone.

/**
 * Returns a number from `least` to `most`, given as a number or a text; null for anything else.
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 */
export function numberWithin(value, least, most) {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && number >= least && number <= most ? number : null
}

/**
 * Returns a number that is not infinite; null for anything else.
 * @param {unknown} value
 */
export const finiteNumber = (value) => numberWithin(value, -Number.MAX_VALUE, Number.MAX_VALUE)
