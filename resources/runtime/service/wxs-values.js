// What WXS has of its own: its functions, what its values say of themselves, and the variables that nobody declared.

/** By type: what `constructor` of a value is. */
const KINDS = Object.fromEntries(
  ['Number', 'String', 'Boolean', 'Object', 'Function', 'Array', 'Date', 'RegExp'].map((name) => [
    name,
    { constructor: name },
  ]),
)
const FUNCTION_TEXT = { toString: () => '[function Function]' }

/** @param {unknown} value neither null nor undefined */
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
 * @param {unknown} value
 * @param {string} member whether it has one of its own, or can have none
 */
const speaksForItself = (value, member) =>
  value === undefined || value === null || Object.hasOwn(/** @type {object} */ (value), member)

/** What the code of a module calls: see wxs-reader.js. */
export function makeWxsValues() {
  /** @type {Record<string, unknown>} variables that nobody declared */
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
     * What has the `constructor` of a value.
     * @param {unknown} value
     */
    kindOf: (value) => (speaksForItself(value, 'constructor') ? value : KINDS[kindName(value)]),
    /**
     * What has the `toString` of a value.
     * @param {unknown} value
     */
    textOf: (value) => (typeof value === 'function' && !speaksForItself(value, 'toString') ? FUNCTION_TEXT : value),
    /**
     * `this` of a function; undefined if it was called without an object.
     * @param {unknown} value
     */
    self: (value) => (value === globalThis || value === globals ? undefined : value),
  }
}

/**
 * The library of WXS, by name, as it was before the program could change it.
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
