// <button>: a tap, a form's submit or reset, or a question to the host (open-type).

import { pressedByKeys } from './keyboard.js'

/** The properties that the host hears beside the open-type. */
const TOLD = /** @type {const} */ ([
  'lang',
  'session-from',
  'send-message-title',
  'send-message-path',
  'send-message-img',
  'show-message-card',
  'app-parameter',
  'business-id',
  'phone-number-no-quota-toast',
])
const FORM_ACTIONS = new Set(['submit', 'reset'])

const STYLE = `
:host {
  position: relative;
  display: block;
  max-width: 100%;
  margin: 0 auto;
  padding: 12px 24px;
  box-sizing: border-box;
  font-size: 17px;
  font-weight: 500;
  line-height: 1.41176471;
  text-align: center;
  align-content: unsafe center;
  text-decoration: none;
  border-radius: 8px;
  overflow: clip;
  cursor: pointer;
  color: var(--mh-fg-0);
  background-color: var(--mh-fg-5);
}
:host([type='primary']) { color: var(--mh-on-brand); background-color: var(--mh-brand) }
:host([type='warn']) { color: var(--mh-red) }
:host([plain]) { background-color: transparent; border: 1px solid var(--mh-fg-1); padding: 11px 23px }
:host([plain][type='primary']) { color: var(--mh-brand); border-color: var(--mh-brand) }
:host([plain][type='warn']) { color: var(--mh-red); border-color: var(--mh-red) }
:host([size='mini']) {
  display: inline-block;
  padding: 6px 12px;
  font-size: 14px;
  line-height: 20px;
  border-radius: 6px;
  vertical-align: middle;
}
:host([size='mini'][plain]) { padding: 5px 11px }
:host([disabled]) { color: var(--mh-fg-2); background-color: var(--mh-fg-5); cursor: default }
:host([disabled][plain]) { color: var(--mh-fg-2); background-color: transparent; border-color: var(--mh-fg-3) }
:host(:focus-visible) { outline: 2px solid var(--mh-link); outline-offset: 2px }
:host-context([data-look='v1']) {
  max-width: none;
  align-content: normal;
  padding: 0 14px;
  font-size: 18px;
  font-weight: 400;
  line-height: 2.55555556;
  border-radius: 5px;
}
:host-context([data-look='v1']):host(:not([type='primary'], [type='warn'], [plain])) { color: #000; background-color: #f8f8f8 }
:host-context([data-look='v1']):host([type='primary']:not([plain])) { background-color: #1aad19 }
:host-context([data-look='v1']):host([type='warn']:not([plain])) { color: #fff; background-color: #e64340 }
:host-context([data-look='v1'][data-contrast='more']):host([type='primary']:not([plain])) { background-color: var(--mh-brand) }
:host-context([data-look='v1'][data-contrast='more']):host([type='warn']:not([plain])) { background-color: #b3261e }
:host-context([data-look='v1']):host([size='mini']) { padding: 0 1.34em; font-size: 13px; line-height: 2.3 }
:host-context([data-look='v1']):host([disabled][type]:not([type='default'], [plain])) { color: rgba(255, 255, 255, .6) }
:host-context([data-look='v1']):host([disabled][type='primary']:not([plain])) { background-color: #9ed99d }
:host-context([data-look='v1']):host([disabled][type='warn']:not([plain])) { background-color: #ec8b89 }
:host-context([data-look='v1']):host(:not([plain]))::after {
  content: '';
  position: absolute;
  inset: 0;
  border: 1px solid rgba(0, 0, 0, .2);
  border-radius: inherit;
  pointer-events: none;
}
#shade { position: absolute; inset: 0; border-radius: inherit; background: #000; opacity: 0; pointer-events: none }
:host(:not([disabled]):hover) #shade { opacity: .03 }
:host(.button-hover) #shade, :host(.button-hover:hover) #shade { opacity: .1 }
#spinner {
  display: none;
  width: 20px;
  height: 20px;
  margin: -3px 8px 0 0;
  vertical-align: middle;
  border-radius: 50%;
  background: conic-gradient(transparent 8%, currentColor);
  mask: radial-gradient(closest-side, transparent calc(100% - 2.5px), #000 calc(100% - 2px));
  animation: turn 1s linear infinite;
}
:host([loading]) #spinner { display: inline-block }
:host([size='mini']) #spinner { width: 16px; height: 16px; margin-right: 4px }
@keyframes turn { to { transform: rotate(360deg) } }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Button extends Component {
    static template = '<span id="shade"></span><span id="spinner"></span><slot></slot>'
    static style = STYLE
    static byKeys = true
    static hover = { className: 'button-hover', start: 20, stay: 70 }

    connectedCallback() {
      this.role ??= 'button'
      pressedByKeys(this, () => !this.flag('disabled'))
    }

    /**
     * @param {string} name
     * @param {unknown} value
     */
    changed(name, value) {
      if (name === 'type' || name === 'size') this.setAttribute(name, String(value ?? 'default'))
      if (name === 'plain' || name === 'disabled' || name === 'loading') this.toggleAttribute(name, this.flag(name))
      if (name === 'disabled') this.ariaDisabled = String(this.flag('disabled'))
    }

    onTap() {
      if (this.flag('disabled')) return true
      const openType = this.text('open-type')
      if (openType) this.sendOpenType(openType, this.told())
      const action = this.text('form-type')
      const form = FORM_ACTIONS.has(action) ? this.closest('wx-form') : null
      if (form) this.actOnForm(form, action)
      return false
    }

    /** Handles a tap on a label of the button: it is a tap here too, which only the button's own listeners hear. */
    onLabelTap() {
      if (this.flag('disabled')) return
      this.page.host.tapped()
      const { left, top, width, height } = this.getBoundingClientRect()
      this.emit('tap', { x: left + width / 2, y: top + height / 2 })
      this.onTap()
    }

    /**
     * @param {Element} form
     * @param {string} action
     */
    actOnForm(form, action) {
      const acts = /** @type {{submitForm(button: object): void, resetFields(button: object): void}} */ (
        /** @type {unknown} */ (form)
      )
      if (action === 'submit') acts.submitForm(this)
      else acts.resetFields(this)
    }

    /**
     * Returns the attributes that belong to the question of the open-type, in camel case.
     * @returns {Record<string, unknown>}
     */
    told() {
      const given = TOLD.filter((name) => name in this.properties)
      return Object.fromEntries(given.map((name) => [camel(name), this.properties[name]]))
    }
  }

/** @param {string} name */
function camel(name) {
  return name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
}
