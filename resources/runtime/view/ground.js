// Whether a page is dark where the phone's home indicator lies over it: a page paints itself as it likes, whatever its
// json says is behind it. Pictures are looked through.

/** The ms for which changes are left together before one look. */
const PAUSE = 200
/** How far above the bottom the look is taken, in px: the middle of the indicator. */
const HEIGHT = 10
const COLOUR = /rgba?\(([^)]*)\)/g
const UPWARDS = /\(to top\b|\(0deg/
/** Matches a gradient that has its middle where the indicator lies. */
const SIDEWAYS = /\(to (left|right),|\((90|270)deg/

/** Tells the host of one page whether it is dark at its bottom. */
export class Ground {
  #page
  #timer = 0
  /** @type {boolean | null} */
  #dark = null

  /** @param {import('./frames.js').Page} page */
  constructor(page) {
    this.#page = page
    for (const event of ['scroll', 'transitionend', 'animationend']) {
      page.document.addEventListener(event, () => this.look(), { capture: true, passive: true })
    }
  }

  /** Looks in a moment, once for all that changes until then. */
  look() {
    if (this.#timer) return
    this.#timer = window.setTimeout(() => {
      this.#timer = 0
      if (this.#page.sheet.dataset.state === 'shown') this.#tell()
    }, PAUSE)
  }

  #tell() {
    const dark = this.#isDark()
    if (dark === null || dark === this.#dark) return
    this.#dark = dark
    this.#page.host.grounded(this.#page.number, dark)
  }

  /** Returns null if nothing that is painted there is known. */
  #isDark() {
    const { document, window, sheet } = this.#page
    const x = window.innerWidth / 2
    const y = window.innerHeight - HEIGHT
    const there = document.elementsFromPoint(x, y)
    const within = there.flatMap((element) => [...(element.shadowRoot?.elementsFromPoint(x, y) ?? []), element])
    for (const element of [...within, sheet]) {
      const { backgroundColor, backgroundImage } = window.getComputedStyle(element)
      const { top, height } = element.getBoundingClientRect()
      const dark = isDark(backgroundImage, (y - top) / height) ?? isDark(backgroundColor, 1)
      if (dark !== null) return dark
    }
    return null
  }
}

/**
 * Returns whether a computed value is dark at a place; null if it has no colour that covers what is below.
 * @param {string} value a colour, or gradients, whose stops count as evenly spread
 * @param {number} down how far below the top the place is, from 0 to 1
 */
function isDark(value, down) {
  const lights = Array.from(value.matchAll(COLOUR), ([, numbers]) => numbers.split(',').map(Number))
    .filter(([, , , alpha = 1]) => alpha >= 0.5)
    .map(([red, green, blue]) => 0.299 * red + 0.587 * green + 0.114 * blue)
  if (lights.length === 0) return null
  const along = SIDEWAYS.test(value) ? 0.5 : UPWARDS.test(value) ? 1 - down : down
  return lights[Math.round(Math.min(Math.max(along, 0), 1) * (lights.length - 1))] < 128
}
