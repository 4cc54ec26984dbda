// Pictures that are drawn on canvases: files of the package or of the program, and data URLs.

import { makeBitmap, BlobOf, setTimeout } from '../host.js'
import { readLater } from '../network.js'
import { base64ToArrayBuffer } from '../api/bytes.js'
import { inAddress, normalise, resolve } from '../paths.js'

/** @typedef {(bitmap: ImageBitmap) => void} OnBitmap */
/** @typedef {(reason: string) => void} OnFail */

/** Loads pictures from every place that a program may name. */
export class Pictures {
  #channel
  #page = () => ''

  /** @param {import('../channel.js').Channel} channel */
  constructor(channel) {
    this.#channel = channel
  }

  /**
   * @param {string} source
   * @param {OnBitmap} onBitmap
   * @param {OnFail} onFail
   */
  load(source, onBitmap, onFail) {
    const decode = (/** @type {ArrayBuffer} */ bytes, /** @type {string} */ type) =>
      makeBitmap(new BlobOf([bytes], { type })).then(onBitmap, () => onFail(`${source}: not a picture`))
    const inline = /^data:([^;,]*);base64,(.*)$/s.exec(source)
    if (inline) decode(base64ToArrayBuffer(inline[2]), inline[1])
    else if (/^https?:\/\//i.test(source) && !OWN.test(source)) this.#loadRemote(source, onBitmap, onFail)
    else this.#loadOwn(placesOf(source, this.#page()), decode, onFail)
  }

  /**
   * Sets the page that relative paths start from.
   * @param {() => string} page
   */
  startFrom(page) {
    this.#page = page
  }

  /**
   * Loads a picture from the first of the places where it is.
   * @param {string[]} places
   * @param {(bytes: ArrayBuffer, type: string) => void} onBytes
   * @param {OnFail} onFail
   */
  #loadOwn([place, ...others], onBytes, onFail) {
    readLater(place, onBytes, others.length ? () => this.#loadOwn(others, onBytes, onFail) : onFail)
  }

  /**
   * Lets the host fetch a picture: a worker has no access to the network.
   * @param {string} source
   * @param {OnBitmap} onBitmap
   * @param {OnFail} onFail
   */
  #loadRemote(source, onBitmap, onFail) {
    this.#channel.call('getImageInfo', { src: source }, ({ path, errMsg }) => {
      if (path) this.load(path, onBitmap, onFail)
      else onFail(errMsg)
    })
  }
}

/** Matches files of the program; some phones write `http://tmp/` for wxfile. */
const OWN = /^(?:wxfile|http):\/\/((?:tmp|usr|store)[/_].*)$/

/**
 * Returns the places where the host may serve a picture: a path starts from the page or from the package.
 * @param {string} source as a program writes it
 * @param {string} page
 */
function placesOf(source, page) {
  const own = OWN.exec(source)
  if (own) return [`/__file/${inAddress(own[1])}`]
  return [...new Set([resolve(page, source), normalise(source)])].map((path) => `/${inAddress(path)}`)
}

/** What canvas.createImage() returns: an Image as in a browser, as far as programs use it. */
export class Picture {
  /** @type {((event: object) => void) | null} */ onload = null
  /** @type {((event: object) => void) | null} */ onerror = null
  width = 0
  height = 0
  complete = false
  /** @type {ImageBitmap | null} */ #bitmap = null
  #source = ''
  #pictures

  /** @param {Pictures} pictures */
  constructor(pictures) {
    this.#pictures = pictures
  }

  get src() {
    return this.#source
  }

  set src(source) {
    this.#source = String(source)
    this.complete = false
    this.#pictures.load(
      this.#source,
      (bitmap) => this.#loaded(bitmap),
      (errMsg) => this.#failed(errMsg),
    )
  }

  get naturalWidth() {
    return this.#bitmap?.width ?? 0
  }

  get naturalHeight() {
    return this.#bitmap?.height ?? 0
  }

  /**
   * Returns what a real canvas can draw: the bitmap of a Picture, anything else as it is.
   * @param {unknown} value
   */
  static drawable(value) {
    return value instanceof Picture ? value.#bitmap : value
  }

  /** @param {ImageBitmap} bitmap */
  #loaded(bitmap) {
    this.#bitmap = bitmap
    Object.assign(this, { width: bitmap.width, height: bitmap.height, complete: true })
    this.#tell(this.onload, { target: this })
  }

  /** @param {string} errMsg */
  #failed(errMsg) {
    this.complete = true
    this.#tell(this.onerror, { errMsg })
  }

  /**
   * @param {((event: object) => void) | null} listener
   * @param {object} event
   */
  #tell(listener, event) {
    if (typeof listener === 'function') setTimeout(() => listener.call(this, event))
  }
}
