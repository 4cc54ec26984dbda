// The sounds that no page shows: one <audio> for each, outside of all pages, commanded by number.

import { resourceUrl } from './resources.js'

/** @typedef {(number: number, event: string, state: object) => void} Tell */

/** The events of the element that are told as they are. */
const TOLD = ['canplay', 'waiting', 'seeking', 'seeked', 'timeupdate', 'ended']

/**
 * The commands that set properties of the element.
 * @type {Record<string, string[]>}
 */
const PROPERTIES = {
  loop: ['loop'],
  volume: ['volume'],
  playbackRate: ['playbackRate', 'defaultPlaybackRate'],
  seek: ['currentTime'],
}

/** WeChat's numbers of errors: 10002 network, 10003 file, 10004 format. */
const ERRORS = { network: 10002, file: 10003, format: 10004 }

/** @param {import('./frames.js').Send} send */
export function soundOperations(send) {
  /** @type {Map<number, Sound>} */
  const sounds = new Map()
  /** @type {Tell} */
  const tell = (sound, event, state) => send({ type: 'sound', sound, event, state })
  return {
    /**
     * @param {number} number
     * @param {string} command
     * @param {unknown} argument
     */
    commandSound(number, command, argument) {
      if (command === 'drop') {
        sounds.get(number)?.drop()
        sounds.delete(number)
        return
      }
      const sound = sounds.get(number) ?? new Sound((event, state) => tell(number, event, state))
      sounds.set(number, sound)
      sound.obey(command, argument)
    },
  }
}

class Sound {
  #element = new Audio()
  #autoplay = false
  #startTime = 0
  /** Whether the sound has played since the last play(): going on after a wait or a jump is no new start. */
  #playing = false
  #dropped = false
  #tell

  /** @param {(event: string, state: object) => void} tell */
  constructor(tell) {
    this.#tell = tell
    for (const name of TOLD) this.#hear(name, () => this.#say(name))
    this.#hear('loadedmetadata', () => this.#startWhereAsked())
    this.#hear('playing', () => this.#started())
    this.#hear('pause', () => this.#rested())
    this.#hear('error', () => this.#failed())
  }

  /**
   * @param {string} command
   * @param {any} argument
   */
  obey(command, argument) {
    switch (command) {
      case 'src':
        return this.#load(String(argument))
      case 'startTime':
        return this.#startFrom(argument)
      case 'autoplay':
        this.#autoplay = argument
        break
      case 'play':
        return this.#play()
      case 'pause':
        return this.#element.pause()
      case 'stop':
        return this.#stop()
      default:
        for (const name of PROPERTIES[command] ?? []) Object.assign(this.#element, { [name]: argument })
    }
    return undefined
  }

  /** Drops the sound: nothing is heard of it any more. */
  drop() {
    this.#dropped = true
    this.#element.pause()
    this.#element.removeAttribute('src')
    this.#element.load()
  }

  /**
   * @param {string} name
   * @param {() => void} then
   */
  #hear(name, then) {
    this.#element.addEventListener(name, () => this.#dropped || then())
  }

  /**
   * @param {string} event
   * @param {object} [more]
   */
  #say(event, more) {
    const { currentTime, duration, buffered } = this.#element
    const end = buffered.length ? buffered.end(buffered.length - 1) : 0
    this.#tell(event, { currentTime, duration: duration || 0, buffered: end, ...more })
  }

  /** @param {string} source */
  #load(source) {
    this.#playing = false
    const url = resourceUrl(source, '')
    if (!url) return this.#say('error', { errCode: ERRORS.file, errMsg: `MediaError: ${source} cannot be loaded` })
    this.#element.src = url
    if (this.#autoplay) this.#play()
    return undefined
  }

  /** @param {number} time */
  #startFrom(time) {
    this.#startTime = time
    if (this.#element.readyState >= HTMLMediaElement.HAVE_METADATA && this.#element.currentTime === 0)
      this.#startWhereAsked()
  }

  #startWhereAsked() {
    if (this.#startTime > 0) this.#element.currentTime = this.#startTime
  }

  #play() {
    if (this.#element.error) this.#element.load()
    this.#element.play().catch(() => {})
  }

  #started() {
    if (!this.#playing) this.#say('play')
    this.#playing = true
  }

  /** Tells that the sound has stopped; its end is told as `ended` only. */
  #rested() {
    if (this.#playing && !this.#element.ended) this.#say('pause')
    this.#playing = false
  }

  #stop() {
    this.#playing = false
    this.#element.pause()
    this.#element.currentTime = 0
    this.#say('stop')
  }

  #failed() {
    this.#playing = false
    const { code = 0, message = '' } = this.#element.error ?? {}
    const broken =
      code === MediaError.MEDIA_ERR_DECODE || message.startsWith('DEMUXER') || message.startsWith('DECODER')
    const own = new URL(this.#element.src).origin === location.origin
    const errCode = broken ? ERRORS.format : own ? ERRORS.file : ERRORS.network
    this.#say('error', { errCode, errMsg: `MediaError: ${message || `code ${code}`}` })
  }
}
