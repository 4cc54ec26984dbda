// The nodes of all pages under the numbers that the service gave them.

/**
 * What the view remembers on an element of the program.
 * @typedef {object} Memory
 * @property {number} [nodeId]
 * @property {Map<string, number>} [listeners] event and how it is caught: 0 no | 1 mut | 2 final
 * @property {Record<string, unknown>} [properties]
 * @property {(name: string, value: unknown) => void} [assign] built-in components have it
 */
/** @typedef {HTMLElement & Memory} ProgramElement */
/** @typedef {Node & Memory} ProgramNode */

/** What an operation is about is closed by now: programs set data of pages that are gone, and nobody minds. */
export class Gone extends Error {}

/** Finds a node by its number; one that is no longer there is an error of its own, Gone. */
export class Nodes {
  /** @type {Map<number, ProgramNode>} */
  #nodes = new Map()

  /**
   * @param {number} id
   * @param {Node} node
   */
  add(id, node) {
    const known = /** @type {ProgramNode} */ (node)
    known.nodeId = id
    this.#nodes.set(id, known)
  }

  /**
   * @param {number} id
   * @returns {ProgramElement}
   */
  element(id) {
    return /** @type {ProgramElement} */ (this.node(id))
  }

  /**
   * @param {number} id
   * @returns {ProgramNode}
   */
  node(id) {
    const node = this.#nodes.get(id)
    if (node === undefined) throw new Gone(`no node ${id}`)
    return node
  }

  /** @param {number} id */
  drop(id) {
    this.#nodes.delete(id)
  }

  /**
   * Forgets every node of a closed page.
   * @param {Document} document
   */
  dropAllOf(document) {
    for (const [id, node] of this.#nodes) if (node.ownerDocument === document) this.#nodes.delete(id)
  }
}

/**
 * The nearest node of the program at or around `node`, out of shadow trees too.
 * @param {EventTarget | null} node
 */
export function ownerOf(node) {
  let at = /** @type {any} */ (node)
  while (at && !at.nodeId) at = at.parentNode ?? at.host
  return /** @type {ProgramElement | null} */ (at ?? null)
}

/**
 * The element itself and everything it is drawn in, innermost first.
 * @param {EventTarget | null} target
 * @returns {Generator<ProgramElement>}
 */
export function* pathFrom(target) {
  let at = /** @type {any} */ (target)
  if (at && at.nodeType !== 1) at = at.parentElement
  while (at) {
    if (at.nodeType === 1) yield at
    at = at.assignedSlot ?? at.parentNode ?? at.host
  }
}
