// wx.createInnerAudioContext() and wx.getBackgroundAudioManager(). A player is what a program holds of a sound in the
// view. Its properties are plain accessors that do not depend on `this`, because programs wrap players in proxies.

import { finiteNumber, numberWithin } from '../../numbers.js'
import { queueMicrotask } from '../host.js'
import { folderOf, normalise } from '../paths.js'
import { onAndOff } from './on-and-off.js'

/** @typedef {Record<string, any>} Face what the program holds */

const EVENTS = ['canplay', 'play', 'pause', 'stop', 'ended', 'timeUpdate', 'error', 'waiting', 'seeking', 'seeked']

/**
 * What a program may set: its default, and how a value is read; null is ignored.
 * @type {Record<string, [unknown, (value: unknown) => unknown]>}
 */
const SETTINGS = {
  src: ['', (value) => String(value ?? '')],
  startTime: [0, (value) => numberWithin(value, 0, Number.MAX_VALUE)],
  autoplay: [false, Boolean],
  loop: [false, Boolean],
  volume: [1, (value) => numberWithin(value, 0, 1)],
  playbackRate: [1, (value) => numberWithin(value, 0.5, 2)],
}

/** What is kept for the program and has no effect here. */
const INNER_WORDS = { obeyMuteSwitch: true, referrerPolicy: 'no-referrer' }
const BACKGROUND_WORDS = {
  title: '',
  epname: '',
  singer: '',
  coverImgUrl: '',
  webUrl: '',
  protocol: 'http',
  audioType: 'audio',
  referrerPath: '',
  referrerPolicy: 'no-referrer',
}

/**
 * Makes the functions.
 * @param {import('../sounds.js').Sounds} sounds
 * @param {import('../events.js').Events} events
 * @param {import('../journal.js').Journal} journal
 * @param {() => string} page gives the path of the page in front
 * @param {boolean} inBackground whether app.json lets background audio go on behind other programs
 */
export function audioFunctions(sounds, events, journal, page, inBackground) {
  /** @type {Set<Player>} */ const resting = new Set()
  /** @type {Face | null} */ let background = null
  events.watch('appHide', () => resting.forEach((player) => player.rest()))
  return {
    createInnerAudioContext: () => {
      const player = new Player(sounds, journal, page)
      resting.add(player)
      return innerFace(player, () => resting.delete(player))
    },
    getBackgroundAudioManager: () => {
      if (background) return background
      const player = new Player(sounds, journal, page)
      if (!inBackground) resting.add(player)
      background = backgroundFace(player, journal)
      return background
    },
  }
}

class Player {
  /** @type {Record<string, unknown>} */ settings = Object.fromEntries(
    Object.entries(SETTINGS).map(([name, [standard]]) => [name, standard]),
  )
  /** @type {Record<string, unknown>} */ state = { currentTime: 0, duration: 0, buffered: 0, paused: true }
  #page
  #sound

  /**
   * @param {import('../sounds.js').Sounds} sounds
   * @param {import('../journal.js').Journal} journal
   * @param {() => string} page
   */
  constructor(sounds, journal, page) {
    this.listeners = onAndOff(EVENTS, journal)
    this.#page = page
    this.#sound = sounds.make((event, state) => this.#happened(event, state))
  }

  /**
   * @param {string} name
   * @param {unknown} value
   */
  set(name, value) {
    const setting = SETTINGS[name][1](value)
    if (setting === null) return undefined
    this.settings[name] = setting
    if (name === 'src') return this.#load(/** @type {string} */ (setting))
    return this.#sound.command(name, setting)
  }

  play() {
    this.state.paused = false
    this.#sound.command('play')
  }

  pause() {
    this.state.paused = true
    this.#sound.command('pause')
  }

  stop() {
    this.state.paused = true
    this.state.currentTime = 0
    this.#sound.command('stop')
  }

  /**
   * Moves to a position.
   * @param {unknown} position in seconds
   */
  seek(position) {
    const time = finiteNumber(position)
    if (time === null) return
    this.state.currentTime = Math.max(0, time)
    this.#sound.command('seek', this.state.currentTime)
  }

  /** Pauses when the program leaves the front, unless it may go on. */
  rest() {
    if (!this.state.paused) this.pause()
  }

  destroy() {
    this.state.paused = true
    this.listeners.clear()
    this.#sound.drop()
  }

  /**
   * Loads a source.
   * @param {string} source `./` and `../` start from the page, any other path from the package
   */
  #load(source) {
    Object.assign(this.state, { currentTime: 0, duration: 0, buffered: 0, paused: !this.settings.autoplay })
    const fromPage = /^\.\.?\//.test(source)
    this.#sound.command('src', fromPage ? `/${normalise(`${folderOf(this.#page())}/${source}`)}` : source)
  }

  /**
   * Tells the program what happened to the <audio>.
   * @param {string} event name of the element's event
   * @param {import('../sounds.js').SoundState} state
   */
  #happened(event, { errCode, errMsg, ...times }) {
    Object.assign(this.state, times)
    if (['pause', 'stop', 'ended', 'error'].includes(event)) this.state.paused = true
    if (event === 'play') this.state.paused = false
    this.listeners.tell(event === 'timeupdate' ? 'timeUpdate' : event, event === 'error' ? { errCode, errMsg } : {})
  }
}

/**
 * @param {Player} player
 * @param {() => void} forget
 */
function innerFace(player, forget) {
  const face = {
    ...INNER_WORDS,
    ...commands(player),
    ...player.listeners.face,
    destroy: () => (forget(), player.destroy()),
  }
  offerSettings(face, player, Object.keys(SETTINGS))
  for (const name of ['duration', 'buffered', 'paused']) offer(face, name, () => player.state[name])
  offer(face, 'currentTime', () => player.state.currentTime, player.seek.bind(player))
  return face
}

/**
 * Makes the background player, which begins to play as soon as its source is set.
 * @param {Player} player
 * @param {import('../journal.js').Journal} journal
 */
function backgroundFace(player, journal) {
  player.set('autoplay', true)
  /** @type {Face} */ const face = {
    ...BACKGROUND_WORDS,
    ...commands(player),
    ...player.listeners.face,
    onPrev: () => {},
    onNext: () => {},
  }
  offerSettings(face, player, ['startTime', 'playbackRate'])
  offer(
    face,
    'src',
    () => player.settings.src,
    (value) => {
      player.set('src', value)
      queueMicrotask(
        () => face.title || journal.say('warn', 'BackgroundAudioManager: iPhones play nothing without a title', null),
      )
    },
  )
  for (const name of ['currentTime', 'duration', 'buffered', 'paused']) offer(face, name, () => player.state[name])
  return face
}

/** @param {Player} player */
const commands = (player) => ({
  play: () => player.play(),
  pause: () => player.pause(),
  stop: () => player.stop(),
  seek: (/** @type {unknown} */ position) => player.seek(position),
})

/**
 * Adds accessors for settings of the player.
 * @param {object} face
 * @param {Player} player
 * @param {string[]} names
 */
function offerSettings(face, player, names) {
  for (const name of names)
    offer(
      face,
      name,
      () => player.settings[name],
      (value) => player.set(name, value),
    )
}

/**
 * Adds an accessor.
 * @param {object} face
 * @param {string} name
 * @param {() => unknown} get
 * @param {(value: unknown) => void} [set] without it, an assignment is ignored
 */
function offer(face, name, get, set = () => {}) {
  Object.defineProperty(face, name, { get, set, enumerable: true, configurable: true })
}
