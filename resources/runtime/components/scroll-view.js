// <scroll-view>: a part of the page that scrolls by itself, and may be pulled down to refresh.

import { oncePerFrame } from '../view/once-per-frame.js'
import { Refresher } from './refresher.js'
import { ScrollEdges } from './scroll-edges.js'

const STYLE = `
:host { display: block; position: relative; width: 100%; overflow: hidden }
#port { position: relative; width: 100%; height: 100%; max-height: inherit; overflow: hidden; overflow-anchor: none; scrollbar-width: none }
:host([scroll-anchoring]) #port { overflow-anchor: auto }
:host([scroll-x]) #port { overflow-x: auto }
:host([scroll-y]) #port { overflow-y: auto }
#content { width: 100%; height: 100% }
:host([enable-flex]) #port, :host([enable-flex]) #content {
  display: inherit;
  flex: none;
  flex-direction: inherit;
  flex-wrap: inherit;
  justify-content: inherit;
  align-items: inherit;
  align-content: inherit;
  gap: inherit;
}
:host([pulled]) #port { will-change: transform }
#refresher { position: absolute; top: 0; left: 0; right: 0; overflow: hidden; height: 0 }
#refresher[data-style='none'] > #dots { display: none }
#dots { position: absolute; bottom: 0; left: 0; right: 0; height: 45px; display: flex; align-items: center; justify-content: center; gap: 8px; color: #000 }
#refresher[data-style='white'] > #dots { color: #fff }
#dots > i { width: 8px; height: 8px; border-radius: 4px; background: currentColor; opacity: .25 }
#refresher[data-busy] i { animation: dot 1s infinite }
#dots > i:nth-child(2) { animation-delay: .16s !important }
#dots > i:nth-child(3) { animation-delay: .32s !important }
@keyframes dot { 0%, 80%, 100% { opacity: .15 } 40% { opacity: .6 } }
`

const TEMPLATE = `
<div id="refresher"><slot name="refresher"></slot><div id="dots"><i></i><i></i><i></i></div></div>
<div id="port"><div id="content"><slot></slot></div></div>
`

/** @typedef {{top?: number, left?: number, duration?: number, animated?: boolean}} ScrollWish */

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class ScrollView extends Component {
    static template = TEMPLATE
    static style = STYLE
    static methods = ['scrollToPlace', 'scrollToNode']

    /** The element that really scrolls; measurements ask for it. */
    scrollPort = this.piece('port')
    refresher = new Refresher(this)
    edges = new ScrollEdges(this)
    last = { top: 0, left: 0 }
    held = false
    dragging = false

    constructor() {
      super()
      const report = oncePerFrame(() => this.isConnected && this.report())
      this.scrollPort.addEventListener('scroll', report, { passive: true })
      for (const name of ['pointerdown', 'touchstart'])
        this.addEventListener(name, () => this.holds(true), { passive: true })
      for (const name of ['pointerup', 'touchend', 'touchcancel'])
        this.addEventListener(name, () => this.holds(false), { passive: true })
    }

    /** Returns the part of a pull that this element handles, for drags of the hand. */
    get puller() {
      return this.refresher
    }

    /**
     * @param {string} name
     * @param {unknown} value
     */
    changed(name, value) {
      if (['scroll-x', 'scroll-y', 'enable-flex', 'scroll-anchoring'].includes(name))
        this.toggleAttribute(name, this.flag(name))
      if (name.startsWith('refresher-')) this.refresher.changed(name)
      if (value === undefined || value === '') return
      if (name === 'scroll-top' || name === 'scroll-left') this.soon(() => this.scrollByProperty(name))
      if (name === 'scroll-into-view')
        this.soon(() => this.scrollToChild(this.querySelector(`#${CSS.escape(this.text(name))}`)))
    }

    /**
     * Scrolls after the content that came with the same change is in place.
     * @param {() => void} scroll
     */
    soon(scroll) {
      if (document.hidden) setTimeout(scroll)
      else requestAnimationFrame(scroll)
    }

    /** @param {'scroll-top' | 'scroll-left'} name */
    scrollByProperty(name) {
      const place = this.number(name, 0)
      this.scrollToPlace(name === 'scroll-top' ? { top: place } : { left: place })
    }

    /** @param {ScrollWish} wish */
    scrollToPlace({ top, left, animated }) {
      const behavior = (animated ?? this.flag('scroll-with-animation')) ? 'smooth' : 'instant'
      this.scrollPort.scrollTo({ top, left, behavior })
    }

    /**
     * Scrolls to a node.
     * @param {number} id of a node inside
     * @param {{offset?: number, animated?: boolean}} options
     */
    scrollToNode(id, options) {
      const inside = [...this.querySelectorAll('*')]
      this.scrollToChild(
        inside.find((element) => /** @type {import('../view/nodes.js').ProgramElement} */ (element).nodeId === id) ??
          null,
        options,
      )
    }

    /**
     * @param {Element | null} child
     * @param {{offset?: number, animated?: boolean}} options
     */
    scrollToChild(child, { offset = this.number('scroll-into-view-offset', 0), animated } = {}) {
      if (!child) return
      const port = this.scrollPort
      const [to, from] = [child.getBoundingClientRect(), port.getBoundingClientRect()]
      this.scrollToPlace({
        animated,
        ...(this.flag('scroll-y') && { top: port.scrollTop + to.top - from.top + offset }),
        ...(this.flag('scroll-x') && { left: port.scrollLeft + to.left - from.left + offset }),
      })
    }

    report() {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = this.scrollPort
      const deltaX = this.last.left - scrollLeft
      const deltaY = this.last.top - scrollTop
      if (!deltaX && !deltaY) return
      this.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY })
      if (this.flag('enhanced') && this.held) this.drags(true)
      this.edges.report(-deltaX, -deltaY)
      this.last.top = scrollTop
      this.last.left = scrollLeft
    }

    /**
     * Notes that the hand is on the view, or has left it.
     * @param {boolean} held
     */
    holds(held) {
      this.held = held
      if (!held && this.dragging) this.drags(false)
    }

    /** @param {boolean} on */
    drags(on) {
      const { scrollTop, scrollLeft } = this.scrollPort
      const name = on ? (this.dragging ? 'dragging' : 'dragstart') : 'dragend'
      this.dragging = on
      this.emit(name, { scrollTop, scrollLeft })
    }
  }
