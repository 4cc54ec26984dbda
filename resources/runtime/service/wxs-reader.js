// Reads WXS and writes it as JavaScript that means the same, without changing line numbers. It is a library of its own
// that is loaded when templates are compiled.

import { WxsParser } from './wxs-grammar.js'
import { Names, childrenOf, isFunction } from './wxs-names.js'

/** @typedef {import('./wxs-names.js').Node} Node */
/** @typedef {{message: string, line: number, column: number}} Problem counted from one */

/** The members that JavaScript has not, and the hook that returns the object that has them. */
const OWN_MEMBERS = new Map([
  ['constructor', 'hooks.kindOf'],
  ['toString', 'hooks.textOf'],
])

/**
 * What is wrong with a source that no recursive reader takes.
 * @type {Problem}
 */
const TOO_DEEP = { message: 'it is nested too deep', line: 1, column: 1 }

/**
 * Returns the code, or what is wrong with the source.
 * @param {string} source
 * @returns {{code: string, problem: Problem | null}}
 */
export function readWxs(source) {
  const parser = new WxsParser(source)
  try {
    const program = parser.parse()
    return { code: new Writer(program, source.slice(0, parser.codeEnd)).code(), problem: null }
  } catch (error) {
    if (error instanceof RangeError) return { code: '', problem: TOO_DEEP }
    const { message, loc } = /** @type {SyntaxError & {loc?: {line: number, column: number}}} */ (error)
    if (!loc) throw error
    return {
      code: '',
      problem: { message: message.replace(/ \(\d+:\d+\)$/, ''), line: loc.line, column: loc.column + 1 },
    }
  }
}

/** Collects what is to be replaced in the source, from the outside in. */
class Writer {
  /** @type {{start: number, end: number, text: string}[]} */ #edits = []
  #names
  #source

  /**
   * @param {Node} program
   * @param {string} source
   */
  constructor(program, source) {
    this.#source = source
    this.#names = new Names(program)
    this.#write(program, [program], program)
  }

  /** Returns the code. It ends with a line end, because the source may end with a comment. */
  code() {
    let at = 0
    let code = ''
    for (const { start, end, text } of this.#edits.sort(
      (one, other) => one.start - other.start || one.end - other.end,
    )) {
      code += this.#source.slice(at, start) + text
      at = end
    }
    return `${code}${this.#source.slice(at)}\n`
  }

  /**
   * @param {number} start
   * @param {number} end
   * @param {string} text
   */
  #replace(start, end, text) {
    this.#edits.push({ start, end, text })
  }

  /**
   * Collects what is to be replaced in a node.
   * @param {Node} node
   * @param {Node[]} around the functions that it stands in, the module first
   * @param {Node} parent
   */
  #write(node, around, parent) {
    if (node.type === 'Identifier') this.#name(node, around, parent)
    else if (node.type === 'Literal') this.#literal(node)
    else if (node.type === 'ThisExpression')
      this.#replace(node.start, node.end, around.length > 1 ? 'hooks.self(this)' : 'undefined')
    else if (node.type === 'MemberExpression') this.#member(node, parent)
    else if (node.directive) this.#replace(node.start, node.start, 'void ')
    const inner = isFunction(node) ? [...around, node] : around
    for (const child of childrenOf(node)) this.#write(child, inner, node)
  }

  /**
   * @param {Node} node
   * @param {Node[]} around
   * @param {Node} parent
   */
  #name(node, around, parent) {
    if (isMemberName(node, parent)) return
    const { start, end, name } = node
    const inJavaScript = this.#inJavaScript(name, parent.label === node || this.#names.isDeclared(name, around), parent)
    if (inJavaScript !== name) this.#replace(start, end, parent.shorthand ? `${name}: ${inJavaScript}` : inJavaScript)
  }

  /**
   * @param {string} name
   * @param {boolean} declared
   * @param {Node} parent
   */
  #inJavaScript(name, declared, parent) {
    if (declared) return this.#names.inJavaScript(name)
    return `hooks.${parent.operator === 'typeof' ? 'shared' : 'globals'}.${name}`
  }

  /**
   * Replaces a string whose escapes mean something else in JavaScript; it keeps its lines.
   * @param {Node} node
   */
  #literal({ start, end, value, raw }) {
    if (typeof value !== 'string' || !raw.includes('\\')) return
    this.#replace(start, end, JSON.stringify(value) + '\n'.repeat(raw.split('\n').length - 1))
  }

  /**
   * @param {Node} node
   * @param {Node} parent
   */
  #member(node, parent) {
    const { object, property, computed, start } = node
    const hook = OWN_MEMBERS.get(computed ? property.value : property.name)
    if (!hook || isChanged(node, parent)) return
    this.#replace(start, start, `${hook}(`)
    this.#replace(object.end, object.end, ')')
  }
}

/**
 * Returns whether a node is assigned, counted up or down, or deleted.
 * @param {Node} node
 * @param {Node} parent
 */
const isChanged = (node, { type, left, operator }) =>
  (type === 'AssignmentExpression' && left === node) || type === 'UpdateExpression' || operator === 'delete'

/**
 * Returns whether a node names a member of an object, as in `a.name` or `{name: 1}`.
 * @param {Node} node
 * @param {Node} parent
 */
const isMemberName = (node, { type, computed, property, key }) =>
  (type === 'MemberExpression' && !computed && property === node) || (type === 'Property' && key === node)
