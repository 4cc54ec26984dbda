// The nodes of all pages under the numbers that the service gave them.

/**
 * The fields that the view keeps on an element of the program.
 * @typedef {object} Memory
 * @property {number} [nodeId]
 * @property {Map<string, number>} [listeners] event and how it is caught: 0 no | 1 mut | 2 final
 * @property {Record<string, unknown>} [properties]
 * @property {(name: string, value: unknown) => void} [assign] built-in components have it
 */
/** @typedef {HTMLElement & Memory} ProgramElement */
/** @typedef {Node & Memory} ProgramNode */

/**
 * Says that what an operation is about is closed. Nobody reports it: programs often set data of pages that have gone.
 */
export class Gone extends Error {}

/** Finds nodes by their numbers. */
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
   * Returns an element.
   * @param {number} id
   * @returns {ProgramElement}
   * @throws {Gone} if it is no longer there
   */
  element(id) {
    return /** @type {ProgramElement} */ (this.node(id))
  }

  /**
   * Returns a node.
   * @param {number} id
   * @returns {ProgramNode}
   * @throws {Gone} if it is no longer there
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
 * Returns the nearest node of the program at or around `node`, also from inside a shadow tree.
 * @param {EventTarget | null} node
 */
export function ownerOf(node) {
  let at = /** @type {any} */ (node)
  while (at && !at.nodeId) at = at.parentNode ?? at.host
  return /** @type {ProgramElement | null} */ (at ?? null)
}

/**
 * Yields the element and everything it is drawn in, innermost first.
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
