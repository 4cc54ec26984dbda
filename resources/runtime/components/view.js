// <view>: a block with a pressed look.

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class View extends Component {
    static hover = { className: 'none', start: 50, stay: 400 }
  }
