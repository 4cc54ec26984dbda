// What stands for a character that would mean something else to the compiler.

/** @typedef {Record<string, string>} Escapes by character */

/** In a text between tags. */
export const IN_TEXT = /** @type {Escapes} */ ({ '<': '&lt;', '{': '&#123;' })
/** In the value of an attribute. */
export const IN_VALUE = /** @type {Escapes} */ ({ '"': '&quot;', '{': '&#123;' })

/**
 * Returns a text as the compiler takes it for what it is.
 * @param {string} text
 * @param {Escapes} escapes
 */
export const escape = (text, escapes) => text.replace(/["<{]/g, (character) => escapes[character] ?? character)
