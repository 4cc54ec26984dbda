// Tells the host what the page in front shows, as long as the host wants to know: at once and at every change.

const FRONT = '.sheet[data-state=shown] > iframe'
const MOST = 100_000
/** The milliseconds between two looks, for pages that change at every frame. */
const REST_MS = 100

/** Tells the text of the page. It costs nothing until `want(true)`. */
export class PageText {
  #host
  /** @type {string | null} */
  #told = null
  /** @type {Document | null} */
  #front = null
  #timer = 0
  #stage = new MutationObserver(() => this.#followFront())
  #page = new MutationObserver(() => this.#lookSoon())

  /** @param {{shows(text: string): void}} host */
  constructor(host) {
    this.#host = host
  }

  /** @param {boolean} wanted */
  want(wanted) {
    this.#stage.disconnect()
    this.#page.disconnect()
    clearTimeout(this.#timer)
    this.#timer = 0
    this.#front = this.#told = null
    if (!wanted) return
    this.#stage.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['data-state'],
    })
    this.#followFront()
  }

  #followFront() {
    const front = /** @type {HTMLIFrameElement | null} */ (document.querySelector(FRONT))?.contentDocument ?? null
    if (front === this.#front) return
    this.#front = front
    this.#page.disconnect()
    if (front) this.#page.observe(front, { childList: true, subtree: true, characterData: true, attributes: true })
    this.#lookSoon()
  }

  #lookSoon() {
    this.#timer ||= setTimeout(() => this.#look(), this.#told === null ? 0 : REST_MS)
  }

  #look() {
    this.#timer = 0
    const text = this.#front?.documentElement?.innerText.slice(0, MOST) ?? ''
    if (text === this.#told) return
    this.#told = text
    this.#host.shows(text)
  }
}
