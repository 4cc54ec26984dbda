// <root-portal>: its children are drawn above the whole page, whatever clips or moves the place where they are
// written.

const STYLE = `
:host { display: block }
:host(:popover-open) {
  position: fixed; inset: 0 auto auto 0; width: 100vw; height: 0; margin: 0; padding: 0; border: 0;
  overflow: visible; background: none; color: inherit;
}
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class RootPortal extends Component {
    static template = '<slot></slot>'
    static style = STYLE

    connectedCallback() {
      this.rise()
    }

    /** @param {string} name */
    changed(name) {
      if (name === 'enable') this.rise()
    }

    rise() {
      if (!this.isConnected) return
      this.popover = this.flag('enable', true) ? 'manual' : null
      if (this.popover) this.showPopover()
    }
  }
