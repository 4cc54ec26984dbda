// The sheet with the wheels of a <picker>, which rises from the bottom. It shows what a mode offers (columns.js) and
// tells what was chosen.

import { Wheel } from '../wheel.js'
import { settled, turnedTo } from './columns.js'

/** @typedef {import('./columns.js').Columns} Columns */
/** @typedef {{title: string, cancel: string, confirm: string, choose: string}} Words */
/**
 * @typedef {object} Told
 * @property {(column: number, row: number) => void} turned
 * @property {(choice: number[]) => void} confirmed
 * @property {() => void} cancelled
 */

const ROW = 56
const RISE = 300

const TEMPLATE = `
<div id="mask"></div>
<div id="sheet" role="dialog" aria-modal="true" tabindex="-1">
  <div id="head">
    <button id="cancel"></button><div id="title"></div><button id="confirm"></button>
  </div>
  <div id="columns"><div id="band"></div></div>
</div>`

const STYLE = `
:host { all: initial; position: fixed; inset: 0; z-index: 2147483000; color-scheme: inherit;
  font: 17px/1.4 -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif }
#mask { position: absolute; inset: 0; background: var(--mh-mask); touch-action: none }
#sheet {
  position: absolute;
  left: 0;
  right: 0;
  bottom: 0;
  padding-bottom: 34px;
  border-radius: 12px 12px 0 0;
  overflow: hidden;
  outline: none;
  background: var(--mh-bg-2);
  color: var(--mh-fg-0);
  user-select: none;
}
#head { display: flex; align-items: center; height: 64px; padding: 0 16px }
#title { flex: 1; min-width: 0; text-align: center; font-size: 15px; font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
button { all: unset; padding: 8px; border-radius: 6px; cursor: pointer }
button:hover { background: var(--mh-fg-5) }
button:active { opacity: .5 }
button:focus-visible { outline: 2px solid var(--mh-link) }
#confirm { color: var(--mh-brand); font-weight: 500 }
#columns { position: relative; display: flex; height: ${ROW * 5}px; padding: 0 16px; overflow: hidden; touch-action: none;
  mask-image: linear-gradient(transparent, rgba(0, 0, 0, .55) 39%, #000 40%, #000 60%, rgba(0, 0, 0, .55) 61%, transparent) }
:host-context([data-contrast='more']) #columns { mask-image: none }
#band { position: absolute; left: 8px; right: 8px; top: ${ROW * 2}px; height: ${ROW}px; border-radius: 8px; background: var(--mh-fg-5) }
.column { position: relative; flex: 1; min-width: 0; height: 100%; overflow: hidden; cursor: grab; outline: none }
.column:active { cursor: grabbing }
.column:focus-visible::after { content: ''; position: absolute; left: 2px; right: 2px; top: ${ROW * 2 + 2}px; height: ${ROW - 4}px; border-radius: 6px; box-shadow: inset 0 0 0 2px var(--mh-link) }
.track { position: absolute; left: 0; right: 0; top: ${ROW * 2}px; will-change: transform }
.row { height: ${ROW}px; padding: 0 4px; line-height: ${ROW}px; text-align: center; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
`

/** Asks for one choice: the sheet rises when it is made, and is gone afterwards. */
export class PickerSheet {
  #page
  #model
  #told
  #host
  #root
  /** @type {{wheel: Wheel, view: HTMLElement, track: HTMLElement, rows: string[]}[]} */
  #columns = []
  /** @type {number[]} */
  #choice = []
  #open = true
  #focusedBefore
  #title = ''

  /**
   * @param {import('../../view/frames.js').Page} page
   * @param {Columns} model
   * @param {Words} words
   * @param {Told} told
   */
  constructor(page, model, words, told) {
    this.#page = page
    this.#model = model
    this.#told = told
    this.#focusedBefore = /** @type {HTMLElement | null} */ (page.document.activeElement)
    this.#host = page.document.createElement('div')
    this.#host.setAttribute('wx-catch', '') // nothing scrolls behind it
    this.#host.setAttribute('wx-sheet', '') // it is the phone's: as dark as the phone, whatever the page is
    this.#root = this.#host.attachShadow({ mode: 'open' })
    this.#build(words)
    page.root.append(this.#host)
    page.document.body.inert = true
    page.host.masked(page.number, true)
    page.ground.look()
    this.show(model)
    this.#rise()
    this.#columns[0]?.view.focus({ preventScroll: true })
  }

  /** @param {Words} words */
  #build(words) {
    const sheet = new this.#page.window.CSSStyleSheet()
    sheet.replaceSync(STYLE)
    this.#root.adoptedStyleSheets = [sheet]
    this.#root.innerHTML = TEMPLATE
    this.#title = words.title || words.choose
    this.#piece('sheet').ariaLabel = this.#title
    this.#piece('title').textContent = words.title
    this.#piece('cancel').textContent = words.cancel
    this.#piece('confirm').textContent = words.confirm
    this.#piece('mask').onclick = this.#piece('cancel').onclick = () => this.#close(() => this.#told.cancelled())
    this.#piece('confirm').onclick = () => this.#confirm()
    this.#host.onkeydown = (event) => this.#onKey(event)
    this.#host.onwheel = (event) => event.preventDefault()
  }

  /** @param {string} id */
  #piece(id) {
    return /** @type {HTMLElement} */ (this.#root.getElementById(id))
  }

  /**
   * Shows other columns.
   * @param {Columns} model
   * @param {boolean} [kept] whether the wheels stay on the rows they are on
   */
  show(model, kept = false) {
    this.#model = model
    this.#choice = settled(model, kept ? this.#choice : model.start())
    this.#draw()
  }

  #draw() {
    const columns = this.#model.columns(this.#choice)
    while (this.#columns.length > columns.length) this.#columns.pop()?.view.remove()
    while (this.#columns.length < columns.length) this.#columns.push(this.#column(this.#columns.length))
    columns.forEach((rows, place) => this.#fill(place, rows))
  }

  /**
   * Makes a wheel.
   * @param {number} place
   */
  #column(place) {
    const view = this.#made('column', this.#piece('columns'))
    const track = this.#made('track', view)
    view.tabIndex = 0
    view.setAttribute('role', 'spinbutton')
    view.ariaLabel = this.#columnName(place)
    const rowCount = () => this.#columns[place]?.rows.length ?? 0
    const wheel = new Wheel(
      { view, track, rowHeight: () => ROW, rowCount },
      { released: (row) => say(view, this.#columns[place]?.rows, row), stopped: (row) => this.#stopped(place, row) },
    )
    return { wheel, view, track, rows: /** @type {string[]} */ ([]) }
  }

  /**
   * Returns what a column is called: the sheet's title, and which of several it is.
   * @param {number} place
   */
  #columnName(place) {
    return place > 0 ? `${this.#title} ${place + 1}` : this.#title
  }

  /**
   * @param {string} className
   * @param {HTMLElement} parent
   */
  #made(className, parent) {
    const element = this.#page.document.createElement('div')
    element.className = className
    parent.append(element)
    return element
  }

  /**
   * @param {number} place
   * @param {string[]} rows
   */
  #fill(place, rows) {
    const column = this.#columns[place]
    if (!column) return
    if (rows.length !== column.rows.length || rows.some((text, at) => text !== column.rows[at])) {
      column.rows = rows
      column.track.replaceChildren()
      for (const text of rows) this.#made('row', column.track).textContent = text
    }
    column.wheel.stand(this.#choice[place] ?? 0)
    say(column.view, rows, column.wheel.index)
  }

  /**
   * Handles that a wheel has stopped: the columns after it may depend on it.
   * @param {number} place
   * @param {number} row
   */
  #stopped(place, row) {
    if (!this.#open || this.#choice[place] === row) return
    this.#choice = turnedTo(this.#model, this.#choice, place, row)
    this.#draw()
    this.#told.turned(place, row)
  }

  /** Takes what every wheel stands on or runs to as the choice. */
  #confirm() {
    let choice = this.#choice
    this.#columns.forEach(({ wheel }, place) => {
      if (wheel.index !== this.#choice[place]) choice = turnedTo(this.#model, choice, place, wheel.index)
    })
    this.#close(() => this.#told.confirmed(choice))
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault() // the phone asks whether anything took the key: web/escape.py
      this.#close(() => this.#told.cancelled())
    }
    if (event.key === 'Enter' && !(event.composedPath()[0] instanceof this.#page.window.HTMLButtonElement))
      this.#confirm()
    if (event.key === 'ArrowLeft') this.#focusBeside(-1)
    if (event.key === 'ArrowRight') this.#focusBeside(1)
  }

  /** @param {number} way */
  #focusBeside(way) {
    const place = this.#columns.findIndex(({ view }) => view === this.#root.activeElement)
    this.#columns[place + way]?.view.focus()
  }

  #rise() {
    const duration = this.#duration()
    this.#piece('mask').animate({ opacity: [0, 1] }, { duration })
    this.#piece('sheet').animate({ transform: ['translateY(100%)', 'none'] }, { duration, easing: 'ease-out' })
  }

  #duration() {
    return this.#page.window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : RISE
  }

  /** @param {() => void} tell */
  #close(tell) {
    if (!this.#open) return
    this.#open = false
    const timing = /** @type {const} */ ({ duration: this.#duration(), fill: 'forwards' })
    this.#host.style.pointerEvents = 'none'
    this.#piece('mask').animate({ opacity: 0 }, timing)
    const fall = this.#piece('sheet').animate({ transform: 'translateY(100%)' }, { ...timing, easing: 'ease-in' })
    fall.onfinish = () => this.#host.remove()
    this.#release()
    this.#focusedBefore?.focus({ preventScroll: true })
    tell()
  }

  /** Takes the sheet away, without an answer, because its picker has gone. */
  drop() {
    if (this.#open) this.#release()
    this.#open = false
    this.#host.remove()
  }

  /** Gives the page and the bars around it back to the person. */
  #release() {
    this.#page.document.body.inert = false
    this.#page.host.masked(this.#page.number, false)
    this.#page.ground.look()
  }
}

/**
 * Says to a screen reader on which row a column stands.
 * @param {HTMLElement} view
 * @param {string[] | undefined} rows
 * @param {number} row
 */
function say(view, rows, row) {
  view.ariaValueNow = String(row)
  view.ariaValueText = rows?.[row] ?? ''
}
