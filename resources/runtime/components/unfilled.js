// <ad>, <ad-custom>, <official-account>: places that others fill, and that nobody fills here. They take no room and
// tell the program so, as on a phone for which there is nothing to show.

const NO_ADVERTISEMENT = { errCode: 1004, errMsg: 'no suitable advertisement: this phone shows none' }

/**
 * What the `error` event tells; 5 means that the program was not opened in a way that shows the account.
 * @type {Record<string, object>}
 */
export const UNFILLED = {
  ad: NO_ADVERTISEMENT,
  'ad-custom': NO_ADVERTISEMENT,
  'official-account': { status: 5, errMsg: 'there is no official account on this phone' },
}

/** @param {string} tag */
export const unfilled = (tag) => (/** @type {import('./component.js').ComponentClass} */ Component) =>
  class Unfilled extends Component {
    static template = '<slot></slot>'
    static style = ':host { display: none !important }'

    told = false

    connectedCallback() {
      if (this.told) return
      this.told = true
      this.page.window.queueMicrotask(() => this.emit('error', UNFILLED[tag]))
    }
  }
