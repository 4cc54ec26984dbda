// <video>: Chromium's player with the phone's properties and events. A film that it cannot decode is reported, not
// hidden.

import { finiteNumber, numberWithin } from '../numbers.js'
import { languageOf } from './words.js'

const NAME = { en: 'Video', zh: '视频' }
const BROKEN = { en: 'This phone cannot play it', zh: '此手机无法播放' }

const STYLE = `
:host { display: inline-block; position: relative; width: 300px; height: 225px; overflow: hidden; background: #000; line-height: 0 }
#player { width: 100%; height: 100%; object-fit: contain }
#over { position: absolute; inset: 0; line-height: normal; pointer-events: none }
::slotted(*) { pointer-events: auto }
#problem { position: absolute; inset: 0; display: none; place-content: center; padding: 0 24px; gap: 4px; text-align: center; line-height: 1.4; font-size: 12px; color: rgba(255, 255, 255, .6) }
#problem > b { font: 13px ui-monospace, monospace; color: rgba(255, 255, 255, .8) }
#file { overflow-wrap: anywhere }
:host([broken]) #problem { display: grid }
:host([broken]) #player { visibility: hidden }
`

const TEMPLATE = `
<video id="player" playsinline></video>
<div id="problem"><b>&lt;video&gt;</b><span id="file"></span></div>
<div id="over"><slot></slot></div>
`

/** The slowest rate at which the phone plays. */
const SLOWEST = 0.5
const FASTEST = 2

/**
 * The properties that are the player's own.
 * @type {Record<string, 'autoplay' | 'loop' | 'muted' | 'controls'>}
 */
const FLAGS = { autoplay: 'autoplay', loop: 'loop', muted: 'muted', controls: 'controls' }

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Video extends Component {
    static template = TEMPLATE
    static style = STYLE
    static methods = ['play', 'pause', 'stop', 'seek', 'playbackRate', 'requestFullScreen', 'exitFullScreen']

    player = /** @type {HTMLVideoElement} */ (this.piece('player'))

    constructor() {
      super()
      this.player.controls = true
      this.player.ariaLabel = NAME[languageOf(this.page)]
      this.tells('play', 'play', () => ({}))
      this.tells('pause', 'pause', () => ({}))
      this.tells('ended', 'ended', () => ({}))
      this.tells('waiting', 'waiting', () => ({}))
      this.tells('timeupdate', 'timeupdate', () => ({
        currentTime: this.player.currentTime,
        duration: this.player.duration,
      }))
      this.tells('seeked', 'seekcomplete', () => ({ position: this.player.currentTime }))
      this.tells('progress', 'progress', () => ({ buffered: this.buffered() }))
      this.tells('error', 'error', () => ({ errMsg: this.player.error?.message ?? '' }))
      this.tells('loadedmetadata', 'loadedmetadata', () => this.metadata())
      this.player.addEventListener('loadedmetadata', () => this.startWhereAsked())
      this.player.addEventListener('error', () => this.toggleAttribute('broken', true))
      this.player.addEventListener('fullscreenchange', () => this.tellFullScreen())
    }

    /**
     * Tells the program of an event.
     * @param {string} from name of the player's event
     * @param {string} to name of the phone's event
     * @param {() => object} detail
     */
    tells(from, to, detail) {
      this.player.addEventListener(from, () => this.emit(to, detail()))
    }

    /** @param {string} name */
    changed(name) {
      const flag = FLAGS[name]
      if (flag) this.player[flag] = this.flag(name, name === 'controls')
      if (name === 'src') this.load()
      if (name === 'title' || name === 'aria-label') this.player.ariaLabel = this.text('aria-label', this.text('title'))
      if (name === 'poster') this.player.poster = this.resourceUrl(this.text('poster'))
      if (name === 'object-fit') this.player.style.objectFit = this.text(name, 'contain')
    }

    load() {
      this.removeAttribute('broken')
      this.piece('file').textContent = BROKEN[languageOf(this.page)]
      const source = this.resourceUrl(this.text('src'))
      if (source) this.player.src = source
      else this.player.removeAttribute('src')
    }

    startWhereAsked() {
      const start = this.number('initial-time', 0)
      if (start > 0) this.player.currentTime = start
    }

    metadata() {
      const { videoWidth: width, videoHeight: height, duration } = this.player
      return { width, height, duration }
    }

    buffered() {
      const { buffered, duration } = this.player
      return buffered.length && duration ? (100 * buffered.end(buffered.length - 1)) / duration : 0
    }

    tellFullScreen() {
      const fullScreen = this.shadowRoot?.fullscreenElement === this.player
      this.emit('fullscreenchange', { fullScreen, direction: 'vertical' })
    }

    play() {
      this.player.play().catch(() => this.toggleAttribute('broken', this.player.error !== null))
    }

    pause() {
      this.player.pause()
    }

    stop() {
      this.player.pause()
      this.player.currentTime = 0
    }

    /**
     * Moves to a position.
     * @param {unknown} position in seconds
     */
    seek(position) {
      this.player.currentTime = finiteNumber(position) ?? this.player.currentTime
    }

    /** @param {unknown} rate */
    playbackRate(rate) {
      this.player.playbackRate = numberWithin(rate, SLOWEST, FASTEST) ?? this.player.playbackRate
    }

    requestFullScreen() {
      this.player.requestFullscreen().catch(() => {})
    }

    exitFullScreen() {
      this.page.document.exitFullscreen().catch(() => {})
    }
  }
