// <rich-text>: HTML of the program, of which only harmless elements and attributes are drawn. Nothing in it hears or
// does anything.

import { rpxToViewport } from '../view/attributes.js'

const TAGS = new Set(
  `a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em
  fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section small
  span strong sub sup table tbody td tfoot th thead tr tt u ul`.split(/\s+/),
)

/**
 * The attributes that are allowed beside class and style.
 * @type {Record<string, string[]>}
 */
const ATTRIBUTES = {
  bdo: ['dir'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  font: ['color', 'face', 'size'],
  img: ['alt', 'height', 'width'],
  ol: ['start', 'type'],
  table: ['width', 'border', 'cellpadding', 'cellspacing'],
  td: ['colspan', 'height', 'rowspan', 'width', 'align', 'valign'],
  th: ['colspan', 'height', 'rowspan', 'width', 'align', 'valign'],
}

const SPACES = /** @type {Record<string, string>} */ ({ nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' })

/**
 * @typedef {{type?: string, text?: unknown, name?: string, attrs?: Record<string,
 *   unknown>, children?: RichNode[]}} RichNode
 */

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class RichText extends Component {
    static style = ':host { display: block }'
    static template = '<slot></slot>'

    /** @param {string} name */
    changed(name) {
      if (name === 'user-select') this.toggleAttribute('selectable', this.flag('user-select'))
      if (name === 'nodes' || name === 'space') this.redraw()
    }

    redraw() {
      const { nodes } = this.properties
      const parts = Array.isArray(nodes)
        ? nodes.map((node) => this.draw(node, withoutEntities))
        : parse(String(nodes ?? '')).map((node) => this.draw(node, String))
      this.replaceChildren(...parts)
    }

    /**
     * @param {RichNode} node
     * @param {(text: string) => string} read makes what is shown of what is written
     * @returns {Node}
     */
    draw(node, read) {
      if (node.type === 'text') return this.page.document.createTextNode(this.spaced(read(String(node.text ?? ''))))
      const tag = String(node.name ?? '').toLowerCase()
      if (!TAGS.has(tag)) return this.page.document.createTextNode('')
      const element = this.page.document.createElement(tag)
      this.copyAttributes(element, node.attrs ?? {})
      element.append(...(node.children ?? []).map((child) => this.draw(child, read)))
      return element
    }

    /**
     * @param {HTMLElement} element
     * @param {Record<string, unknown>} given
     */
    copyAttributes(element, given) {
      for (const name of ATTRIBUTES[element.localName] ?? [])
        if (name in given) element.setAttribute(name, String(given[name]))
      if ('class' in given) element.className = String(given.class)
      if ('style' in given) element.style.cssText = rpxToViewport(String(given.style))
      const source = element.localName === 'img' ? this.resourceUrl(String(given.src ?? '')) : ''
      if (source) element.setAttribute('src', source)
    }

    /** @param {string} text */
    spaced(text) {
      const space = SPACES[this.text('space')]
      return space ? text.replace(/ /g, space) : text
    }
  }

/**
 * Returns a text with the characters that its entities stand for.
 * @param {string} text
 */
function withoutEntities(text) {
  if (!text.includes('&')) return text
  const holder = document.createElement('template')
  holder.innerHTML = text.replaceAll('<', '&lt;')
  return holder.content.textContent ?? ''
}

/**
 * Parses HTML without running or loading anything of it.
 * @param {string} html
 * @returns {RichNode[]}
 */
function parse(html) {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return Array.from(body.childNodes, described)
}

/**
 * @param {Node} node
 * @returns {RichNode}
 */
function described(node) {
  if (node.nodeType !== Node.ELEMENT_NODE)
    return { type: 'text', text: node.nodeType === Node.TEXT_NODE ? node.textContent : '' }
  const element = /** @type {Element} */ (node)
  return {
    name: element.localName,
    attrs: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
    children: Array.from(element.childNodes, described),
  }
}
