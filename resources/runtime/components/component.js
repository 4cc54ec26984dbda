// The base of every built-in component, made once per page frame because each frame has its own element classes.
//
// A component file exports a factory and says nothing about frames or messages:
//
//     /** @param {import('./component.js').ComponentClass} Component */
//     export default (Component) => class Switch extends Component {
//       static template = '<div id="track"><div id="knob"></div></div><slot></slot>' // '' or absent: no shadow root
//       static style = ':host { display: inline-block } #knob { … }'
//       changed(name, value) { … }   // the program set a property: redraw from this.flag('checked') and so on
//       onTap(event) { … }           // a trusted tap on it or inside it; return true to keep it from the components
//       around
//     }
//
// and one line in index.js names its tag. The shadow tree exists when the constructor returns, so `changed` and
// listeners added after `super()` may always use `this.piece('knob')`. The program's children stay in the light tree
// (`<slot>`).
//
// Looks: colours are the custom properties of view/base.css (`var(--mh-brand)`, `--mh-fg-0` …), which turn with the
// theme. Write the standard look as `:host { … }`: any rule of the program outweighs it. What CSS of the program
// selects by attribute (`button[type=primary]`) is reflected by `changed`. Programs also restyle insides by the phone's
// class names (`checkbox .wx-checkbox-input`): give such an inner element `part="wx-checkbox-input"`, and see
// view/inner-parts.js. A component that follows the pointer itself says so by `dragAxis`.

import { resourceUrl } from '../view/resources.js'

/** @typedef {import('../view/frames.js').Page} Page */
/** @typedef {ReturnType<typeof makeComponent>} ComponentClass */
/** @typedef {InstanceType<ComponentClass>} Component */
/** @typedef {{bubbles?: boolean, composed?: boolean, extra?: object}} EmitOptions */
/**
 * The class and the delays (ms) of the pressed look, if the program gives none.
 * @typedef {{className: string, start: number, stay: number}} Hover
 */

/**
 * Makes the base class for the elements of one page.
 * @param {Page} page
 */
export function makeComponent(page) {
  /** @type {Map<Function, {content: DocumentFragment, sheet: CSSStyleSheet}>} */
  const looks = new Map()

  return class Component extends page.window.HTMLElement {
    /** What the shadow root holds; '' for no shadow root. */
    static template = ''

    /** The style sheet of the shadow root. */
    static style = ''

    /**
     * The standard pressed look; a component sets it to have `hover-class`.
     * @type {Hover | null}
     */
    static hover = null

    /** Whether it is a control with keys of its own: the page gives it none (view/reach.js). */
    static byKeys = false

    /**
     * The methods that the contexts of a program (`invoke`) may call.
     * @type {readonly string[]}
     */
    static methods = []

    /** The number by which the service knows this node; 0 for elements that the program did not make. */
    nodeId = 0

    /**
     * What the program has set, under the names that WXML has (`hover-class`).
     * @type {Record<string, unknown>}
     */
    properties = {}

    /**
     * The properties that are bound by `model:`.
     * @type {Set<string> | null}
     */
    models = null

    constructor() {
      super()
      const kind = /** @type {typeof Component} */ (this.constructor)
      if (kind.template) attachTree(this, lookOf(kind, page, looks))
    }

    /**
     * Returns the direction in which the element follows the pointer itself, so that the page does not scroll there.
     * @returns {'x' | 'y' | 'both' | null}
     */
    get dragAxis() {
      return null
    }

    /** Returns the page that this element is on: its window, document, root and path. */
    get page() {
      return page
    }

    /**
     * Returns the element with this id in the shadow root.
     * @param {string} id
     */
    piece(id) {
      return /** @type {HTMLElement} */ (this.shadowRoot?.getElementById(id))
    }

    /**
     * Sets a property, whose name may be `activeColor` or `active-color`. The applier calls it; components override
     * `changed`.
     * @param {string} given
     * @param {unknown} value
     */
    assign(given, value) {
      const name = given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      const previous = this.properties[name]
      if (value === null || value === undefined) delete this.properties[name]
      else this.properties[name] = value
      this.changed(name, this.properties[name], previous)
    }

    /**
     * Is called when a property was set, or removed (undefined).
     * @param {string} _name
     * @param {unknown} _value
     * @param {unknown} _previous
     */
    changed(_name, _value, _previous) {}

    /**
     * Returns a property as a boolean of WXML: "false" is a text, hence true.
     * @param {string} name
     */
    flag(name, standard = false) {
      const value = this.properties[name]
      return value === undefined ? standard : Boolean(value)
    }

    /**
     * Returns a property as a number; px or rpx may follow it.
     * @param {string} name
     * @param {number} standard
     */
    number(name, standard) {
      const value = this.properties[name]
      const number = typeof value === 'number' ? value : parseFloat(String(value ?? ''))
      if (!Number.isFinite(number)) return standard
      return typeof value === 'string' && value.trim().endsWith('rpx')
        ? (number * page.window.innerWidth) / 750
        : number
    }

    /**
     * Returns a property as text.
     * @param {string} name
     */
    text(name, standard = '') {
      const value = this.properties[name]
      return value === undefined ? standard : String(value)
    }

    /**
     * Sends an event of this element to the program.
     * @param {string} name
     * @param {unknown} detail
     * @param {EmitOptions} options
     */
    emit(name, detail = {}, { bubbles = false, composed = bubbles, extra } = {}) {
      if (this.nodeId) page.send({ type: 'event', id: this.nodeId, name, detail, bubbles, composed, extra })
    }

    /**
     * Keeps a value that the person has changed and tells `model:`; `changed` is not called.
     * @param {string} name
     * @param {unknown} value
     */
    setModel(name, value) {
      this.properties[name] = value
      if (this.models?.has(name)) page.send({ type: 'model', id: this.nodeId, name, value })
    }

    /**
     * Asks the host for what an open-type says, on behalf of the person.
     * @param {string} openType
     * @param {object} detail
     */
    sendOpenType(openType, detail = {}) {
      page.send({ type: 'openType', id: this.nodeId, openType, detail })
    }

    /**
     * Calls a navigation function (`navigateTo` …) as the program would.
     * @param {string} api
     * @param {object} args
     */
    navigate(api, args) {
      page.send({ type: 'navigate', api, args })
    }

    /**
     * Returns where the page may load `src` from; '' if it may not.
     * @param {string} src
     */
    resourceUrl(src) {
      return resourceUrl(src, page.path)
    }

    /**
     * Is called for a real tap on this element or inside it. Returning true keeps the tap from the components around.
     * @param {Event} _event
     * @returns {boolean | void}
     */
    onTap(_event) {}

    /**
     * Returns what a tap tells beside its place; null if it is no tap for the program.
     * @param {{clientX: number, clientY: number}} _finger
     * @param {Event} _event
     * @returns {object | null}
     */
    tapDetail(_finger, _event) {
      return {}
    }

    /**
     * Returns what a form sends under this element's `name`; undefined if it is no form field.
     * @returns {unknown}
     */
    formValue() {
      return undefined
    }

    /** Is called when a form was reset: the element becomes empty or off, without events. */
    resetForm() {}
  }
}

/**
 * @param {HTMLElement} element
 * @param {{content: DocumentFragment, sheet: CSSStyleSheet}} look
 */
function attachTree(element, { content, sheet }) {
  const root = element.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [sheet]
  root.append(content.cloneNode(true))
}

/**
 * Returns the template and the sheet of a class, which are parsed once per page.
 * @param {{template: string, style: string}} kind
 * @param {Page} page
 * @param {Map<Function | object, {content: DocumentFragment, sheet: CSSStyleSheet}>} looks
 */
function lookOf(kind, page, looks) {
  const known = looks.get(kind)
  if (known) return known
  const template = page.document.createElement('template')
  template.innerHTML = kind.template
  const sheet = new page.window.CSSStyleSheet()
  sheet.replaceSync(kind.style)
  const look = { content: template.content, sheet }
  looks.set(kind, look)
  return look
}
