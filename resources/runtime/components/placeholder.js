// What this phone cannot show yet: a card that names the component. What the program puts over it is drawn.

import { languageOf } from './words.js'

const NOT_HERE = { en: 'Not on this phone', zh: '此手机不支持' }

const STYLE = `
:host {
  display: block; position: relative; width: 300px; height: 225px; box-sizing: border-box; overflow: hidden;
  background: var(--mh-bg-0); color: var(--mh-fg-1); box-shadow: inset 0 0 0 .5px var(--mh-fg-4);
}
#card { position: absolute; inset: 0; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 6px; font-size: 14px; line-height: 1.4; text-align: center }
#card > svg { width: 32px; height: 32px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round }
#name { font-family: ui-monospace, monospace; font-size: 13px }
#detail { max-width: 80%; font-size: 12px; overflow-wrap: anywhere }
#over { position: relative; height: 100% }
`

const SIGN = 'M4 6.5h16v11H4zM4 15l4.5-4.5 4 4M12 14l3-3 5 4.5M15.5 9.2h.01'
const TEMPLATE = `
<div id="card"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${SIGN}"/></svg><div id="name"></div><div id="detail"></div></div>
<div id="over"><slot></slot></div>
`

/** @param {string} tag */
export const placeholderFor = (tag) => (/** @type {import('./component.js').ComponentClass} */ Component) =>
  class Placeholder extends Component {
    /** Tells `check` that the component only shows a card. */
    static placeholder = true
    static template = TEMPLATE
    static style = STYLE

    connectedCallback() {
      this.piece('name').textContent = `<${tag}>`
      this.piece('detail').textContent = NOT_HERE[languageOf(this.page)]
    }
  }
