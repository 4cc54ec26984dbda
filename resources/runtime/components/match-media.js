// <match-media>: shows its children only on pages of a certain size.

const LENGTHS = ['min-width', 'max-width', 'width', 'min-height', 'max-height', 'height']

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class MatchMedia extends Component {
    /** @type {MediaQueryList | null} */
    query = null

    /** @param {string} _name */
    changed(_name) {
      const lengths = LENGTHS.filter((name) => name in this.properties).map(
        (name) => `(${name}: ${this.number(name, 0)}px)`,
      )
      const turned = this.text('orientation') ? [`(orientation: ${this.text('orientation')})`] : []
      this.query = this.page.window.matchMedia([...lengths, ...turned].join(' and ') || 'all')
      this.query.onchange = () => this.show()
      this.show()
    }

    show() {
      this.toggleAttribute('hidden', !this.query?.matches)
    }
  }
