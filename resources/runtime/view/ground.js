// Whether a page is dark where the phone's home indicator lies over it: a page paints itself as it likes, whatever its
// json says is behind it. Pictures are looked through.

/** The ms for which changes are left together before one look. */
const PAUSE = 200
/** How far above the bottom the look is taken, in px: the middle of the indicator. */
const HEIGHT = 10
const COLOUR = /rgba?\(([^)]*)\)/g

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
      const dark = isDark(backgroundImage) ?? isDark(backgroundColor)
      if (dark !== null) return dark
    }
    return null
  }
}

/**
 * Returns whether the colours in a computed value are dark on average; null if it has none that covers what is below.
 * @param {string} value
 */
function isDark(value) {
  const lights = Array.from(value.matchAll(COLOUR), ([, numbers]) => numbers.split(',').map(Number))
    .filter(([, , , alpha = 1]) => alpha >= 0.5)
    .map(([red, green, blue]) => 0.299 * red + 0.587 * green + 0.114 * blue)
  return lights.length > 0 ? lights.reduce((sum, light) => sum + light, 0) / lights.length < 128 : null
}
