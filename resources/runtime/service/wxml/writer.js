// Writes a WXML file, which the reader has read, as the compiler takes it: with what it includes in its place, with
// the modules and templates that count, and without anything the compiler would fail at. It knows from which place of
// which file each part came.

import { resolve } from '../paths.js'
import { compilableName, PREFIXES } from './attribute-names.js'
import { escape, IN_TEXT, IN_VALUE } from './escapes.js'
import { notCallable, tell } from './findings.js'
import { Output } from './output.js'
import { edited, isSpace, literalText, outermost } from './parts.js'
import { ambiguousNames, Definers, targetOf } from './references.js'

/**
 * @typedef {import('./reader.js').File} File
 * @typedef {import('./reader.js').Node} Node
 * @typedef {import('./reader.js').Element} Element
 * @typedef {import('./parts.js').Part} Part
 * @typedef {{file: File, chain: File[], depth: number, quiet: boolean}} Place `chain` are the files that are being
 * written, each
 *   included by the one before; what calls mean is not told where it is `quiet`
 * @typedef {{text: string, origin: (offset: number) => {file: File, offset: number}}} Written
 */

/** How deep elements may nest: the compiler is recursive and has a small stack. */
const DEEPEST = 120
/** How many parts a text or value may have: the compiler makes a recursive chain of them. */
const MOST_PARTS = 300
/** The most characters of a file with everything it includes. */
const LONGEST = 4_000_000

const CHILDLESS = new Set(['slot', 'template'])
const OF_INCLUDE = /^(?:wx:|slot$)/
const CHAINED = ['wx:elif', 'wx:else']

/** Writes one file. */
export class Writer {
  #root
  #files
  #definers
  #room
  #out
  /** @type {Set<string>} */ #imports = new Set()
  #ambiguous
  #imported = false
  /** @type {Place} */ #outside
  #alias

  /**
   * @param {File} root
   * @param {Map<string, File>} files by path without extension
   * @param {(file: File, name: string) => string} alias makes a template known under a second name, which it returns
   * @param {{left: number}} room for what is included, in characters; shared by the writers of a package
   */
  constructor(root, files, alias, room = { left: LONGEST }) {
    this.#root = root
    this.#files = files
    this.#definers = new Definers(files)
    this.#alias = alias
    this.#room = room
    this.#ambiguous = ambiguousNames(root, files)
    this.#out = new Output(root)
    this.#outside = { file: root, chain: [root], depth: 0, quiet: false }
  }

  /**
   * Writes everything but second names.
   * @param {boolean} included whether other files include this one
   * @param {boolean} imported whether other files import this one: what its templates lack is no matter then, as some
   * end at a depth that no page reaches
   */
  write(included, imported) {
    this.#imported = imported
    this.#modules()
    for (const [name, template] of this.#root.templates) this.#template(name, template)
    this.#nodes(this.#root.nodes, { ...this.#outside, quiet: included })
    this.#importAllOf(this.#root)
  }

  /**
   * Writes a template once more, under a second name.
   * @param {string} name
   * @param {string} second
   */
  writeAgain(name, second) {
    const template = this.#root.templates.get(name)
    if (template) this.#template(second, template)
  }

  /**
   * Returns what was written.
   * @returns {Written}
   */
  end() {
    for (const path of this.#imports) this.#out.put(`<import src="/${escape(path, IN_VALUE)}"/>`)
    return { text: this.#out.text, origin: (/** @type {number} */ offset) => this.#out.originOf(offset) }
  }

  /** Writes the modules; the compiler gets their bodies one by one. */
  #modules() {
    for (const [name, { src }] of this.#root.modules) {
      const path = src && escape(resolve(this.#root.path, src).replace(/\.wxs$/, ''), IN_VALUE)
      this.#out.put(src ? `<wxs module="${name}" src="/${path}"/>` : `<wxs module="${name}"></wxs>`)
    }
  }

  /** @param {File} file */
  #importAllOf(file) {
    for (const { src } of file.imports) {
      const path = targetOf(file, src)
      this.#imports.delete(path)
      this.#imports.add(path)
    }
  }

  /**
   * @param {string} name
   * @param {Element} template
   */
  #template(name, template) {
    this.#out.from(this.#root, template.start)
    this.#out.put(`<template name="${escape(name, IN_VALUE)}">`)
    this.#nodes(template.children, this.#outside)
    this.#out.put('</template>')
  }

  /**
   * @param {Node[]} nodes
   * @param {Place} place
   */
  #nodes(nodes, place) {
    let chained = false
    for (const node of nodes) {
      if (node.kind === 'element') chained = this.#element(node, chained, place)
      else {
        this.#textNode(node, place)
        chained &&= node.parts.every((part) => isSpace(part, place.file.text))
      }
    }
  }

  /**
   * Writes a text; a long one becomes several that stand side by side.
   * @param {import('./reader.js').Text} node
   * @param {Place} place
   */
  #textNode({ parts }, place) {
    for (const [index, part] of parts.entries()) {
      if (index % MOST_PARTS === MOST_PARTS - 1) this.#out.put('<!---->')
      this.#part(part, place, IN_TEXT)
    }
  }

  /**
   * Writes an element and returns whether a `wx:else` may follow it.
   * @param {Element} element
   * @param {boolean} chained whether one may stand here
   * @param {Place} place
   */
  #element(element, chained, place) {
    const { attributes, name } = element
    const loose = chained ? undefined : CHAINED.find((each) => attributes.has(each))
    if (loose) tell(place.file, element.start, `${loose} follows no wx:if`)
    const kept = [...attributes.values()].filter((attribute) => attribute.name !== loose)
    if (place.depth > DEEPEST) tell(place.file, element.start, `<${name}> is nested too deep: it is left out`)
    else if (name === 'include') this.#include(element, kept, place)
    else if (name !== 'template' || this.#isUse(element, place)) this.#plain(element, kept, place)
    return attributes.has('wx:if') || (attributes.has('wx:elif') && !loose)
  }

  /**
   * @param {Element} element
   * @param {Place} place
   */
  #isUse(element, place) {
    const used = element.attributes.has('is')
    if (!used) tell(place.file, element.start, '<template> needs a name="…" or is="…"')
    return used
  }

  /**
   * @param {Element} element
   * @param {import('./reader.js').Attribute[]} attributes
   * @param {Place} place
   */
  #plain(element, attributes, place) {
    this.#out.from(place.file, element.start)
    this.#out.put(`<${element.name}`)
    for (const attribute of attributes) {
      if (element.name !== 'template' || attribute.name !== 'is' || !this.#otherTemplate(attribute, place))
        this.#attribute(attribute, place)
    }
    const children = CHILDLESS.has(element.name) ? [] : element.children
    if (children.length === 0) return this.#out.put('/>')
    this.#out.put('>')
    this.#nodes(children, { ...place, depth: place.depth + 1 })
    this.#out.put(`</${element.name}>`)
  }

  /**
   * Writes which template is meant where the name alone does not say it. A file knows its own templates and those that
   * it imports itself: not those of a file that it includes, nor of one that includes it. Returns whether that was all.
   * @param {import('./reader.js').Attribute} is
   * @param {Place} place
   */
  #otherTemplate({ start, parts }, { file, quiet }) {
    const name = literalText(file.text, parts ?? [])
    if (!name) return false
    const definer = this.#definers.of(file, name)
    if (!definer && !quiet && !this.#imported) tell(file, start, `Template "${name}" not found.`, 'warn')
    if (!definer) this.#out.put(' is=""')
    if (!definer) return true
    if (file === this.#root || !this.#ambiguous.has(name)) return false
    this.#out.put(` is="${escape(this.#alias(definer, name), IN_VALUE)}"`)
    return true
  }

  /**
   * @param {import('./reader.js').Attribute} attribute
   * @param {Place} place
   */
  #attribute({ name, start, parts }, place) {
    const made = compilableName(name)
    const prefix = made.split(':', 1)[0]
    if (prefix !== made && !PREFIXES.has(prefix)) return
    if (parts && parts.length > MOST_PARTS) return tell(place.file, start, `${name} has too many parts: it is left out`)
    this.#out.put(' ')
    this.#out.from(place.file, start)
    this.#out.put(made)
    if (!parts) return
    this.#out.put('="')
    for (const part of parts) this.#part(part, place, IN_VALUE)
    this.#out.put('"')
  }

  /**
   * @param {Part} part
   * @param {Place} place
   * @param {Record<string, string>} escapes
   */
  #part(part, place, escapes) {
    const { file } = place
    this.#out.from(file, part.start)
    if (part.kind === 'expression') return this.#out.put(`{{${this.#expression(part.expression, place)}}}`)
    let at = part.start
    for (const { start, end, text } of part.edits) {
      this.#out.put(escape(file.text.slice(at, start), escapes))
      this.#out.put(text.trim() ? escape(text, escapes) : `{{${JSON.stringify(text)}}}`)
      this.#out.from(file, end)
      at = end
    }
    this.#out.put(escape(file.text.slice(at, part.end), escapes))
  }

  /**
   * Writes an expression; calls of anything but a module's function give undefined, as on a phone.
   * @param {import('./expression.js').Expression} expression
   * @param {Place} place
   */
  #expression({ start, end, edits, calls }, { file, quiet }) {
    const wrong = calls.filter(({ roots }) => !roots.some((root) => this.#root.modules.has(root)))
    if (!quiet) {
      for (const { start, end } of wrong) tell(file, start, notCallable(file.text.slice(start, end)), 'warn')
    }
    const changes = [...edits, ...wrong.map((call) => ({ ...call, text: '(undefined)' }))]
    return edited(file.text, { start, end, edits: outermost(changes) })
  }

  /**
   * Returns why a file is not included any more; '' if it is.
   * @param {File} file
   * @param {Place} place
   */
  #endOfIncluding(file, { chain }) {
    if (chain.includes(file)) return `${file.path}.wxml is being included in a loop`
    return this.#out.length > LONGEST || this.#room.left < 0 ? 'too much is included' : ''
  }

  /**
   * @param {Element} element
   * @param {import('./reader.js').Attribute[]} attributes
   * @param {Place} place
   */
  #include(element, attributes, place) {
    const src = literalText(place.file.text, element.attributes.get('src')?.parts ?? [])
    const file = src ? this.#files.get(targetOf(place.file, src)) : null
    if (!file) return undefined // told by the reader, or by the host
    const end = this.#endOfIncluding(file, place)
    if (end) return tell(place.file, element.start, `${end}: it ends here`)
    this.#importAllOf(file)
    if (file.templates.size) this.#imports.add(file.path)
    this.#out.put('<block')
    for (const attribute of attributes) if (OF_INCLUDE.test(attribute.name)) this.#attribute(attribute, place)
    this.#out.put('>')
    const before = this.#out.length
    this.#nodes(file.nodes, { ...place, file, chain: [...place.chain, file], depth: place.depth + 1 })
    if (place.chain.length === 1) this.#room.left -= this.#out.length - before
    return this.#out.put('</block>')
  }
}
