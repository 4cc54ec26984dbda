// <text>: a run of text that may be selectable. `space` and `decode` change how its characters are read.

const SPACES = /** @type {Record<string, string>} */ ({ nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' })
const ENTITIES = /** @type {Record<string, string>} */ ({
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
})

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Text extends Component {
    /**
     * What is known of the text as given; most texts show what they are given, and need none of it.
     * @type {{watcher: MutationObserver, written: WeakMap<Node, string>} | null}
     */
    reading = null

    /** @param {string} name */
    changed(name) {
      if (name === 'selectable' || name === 'user-select') {
        this.toggleAttribute('selectable', this.flag('selectable') || this.flag('user-select'))
      }
      if (name === 'space' || name === 'decode') this.watchCharacters()
    }

    watchCharacters() {
      const watcher = this.reading?.watcher ?? new this.page.window.MutationObserver(() => this.readCharacters())
      this.reading = { watcher, written: new WeakMap() }
      watcher.observe(this, { subtree: true, childList: true, characterData: true })
      this.readCharacters()
    }

    readCharacters() {
      const walker = this.page.document.createTreeWalker(this, this.page.window.NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        this.readText(/** @type {globalThis.Text} */ (node))
    }

    /** @param {globalThis.Text} node */
    readText(node) {
      if (this.reading?.written.get(node) === node.data) return
      const space = SPACES[this.text('space')]
      const spaced = space ? node.data.replace(/ /g, space) : node.data
      const data = this.flag('decode')
        ? spaced.replace(/&(?:nbsp|lt|gt|amp|apos|ensp|emsp);/g, (entity) => ENTITIES[entity])
        : spaced
      this.reading?.written.set(node, data)
      if (data !== node.data) node.data = data
    }
  }
