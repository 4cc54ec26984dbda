// <cover-view>: a block above a map, a video and the like.

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class CoverView extends Component {
    static hover = { className: 'none', start: 50, stay: 400 }

    /** @param {string} name */
    changed(name) {
      if (name === 'scroll-top') this.scrollTop = this.number('scroll-top', 0)
    }
  }
