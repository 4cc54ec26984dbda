// <navigation-bar>, the first child of <page-meta>: what the template says about the bar above the page.

const PLAIN = { front: '#000000', background: '#ffffff' }

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class NavigationBar extends Component {
    static style = ':host { display: none }'
    static template = '<slot></slot>'

    /** @param {string} name */
    changed(name) {
      if (name === 'title') this.navigate('setNavigationBarTitle', { title: this.text('title') })
      if (name === 'loading')
        this.navigate(this.flag('loading') ? 'showNavigationBarLoading' : 'hideNavigationBarLoading', {})
      if (name === 'front-color' || name === 'background-color') this.colour()
    }

    colour() {
      this.navigate('setNavigationBarColor', {
        frontColor: this.text('front-color', PLAIN.front),
        backgroundColor: this.text('background-color', PLAIN.background),
      })
    }
  }
