// <page-container>: a half page that rises over the page, with a mask behind it.

const STYLE = `
:host { position: fixed; inset: 0; z-index: 100; visibility: hidden; pointer-events: none }
:host([open]) { pointer-events: auto }
:host([drawn]) { visibility: visible }
#mask { position: absolute; inset: 0; background: var(--mh-mask); opacity: 0; transition: opacity var(--time, 300ms) }
:host([open]) #mask { opacity: 1 }
:host([bare]) #mask { display: none }
#sheet { position: absolute; background: var(--mh-bg-2); overflow: auto; transition: transform var(--time, 300ms) cubic-bezier(.2, .8, .3, 1), opacity var(--time, 300ms) }
#sheet[data-side='bottom'] { left: 0; right: 0; bottom: 0; max-height: 100%; transform: translateY(100%) }
#sheet[data-side='top'] { left: 0; right: 0; top: 0; max-height: 100%; transform: translateY(-100%) }
#sheet[data-side='right'] { inset: 0 0 0 auto; width: 100%; transform: translateX(100%) }
#sheet[data-side='center'] { left: 50%; top: 50%; transform: translate(-50%, -50%) scale(.9); opacity: 0 }
:host([open]) #sheet { transform: none; opacity: 1 }
:host([open]) #sheet[data-side='center'] { transform: translate(-50%, -50%) }
:host([round]) #sheet[data-side='bottom'] { border-radius: 12px 12px 0 0 }
:host([round]) #sheet[data-side='top'] { border-radius: 0 0 12px 12px }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class PageContainer extends Component {
    static template = '<div id="mask"></div><div id="sheet" data-side="bottom"><slot></slot></div>'
    static style = STYLE

    timer = 0

    constructor() {
      super()
      this.piece('mask').addEventListener('click', () => {
        this.emit('clickoverlay', {})
        this.close()
      })
    }

    /**
     * @param {string} name
     * @param {unknown} _value
     * @param {unknown} previous
     */
    changed(name, _value, previous) {
      if (name === 'show' && this.flag('show') !== Boolean(previous)) this.turn(this.flag('show'))
      if (name === 'overlay') this.toggleAttribute('bare', !this.flag('overlay', true))
      if (name === 'round') this.toggleAttribute('round', this.flag('round'))
      if (name === 'position') this.piece('sheet').dataset.side = this.text('position', 'bottom')
      if (name === 'overlay-style') this.piece('mask').style.cssText = this.text(name)
      if (name === 'custom-style') this.piece('sheet').style.cssText = this.text(name)
      if (name === 'z-index') this.style.zIndex = this.text(name)
      if (name === 'duration') this.style.setProperty('--time', `${this.number(name, 300)}ms`)
    }

    /** @param {boolean} open */
    turn(open) {
      const [before, during, after] = open
        ? ['beforeenter', 'enter', 'afterenter']
        : ['beforeleave', 'leave', 'afterleave']
      clearTimeout(this.timer)
      this.emit(before, {})
      this.toggleAttribute('drawn', true)
      void this.offsetWidth // drawn where it starts from
      this.toggleAttribute('open', open)
      this.emit(during, {})
      this.timer = window.setTimeout(
        () => {
          this.toggleAttribute('drawn', open)
          this.emit(after, {})
        },
        this.number('duration', 300),
      )
    }

    /** Closes it at the wish of the person. */
    close() {
      this.setModel('show', false)
      this.turn(false)
    }
  }
