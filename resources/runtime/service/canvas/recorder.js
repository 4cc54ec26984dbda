// wx.createCanvasContext(): the old way to draw. It records. draw() loads the pictures that were named, then replays
// everything on the real canvas, in CSS pixels.

import { Canvas } from '../host.js'
import { drawRecorded } from './replay.js'

/** @typedef {import('./surface.js').Surface} Surface */
/** @typedef {OffscreenCanvasRenderingContext2D} Context */
/** @typedef {(context: Context, pictures: Map<string, ImageBitmap>) => void} Action */
/** @typedef {{surface: Surface, ratio: number}} Target what is drawn on, and its pixels per CSS pixel */

const CALLS =
  `rect fillRect strokeRect clearRect fill stroke beginPath closePath moveTo lineTo arc arcTo ellipse bezierCurveTo
quadraticCurveTo scale rotate translate transform save restore clip fillText strokeText roundRect`.split(/\s+/)
const STYLES = `lineWidth lineCap lineJoin miterLimit globalAlpha textAlign textBaseline lineDashOffset shadowOffsetX
shadowOffsetY shadowBlur shadowColor globalCompositeOperation font fillStyle strokeStyle filter`.split(/\s+/)

/**
 * The styles, by the names of the old setters.
 * @type {Record<string, string>}
 */
const SETTERS = {
  setFillStyle: 'fillStyle',
  setStrokeStyle: 'strokeStyle',
  setLineWidth: 'lineWidth',
  setLineCap: 'lineCap',
  setLineJoin: 'lineJoin',
  setMiterLimit: 'miterLimit',
  setGlobalAlpha: 'globalAlpha',
  setTextAlign: 'textAlign',
  setGlobalCompositeOperation: 'globalCompositeOperation',
}

/**
 * A gradient or pattern as it was described; it is made when something is drawn with it.
 * @typedef {{make: (context: Context, pictures: Map<string, ImageBitmap>) => unknown}} Paint
 */

/** What wx.createCanvasContext() returns. */
export class CanvasContext {
  /** @type {Action[]} */ #actions = []
  /** @type {Set<string>} files that the recorded actions draw */ #files = new Set()
  /** @type {Record<string, any>} */ #styles = { font: '10px sans-serif' }
  #inTurn
  #guard
  #pictures

  /**
   * @param {(work: (target: Target | null) => Promise<void>) => Promise<void>} inTurn
   *   runs work on the canvas after all earlier work on it
   * @param {(where: string, run: () => void) => void} guard
   * @param {import('./picture.js').Pictures} pictures
   */
  constructor(inTurn, guard, pictures) {
    this.#inTurn = inTurn
    this.#guard = guard
    this.#pictures = pictures
  }

  /** Returns what was recorded, for wx.drawCanvas(). */
  getActions() {
    const recorded = { actions: this.#actions, files: [...this.#files] }
    this.#actions = []
    this.#files = new Set()
    return recorded
  }

  /** Drops what was recorded and not drawn. */
  clearActions() {
    this.getActions()
  }

  /**
   * Draws what was recorded.
   * @param {boolean} [reserve] whether what is on the canvas stays
   * @param {() => void} [onDrawn]
   */
  draw(reserve = false, onDrawn) {
    const recorded = this.getActions()
    void this.#inTurn(async (target) => {
      await drawRecorded(target, recorded, reserve, this.#pictures)
      if (typeof onDrawn === 'function') this.#guard('canvas draw', onDrawn)
    })
  }

  /** @param {string} text */
  measureText(text) {
    const context = /** @type {Context} */ (new Canvas(1, 1).getContext('2d'))
    context.font = this.#styles.font
    return { width: context.measureText(String(text)).width }
  }

  /**
   * Records a picture.
   * @param {...any} args the picture and where it goes
   */
  drawImage(...args) {
    const [picture, ...place] = args
    if (typeof picture === 'string') this.#files.add(picture)
    this.#record((context, pictures) => {
      const drawn = typeof picture === 'string' ? pictures.get(picture) : picture
      if (drawn) context.drawImage(drawn, .../** @type {[any, any]} */ (/** @type {unknown} */ (place.map(Number))))
    })
  }

  /**
   * @param {number} x0
   * @param {number} y0
   * @param {number} x1
   * @param {number} y1
   */
  createLinearGradient(x0, y0, x1, y1) {
    return gradient((context) => context.createLinearGradient(x0, y0, x1, y1))
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   */
  createCircularGradient(x, y, radius) {
    return gradient((context) => context.createRadialGradient(x, y, 0, x, y, radius))
  }

  /**
   * @param {string} file
   * @param {string} repetition
   * @returns {Paint}
   */
  createPattern(file, repetition) {
    this.#files.add(file)
    return {
      make: (context, pictures) => {
        const picture = pictures.get(file)
        return picture ? context.createPattern(picture, repetition) : 'transparent'
      },
    }
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} blur
   * @param {string} color
   */
  setShadow(x, y, blur, color) {
    for (const [name, value] of Object.entries({
      shadowOffsetX: x,
      shadowOffsetY: y,
      shadowBlur: blur,
      shadowColor: color,
    }))
      this.style(name, value)
  }

  /**
   * @param {number[]} pattern
   * @param {number} [offset]
   */
  setLineDash(pattern, offset = 0) {
    this.#record((context) => {
      context.setLineDash(pattern)
      context.lineDashOffset = offset
    })
  }

  /** @param {number} size */
  setFontSize(size) {
    const { font } = this.#styles
    this.style('font', /[\d.]+px/.test(font) ? font.replace(/[\d.]+px/, `${size}px`) : `${size}px sans-serif`)
  }

  /** @param {string} baseline */
  setTextBaseline(baseline) {
    this.style('textBaseline', baseline === 'normal' ? 'alphabetic' : baseline)
  }

  /**
   * Records a transform.
   * @param {...number} matrix is applied on top of the scale to CSS pixels
   */
  setTransform(...matrix) {
    this.#record((context) => {
      context.setTransform(/** @type {any} */ (context).base)
      context.transform(
        .../** @type {[number, number, number, number, number, number]} */ (/** @type {unknown} */ (matrix)),
      )
    })
  }

  /** @param {string} name */
  styleNow(name) {
    return this.#styles[name]
  }

  /**
   * @param {string} name
   * @param {any} value
   */
  style(name, value) {
    this.#styles[name] = value
    this.#record((context, pictures) => {
      ;/** @type {any} */ (context)[name] = value?.make ? value.make(context, pictures) : value
    })
  }

  /**
   * @param {string} name
   * @param {unknown[]} args
   */
  call(name, args) {
    this.#record((context) => /** @type {any} */ (context)[name]?.(...args))
  }

  /** @param {Action} action */
  #record(action) {
    this.#actions.push(action)
  }
}

for (const name of CALLS) {
  Object.defineProperty(CanvasContext.prototype, name, {
    /**
     * @this {CanvasContext}
     * @param {unknown[]} args
     */
    value(...args) {
      this.call(name, args)
    },
    writable: true,
  })
}
for (const [name, style] of Object.entries(SETTERS)) {
  Object.defineProperty(CanvasContext.prototype, name, {
    /**
     * @this {CanvasContext}
     * @param {unknown} value
     */
    value(value) {
      this.style(style, value)
    },
    writable: true,
  })
}
for (const name of STYLES) {
  Object.defineProperty(CanvasContext.prototype, name, {
    /** @this {CanvasContext} */
    get() {
      return this.styleNow(name)
    },
    /**
     * @this {CanvasContext}
     * @param {unknown} value
     */
    set(value) {
      this.style(name, value)
    },
  })
}

/** @param {(context: Context) => CanvasGradient} make */
function gradient(make) {
  /** @type {[number, string][]} */ const stops = []
  return {
    addColorStop: (/** @type {number} */ place, /** @type {string} */ color) => {
      stops.push([place, color])
    },
    make: (/** @type {Context} */ context) => {
      const made = make(context)
      for (const [place, color] of stops) made.addColorStop(place, color)
      return made
    },
  }
}
