// <navigator>: a tap goes to another page, or back.

import { pressedByKeys } from './keyboard.js'

const CALLS = /** @type {Record<string, string>} */ ({
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  redirectTo: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
  exit: 'exitMiniProgram',
})

const STYLE = `
:host { display: block; cursor: pointer }
:host(:focus-visible) { outline: 2px solid var(--mh-link); outline-offset: -2px }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Navigator extends Component {
    static template = '<slot></slot>'
    static style = STYLE
    static byKeys = true
    static hover = { className: 'navigator-hover', start: 50, stay: 600 }

    connectedCallback() {
      this.role ??= 'link'
      pressedByKeys(this, () => true)
    }

    onTap() {
      const openType = this.text('open-type', 'navigate')
      if (this.text('target') === 'miniProgram' && openType !== 'exit') this.leave()
      else if (CALLS[openType]) this.navigate(CALLS[openType], this.destination(openType))
    }

    /** @param {string} openType */
    destination(openType) {
      if (openType === 'navigateBack') return { delta: this.number('delta', 1) }
      return openType === 'exit' ? {} : { url: this.text('url') }
    }

    /** Leads to another mini program. */
    leave() {
      this.navigate('navigateToMiniProgram', {
        appId: this.text('app-id'),
        path: this.text('path'),
        extraData: this.properties['extra-data'],
        envVersion: this.text('version', 'release'),
        shortLink: this.text('short-link'),
      })
    }
  }
