// <page-meta>: what the WXML of a page says about the page itself: its style, its background, where it is scrolled to.

import { rpxToViewport } from '../view/attributes.js'

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class PageMeta extends Component {
    static style = ':host { display: contents }'
    static template = '<slot></slot>'

    scrolled = () => this.emit('scroll', { scrollTop: this.page.root.scrollTop })

    connectedCallback() {
      this.page.document.addEventListener('scroll', this.scrolled, { passive: true })
    }

    disconnectedCallback() {
      this.page.document.removeEventListener('scroll', this.scrolled)
    }

    /** @param {string} name */
    changed(name) {
      if (name === 'page-style') this.page.document.body.style.cssText = rpxToViewport(this.text(name))
      if (name === 'root-font-size') this.page.root.style.fontSize = this.text(name).replace(/^system$/, '')
      if (name === 'root-background-color') this.page.root.style.setProperty('--mh-page', this.text(name))
      if (name === 'background-color') this.page.configure({ background: this.text(name) })
      if (name === 'background-text-style')
        this.page.configure({ textStyle: this.text(name) === 'light' ? 'light' : 'dark' })
      if (name === 'scroll-top' && this.text(name) !== '') this.scrollPage()
    }

    scrollPage() {
      this.page.scroll.to(this.number('scroll-top', 0), this.number('scroll-duration', 300), () =>
        this.emit('scrolldone', {}),
      )
    }
  }
