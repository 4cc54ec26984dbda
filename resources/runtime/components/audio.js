// <audio>: a card with picture, name and author, and Chromium's sound behind it.

import { finiteNumber } from '../numbers.js'

const STYLE = `
:host { display: inline-block; line-height: 0 }
:host(:not([controls])) { display: none }
#card {
  display: flex; align-items: center; width: 294px; height: 65px; box-sizing: border-box; line-height: 1.4; overflow: hidden;
  background: var(--mh-bg-5); border: 1px solid var(--mh-fg-3); border-radius: 4px; color: var(--mh-fg-0);
}
#cover { position: relative; width: 65px; height: 65px; background: var(--mh-fg-5) center / cover no-repeat; cursor: pointer }
#sign { position: absolute; inset: 0; margin: auto; width: 28px; height: 28px; fill: #fff; filter: drop-shadow(0 0 2px rgba(0, 0, 0, .5)) }
#words { flex: 1; min-width: 0; padding: 0 12px; font-size: 14px }
#words > div { overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
#author { font-size: 12px; color: var(--mh-fg-1) }
#time { padding-right: 12px; font-size: 12px; color: var(--mh-fg-1); font-variant-numeric: tabular-nums }
`

const PLAY = 'M8 5v14l11-7z'
const PAUSE = 'M7 5h3.5v14H7zM13.5 5H17v14h-3.5z'
const TEMPLATE = `
<div id="card">
  <div id="cover"><svg id="sign" viewBox="0 0 24 24"><path id="path" d="${PLAY}"/></svg></div>
  <div id="words"><div id="name"></div><div id="author"></div></div>
  <div id="time">00:00</div>
</div>
<audio id="sound"></audio>
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Audio extends Component {
    static template = TEMPLATE
    static style = STYLE
    static methods = ['play', 'pause', 'seek', 'setSrc']

    sound = /** @type {HTMLAudioElement} */ (this.piece('sound'))

    constructor() {
      super()
      for (const name of ['play', 'pause', 'ended']) this.sound.addEventListener(name, () => this.turned(name))
      this.sound.addEventListener('timeupdate', () => this.tellTime())
      this.sound.addEventListener('error', () =>
        this.emit('error', { errMsg: `MEDIA_ERR_${this.sound.error?.code ?? 0}` }),
      )
      this.piece('cover').addEventListener('click', () => (this.sound.paused ? this.play() : this.pause()))
    }

    /** @param {string} name */
    changed(name) {
      if (name === 'controls') this.toggleAttribute('controls', this.flag(name))
      if (name === 'loop') this.sound.loop = this.flag(name)
      if (name === 'src') this.setSrc(this.text('src'))
      if (name === 'name' || name === 'author') this.piece(name).textContent = this.text(name)
      if (name === 'poster')
        this.piece('cover').style.backgroundImage = `url("${encodeURI(this.resourceUrl(this.text(name)))}")`
    }

    /** @param {string} name */
    turned(name) {
      this.piece('path').setAttribute('d', this.sound.paused ? PLAY : PAUSE)
      this.emit(name, {})
    }

    tellTime() {
      const { currentTime, duration } = this.sound
      const seconds = Math.floor(currentTime)
      const two = (/** @type {number} */ part) => String(part).padStart(2, '0')
      this.piece('time').textContent = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
      this.emit('timeupdate', { currentTime, duration })
    }

    /** @param {string} source */
    setSrc(source) {
      this.sound.src = this.resourceUrl(source)
    }

    play() {
      this.sound.play().catch(() => {})
    }

    pause() {
      this.sound.pause()
    }

    /**
     * Moves to a position.
     * @param {unknown} position in seconds
     */
    seek(position) {
      this.sound.currentTime = finiteNumber(position) ?? this.sound.currentTime
    }
  }
