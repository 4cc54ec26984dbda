// What elements of a WXML file declare for the whole file: modules, templates, and the files that it refers to.

import { tell } from './findings.js'
import { literalText } from './parts.js'

/**
 * @typedef {import('./reader.js').File} File
 * @typedef {import('./reader.js').Element} Element
 */

const MODULE_NAME = /^[A-Za-z_$][\w$]*$/

/**
 * Adds a <wxs> module.
 * @param {File} file
 * @param {Element} element
 * @param {number} end of its body
 */
export function addModule(file, { start, end: bodyStart, attributes }, end) {
  const name = literal(file, attributes, 'module')
  if (!MODULE_NAME.test(name)) tell(file, start, '<wxs> needs a module="…" that is a name in expressions')
  else file.modules.set(name, { start, src: literal(file, attributes, 'src'), body: { start: bodyStart, end } })
}

/**
 * @param {File} file
 * @param {Element} element
 * @param {import('./reader.js').Reference[]} references
 */
export function addReference(file, { name, start, attributes }, references) {
  const src = literal(file, attributes, 'src')
  if (src) references.push({ src, start })
  else tell(file, start, `<${name}> needs a src="…" without {{ }}`)
}

/**
 * @param {File} file
 * @param {Element} element
 */
export function addTemplate(file, element) {
  const name = literal(file, element.attributes, 'name')
  if (name) file.templates.set(name, element)
  else tell(file, element.start, '<template> needs a name="…" without {{ }}')
}

/**
 * Returns the value of an attribute that may hold no expression; '' if the attribute is missing.
 * @param {File} file
 * @param {Element['attributes']} attributes
 * @param {string} name
 */
function literal(file, attributes, name) {
  return literalText(file.text, attributes.get(name)?.parts ?? []) ?? ''
}
