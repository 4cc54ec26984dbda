// What only WXS has: its functions, the `constructor` and `toString` of its values, and the variables that nobody
// declared.

/** What `constructor` of a value is, by type. */
const KINDS = Object.fromEntries(
  ['Number', 'String', 'Boolean', 'Object', 'Function', 'Array', 'Date', 'RegExp'].map((name) => [
    name,
    { constructor: name },
  ]),
)
const FUNCTION_TEXT = { toString: () => '[function Function]' }

/**
 * Returns the type of a value as WXS names it.
 * @param {unknown} value neither null nor undefined
 */
function kindName(value) {
  if (Array.isArray(value)) return 'Array'
  if (value instanceof Date) return 'Date'
  if (value instanceof RegExp) return 'RegExp'
  const type = typeof value
  return type === 'number' || type === 'string' || type === 'boolean' || type === 'function'
    ? capitalised(type)
    : 'Object'
}

/** @param {string} word */
const capitalised = (word) => word[0].toUpperCase() + word.slice(1)

/**
 * Returns whether a value has this member of its own, or can have none.
 * @param {unknown} value
 * @param {string} member its name
 */
const speaksForItself = (value, member) =>
  value === undefined || value === null || Object.hasOwn(/** @type {object} */ (value), member)

/** Makes the hooks that the code of a module calls: see wxs-reader.js. */
export function makeWxsValues() {
  /**
   * The variables that nobody declared.
   * @type {Record<string, unknown>}
   */
  const shared = Object.create(null)
  const globals = new Proxy(shared, {
    get(known, name) {
      if (name in known) return known[String(name)]
      throw new ReferenceError(`${String(name)} is not defined`)
    },
  })
  return {
    shared,
    globals,
    /**
     * Returns the object whose `constructor` a value has.
     * @param {unknown} value
     */
    kindOf: (value) => (speaksForItself(value, 'constructor') ? value : KINDS[kindName(value)]),
    /**
     * Returns the object whose `toString` a value has.
     * @param {unknown} value
     */
    textOf: (value) => (typeof value === 'function' && !speaksForItself(value, 'toString') ? FUNCTION_TEXT : value),
    /**
     * Returns `this` of a function; undefined if it was called without an object.
     * @param {unknown} value
     */
    self: (value) => (value === globalThis || value === globals ? undefined : value),
  }
}

/**
 * Makes the library of WXS by name, with functions taken before the program could change them.
 * @param {import('./journal.js').Journal} journal
 */
export function makeWxsLibrary(journal) {
  const { parse, stringify } = JSON
  return {
    console: { log: (/** @type {unknown[]} */ ...values) => journal.write('log', values) },
    Math,
    Number,
    Date,
    parseInt,
    parseFloat,
    isNaN,
    isFinite,
    decodeURI,
    decodeURIComponent,
    encodeURI,
    encodeURIComponent,
    JSON: { stringify, parse: (/** @type {any} */ text) => (text === undefined ? undefined : parse(text)) },
    getDate: (/** @type {unknown[]} */ ...args) => new Date(.../** @type {[]} */ (args)),
    getRegExp: (/** @type {any} */ pattern, /** @type {string} */ flags) => new RegExp(pattern, flags),
  }
}
