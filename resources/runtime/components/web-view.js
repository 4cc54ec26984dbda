// <web-view>: the host draws the web's page over the whole page; here it only has its place in the tree.

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class WebView extends Component {
    connectedCallback() {
      this.settle()
    }

    disconnectedCallback() {
      this.settle()
    }

    /** @param {string} name */
    changed(name) {
      if (name === 'src') this.settle()
    }

    /** Tells the service whether it is on the page. Being moved on the page is neither coming nor going. */
    settle() {
      this.page.window.queueMicrotask(() => {
        const src = this.isConnected ? this.text('src') : null
        if (this.nodeId) this.page.send({ type: 'webView', id: this.nodeId, src })
      })
    }
  }
