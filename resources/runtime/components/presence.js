// Whether a component that asks the person for something is on the page: the host hears of it once when it comes, and
// once when it goes.

/** Watches one component. */
export class Presence {
  #told = false
  #component
  #isWanted
  #tell

  /**
   * @param {import('./component.js').Component} component
   * @param {(shown: boolean) => void} tell
   * @param {() => boolean} isWanted returns whether the component asks at all, with its present properties
   */
  constructor(component, tell, isWanted = () => true) {
    this.#component = component
    this.#tell = tell
    this.#isWanted = isWanted
  }

  /** Tells the host if that has changed. Being moved on the page is neither coming nor going. */
  settle() {
    const component = this.#component
    component.page.window.queueMicrotask(() => {
      const shown = component.isConnected && this.#isWanted()
      if (shown === this.#told || !component.nodeId) return
      this.#told = shown
      this.#tell(shown)
    })
  }
}
