// Which names a WXS module declares, and where. A name that it does not declare is global to WXS alone, never to
// JavaScript.

/**
 * The names that WXS has without a declaration. Any other undeclared name is a global variable of the program's WXS.
 */
export const BUILT_IN = [
  'console',
  'Math',
  'JSON',
  'Number',
  'Date',
  'parseInt',
  'parseFloat',
  'isNaN',
  'isFinite',
  'decodeURI',
  'decodeURIComponent',
  'encodeURI',
  'encodeURIComponent',
  'getDate',
  'getRegExp',
]
const OF_A_MODULE = ['require', 'module', 'exports', 'undefined', 'NaN', 'Infinity', ...BUILT_IN]

/** The plain names of WXS that are words of JavaScript or, like `hooks`, of compiled templates. */
const RENAMED = new Set(
  `await catch class const debugger enum eval export extends finally hooks implements import in instanceof interface let new
  package private protected public static super throw try with yield`.split(/\s+/),
)

/** @typedef {{type: string, start: number, end: number, [field: string]: any}} Node as acorn makes them */

/**
 * Returns the nodes directly in a node.
 * @param {Node} node
 * @returns {Node[]}
 */
export const childrenOf = (node) =>
  Object.values(node)
    .flat()
    .filter((value) => value !== null && typeof value === 'object' && typeof value.type === 'string')

/** @param {Node} node */
export const isFunction = ({ type }) => type === 'FunctionDeclaration' || type === 'FunctionExpression'

/** The names of one WXS module. */
export class Names {
  /** @type {Map<Node, Set<string>>} by function, and by the module */ #declared = new Map()
  /** @type {Set<string>} */ #all = new Set()
  /** @type {Map<string, string>} */ #aliases = new Map()

  /** @param {Node} program */
  constructor(program) {
    const names = new Set(OF_A_MODULE)
    this.#declared.set(program, names)
    for (const child of childrenOf(program)) this.#collect(child, names)
  }

  /**
   * Returns whether a name is declared where it stands.
   * @param {string} name
   * @param {Node[]} scopes the functions around it, the module first
   */
  isDeclared(name, scopes) {
    return scopes.some((scope) => this.#declared.get(scope)?.has(name))
  }

  /**
   * Returns what the name is called in JavaScript.
   * @param {string} name
   */
  inJavaScript(name) {
    if (!RENAMED.has(name)) return name
    const known = this.#aliases.get(name)
    if (known) return known
    let alias = `${name}_`
    while (this.#all.has(alias)) alias += '_'
    this.#aliases.set(name, alias)
    return alias
  }

  /**
   * Collects the names that a node declares.
   * @param {Node} node
   * @param {Set<string>} names of the function around it
   */
  #collect(node, names) {
    if (node.type === 'Identifier') this.#all.add(node.name)
    if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration') names.add(node.id.name)
    const inner = isFunction(node) ? this.#open(node) : names
    for (const child of childrenOf(node)) this.#collect(child, inner)
  }

  /**
   * Collects the parameters and declarations of a function.
   * @param {Node} node a function
   */
  #open(node) {
    const names = new Set(['arguments', ...node.params.map((/** @type {Node} */ each) => (each.left ?? each).name)])
    if (node.id) names.add(node.id.name)
    this.#declared.set(node, names)
    return names
  }
}
