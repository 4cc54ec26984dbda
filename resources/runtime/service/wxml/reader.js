// Reads a WXML file into nodes. It reports what it cannot take, with the place, and leaves it out; it never throws.

import { isName, normalisedName } from './attribute-names.js'
import { addModule, addReference, addTemplate } from './declarations.js'
import { tell } from './findings.js'
import { Lines } from './lines.js'
import { readParts } from './parts.js'
import { matchAt } from './tokens.js'

/**
 * @typedef {import('./parts.js').Part} Part
 * @typedef {{name: string, start: number, parts: Part[] | null}} Attribute `parts` is null if it has no value
 * @typedef {{kind: 'text', start: number, parts: Part[]}} Text
 * @typedef {{kind: 'element', name: string, start: number, end: number, attributes: Map<string, Attribute>,
 *   children: Node[]}} Element
 *   `end` is behind its opening tag
 * @typedef {Text | Element} Node
 * @typedef {{file: string, line: number, column: number, message: string, level?: 'error' | 'warn'}} Finding a
 *   warning is what a phone takes in silence
 * @typedef {{start: number, src: string, body: {start: number, end: number}}} Module
 * @typedef {{src: string, start: number}} Reference another file, as it is written
 * @typedef {object} File
 * @property {string} path without extension
 * @property {string} text
 * @property {Lines} lines
 * @property {Node[]} nodes
 * @property {Map<string, Element>} templates by name; of two of one name the later counts, as of modules
 * @property {Map<string, Module>} modules
 * @property {Reference[]} imports
 * @property {Reference[]} includes
 * @property {Finding[]} findings
 */

const TAG_NAME = /[A-Za-z_][\w.:-]*/y
const SPACE = /\s+/y
const ATTRIBUTE_NAME = /[^\s=>/"'<]+/y
const UNQUOTED_END = /[\s>"']|\/>/y

/** @typedef {import('./parts.js').Stretch} Stretch */
/** @type {Stretch} */
const TEXT = { plain: /[^\\{<]+/y, ends: (text, at) => text[at] === '<' && matchAt(MARKUP, text, at) !== '' }
/** @type {Stretch} */
const UNQUOTED = { plain: /[^\\{\s>"'/]+/y, ends: (text, at) => matchAt(UNQUOTED_END, text, at) !== '' }
/** @type {Record<string, Stretch>} */
const QUOTED = {
  '"': { plain: /[^\\{"]+/y, ends: (text, at) => text[at] === '"' },
  "'": { plain: /[^\\{']+/y, ends: (text, at) => text[at] === "'" },
}
const MARKUP = /<(?:\/|!|[A-Za-z_])/y
const WXS_END = /<\/wxs(?![\w.:-])/g

/**
 * Reads a file.
 * @param {string} path without extension
 * @param {string} text
 * @returns {File}
 */
export const readFile = (path, text) => new Reader(path, text).read()

class Reader {
  #text
  #at = 0
  /** @type {File} */ #file
  /** @type {Element[]} elements that are open, the innermost last */ #open = []
  /** @type {Map<string, number>} how many of each name are open */ #openNames = new Map()

  /**
   * @param {string} path
   * @param {string} text
   */
  constructor(path, text) {
    this.#text = text
    this.#file = {
      path,
      text,
      lines: new Lines(text),
      nodes: [],
      templates: new Map(),
      modules: new Map(),
      imports: [],
      includes: [],
      findings: [],
    }
  }

  read() {
    while (this.#at < this.#text.length) this.#readNext()
    while (this.#open.length) this.#leave()
    return this.#file
  }

  /**
   * @param {number} at
   * @param {string} message
   */
  #tell = (at, message) => tell(this.#file, at, message)

  #readNext() {
    const markup = matchAt(MARKUP, this.#text, this.#at)
    if (!markup) this.#readText()
    else if (markup === '<!') this.#skipComment()
    else if (markup === '</') this.#readEndTag()
    else this.#readElement()
  }

  #readText() {
    const { parts, end } = readParts(this.#text, this.#at, TEXT, this.#tell)
    this.#siblings.push({ kind: 'text', start: this.#at, parts })
    this.#at = end
  }

  /** Skips <!-- … --> or <!DOCTYPE …>. */
  #skipComment() {
    const close = this.#text.startsWith('<!--', this.#at) ? '-->' : '>'
    const end = this.#text.indexOf(close, this.#at + 2)
    if (end === -1) this.#tell(this.#at, 'the comment is not closed')
    this.#at = end === -1 ? this.#text.length : end + close.length
  }

  #readEndTag() {
    const start = this.#at
    const name = matchAt(TAG_NAME, this.#text, start + 2)
    const end = this.#text.indexOf('>', start + 2)
    this.#at = end === -1 ? this.#text.length : end + 1
    if (!this.#openNames.get(name)) return this.#tell(start, `</${name}> closes nothing`)
    while (this.#open.at(-1)?.name !== name) this.#leave()
    this.#pop()
  }

  /** Leaves an element that was not closed. */
  #leave() {
    const element = this.#pop()
    this.#tell(element.start, `<${element.name}> is not closed`)
  }

  /** @param {Element} element */
  #push(element) {
    this.#open.push(element)
    this.#openNames.set(element.name, (this.#openNames.get(element.name) ?? 0) + 1)
  }

  #pop() {
    const element = /** @type {Element} */ (this.#open.pop())
    this.#openNames.set(element.name, /** @type {number} */ (this.#openNames.get(element.name)) - 1)
    return element
  }

  get #siblings() {
    return this.#open.at(-1)?.children ?? this.#file.nodes
  }

  #readElement() {
    const start = this.#at
    const name = matchAt(TAG_NAME, this.#text, start + 1)
    this.#at += 1 + name.length
    const attributes = this.#readAttributes(name)
    const closed = this.#readTagEnd(start, name)
    this.#place({ kind: 'element', name, start, end: this.#at, attributes, children: [] }, closed)
  }

  /**
   * @param {Element} element
   * @param {boolean} closed
   */
  #place(element, closed) {
    if (element.name === 'wxs') addModule(this.#file, element, closed ? element.end : this.#skipScript())
    else if (element.name === 'import') addReference(this.#file, element, this.#file.imports)
    else if (element.name === 'template' && element.attributes.has('name')) addTemplate(this.#file, element)
    else this.#siblings.push(element)
    if (element.name === 'include') addReference(this.#file, element, this.#file.includes)
    if (!closed && element.name !== 'wxs') this.#push(element)
  }

  /**
   * Reads the end of a tag and returns whether the tag is closed by itself.
   * @param {number} start
   * @param {string} name
   */
  #readTagEnd(start, name) {
    const closed = this.#text.startsWith('/>', this.#at)
    if (closed) this.#at += 2
    else if (this.#text[this.#at] === '>') this.#at++
    else this.#tell(start, `the tag <${name} is not closed`)
    return closed
  }

  /**
   * Reads attributes. Of an attribute that is given twice the last counts, as in the issue glass-easel#217.
   * @param {string} tag
   */
  #readAttributes(tag) {
    /** @type {Map<string, Attribute>} */ const attributes = new Map()
    for (;;) {
      this.#skipSpace()
      const character = this.#text[this.#at]
      if (character === undefined || character === '>' || character === '<' || this.#text.startsWith('/>', this.#at))
        return attributes
      const attribute = this.#readAttribute(tag)
      if (attribute) attributes.delete(attribute.name)
      if (attribute) attributes.set(attribute.name, attribute)
    }
  }

  #skipSpace() {
    this.#at += matchAt(SPACE, this.#text, this.#at).length
  }

  /**
   * @param {string} tag
   * @returns {Attribute | null}
   */
  #readAttribute(tag) {
    const start = this.#at
    const written = matchAt(ATTRIBUTE_NAME, this.#text, start)
    if (!written) {
      if (this.#text[start] !== '/') this.#tell(start, `${this.#text[start]} is not expected in <${tag}>`)
      this.#at++
      return null
    }
    this.#at += written.length
    const value = this.#readValue(written)
    const name = normalisedName(written)
    if (!isName(name)) this.#tell(start, `${written} is no name of an attribute`)
    return isName(name) && value.whole ? { name, start, parts: value.parts } : null
  }

  /**
   * @param {string} name
   * @returns {{parts: Part[] | null, whole: boolean}}
   */
  #readValue(name) {
    const before = this.#at
    this.#skipSpace()
    if (this.#text[this.#at] !== '=') {
      this.#at = before
      return { parts: null, whole: true }
    }
    this.#at++
    this.#skipSpace()
    const quote = this.#text[this.#at]
    return quote === '"' || quote === "'" ? this.#readQuoted(name, quote) : this.#readUnquoted()
  }

  /**
   * @param {string} name
   * @param {string} quote
   */
  #readQuoted(name, quote) {
    const start = this.#at
    const found = readParts(this.#text, start + 1, QUOTED[quote], this.#tell)
    this.#at = found.end + 1
    if (found.end < this.#text.length) return found
    this.#tell(start, `the value of ${name} is not closed`)
    this.#at = start + 1
    return { ...this.#readUnquoted(), whole: false }
  }

  #readUnquoted() {
    const found = readParts(this.#text, this.#at, UNQUOTED, this.#tell)
    this.#at = found.end
    return found
  }

  /**
   * Skips the body of a script and its end tag; returns where the body ends.
   * @returns {number}
   */
  #skipScript() {
    WXS_END.lastIndex = this.#at
    const found = WXS_END.exec(this.#text)
    const end = found?.index ?? this.#text.length
    const close = found ? this.#text.indexOf('>', end) : -1
    this.#at = close === -1 ? this.#text.length : close + 1
    return end
  }
}
