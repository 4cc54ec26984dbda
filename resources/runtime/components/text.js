// <text>: a run of text that may be selected; `space` and `decode` change how its characters are read.

const SPACES = /** @type {Record<string, string>} */ ({ nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' })
const ENTITIES = /** @type {Record<string, string>} */ ({
  '&nbsp;': '\u00a0', '&lt;': '<', '&gt;': '>', '&amp;': '&', '&apos;': "'", '&ensp;': '\u2002', '&emsp;': '\u2003',
})

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Text extends Component {
    /** Texts as they were written here, so that they are not read twice. @type {WeakMap<Node, string>} */
    written = new WeakMap()
    /** @type {MutationObserver | null} */
    watcher = null

    connectedCallback() {
      if (this.textContent?.includes('\\n')) this.readCharacters()
    }

    /** @param {string} name */
    changed(name) {
      if (name === 'selectable' || name === 'user-select') {
        this.toggleAttribute('selectable', this.flag('selectable') || this.flag('user-select'))
      }
      if (name === 'space' || name === 'decode') this.watchCharacters()
    }

    /** Only texts that ask for it pay for it. */
    watchCharacters() {
      this.watcher ??= new this.page.window.MutationObserver(() => this.readCharacters())
      this.watcher.observe(this, { subtree: true, childList: true, characterData: true })
      this.readCharacters()
    }

    readCharacters() {
      const walker = this.page.document.createTreeWalker(this, this.page.window.NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) this.readText(/** @type {globalThis.Text} */ (node))
    }

    /** @param {globalThis.Text} node */
    readText(node) {
      if (this.written.get(node) === node.data) return
      const space = SPACES[this.text('space')]
      const broken = breakLines(node.data)
      const spaced = space ? broken.replace(/ /g, space) : broken
      const data = this.flag('decode') ? spaced.replace(/&(?:nbsp|lt|gt|amp|apos|ensp|emsp);/g, (entity) => ENTITIES[entity]) : spaced
      this.written.set(node, data)
      if (data !== node.data) node.data = data
    }
  }

/** A backslash and an n, as people write them in WXML, break the line too. @param {string} text */
export function breakLines(text) {
  return text.replaceAll('\\n', '\n')
}
