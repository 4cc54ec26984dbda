// The operations that make nodes and put them in place.

/**
 * The tag of the phone's <page>: it is the body of the page's frame, so that its background and height are the whole
 * page's.
 */
const PAGE_TAG = 'wx-page'

const TEXT = 3

/**
 * @param {import('./nodes.js').Nodes} nodes
 * @param {import('./stage.js').Stage} stage
 */
export function treeOperations(nodes, stage) {
  return { ...makingOperations(nodes, stage), ...placingOperations(nodes), ...spliceOperations(nodes) }
}

/**
 * @param {import('./nodes.js').Nodes} nodes
 * @param {import('./stage.js').Stage} stage
 */
function makingOperations(nodes, stage) {
  return {
    /**
     * @param {number} page
     * @param {number} id
     * @param {string} tag
     */
    createElement(page, id, tag) {
      nodes.add(id, makeElement(stage.page(page).document, tag))
    },
    /**
     * @param {number} page
     * @param {number} id
     * @param {string} text
     */
    createText(page, id, text) {
      nodes.add(id, stage.page(page).document.createTextNode(text))
    },
    /**
     * @param {number} page
     * @param {number} id
     */
    createFragment(page, id) {
      nodes.add(id, stage.page(page).document.createDocumentFragment())
    },
    /** @param {number} id */
    release(id) {
      nodes.drop(id)
    },
  }
}

/** @param {import('./nodes.js').Nodes} nodes */
function placingOperations(nodes) {
  return {
    /**
     * @param {number} parent
     * @param {number} child
     */
    append(parent, child) {
      const box = nodes.node(parent)
      const node = nodes.node(child)
      if (node.nodeType === TEXT) readLines(box, node)
      box.appendChild(node)
    },
    /**
     * @param {number} parent
     * @param {number} child
     */
    remove(parent, child) {
      nodes.node(parent).removeChild(nodes.node(child))
    },
    /**
     * @param {number} parent
     * @param {number} child
     * @param {number} before
     */
    insertBefore(parent, child, before) {
      nodes.node(parent).insertBefore(nodes.node(child), nodes.node(before))
    },
    /**
     * @param {number} parent
     * @param {number} child
     * @param {number} old
     */
    replace(parent, child, old) {
      nodes.node(parent).replaceChild(nodes.node(child), nodes.node(old))
    },
    /**
     * @param {number} id
     * @param {string} text
     */
    setText(id, text) {
      const node = nodes.node(id)
      node.textContent = text
      if (node.nodeType === TEXT && node.parentNode) readLines(node.parentNode, node)
    },
  }
}

/**
 * Makes the operations on several children at once.
 * @param {import('./nodes.js').Nodes} nodes
 */
function spliceOperations(nodes) {
  return {
    /**
     * @param {number} parent
     * @param {number} before
     * @param {number} count
     * @param {number} fragment
     */
    spliceBefore(parent, before, count, fragment) {
      const first = nodes.node(before)
      nodes.node(parent).insertBefore(nodes.node(fragment), first)
      removeFrom(first, count)
    },
    /**
     * @param {number} parent
     * @param {number} fragment
     */
    spliceAppend(parent, fragment) {
      nodes.node(parent).appendChild(nodes.node(fragment))
    },
    /**
     * @param {number} _parent
     * @param {number} first
     * @param {number} count
     */
    spliceRemove(_parent, first, count) {
      removeFrom(nodes.node(first), count)
    },
  }
}

/**
 * Makes an element. Only names with a hyphen are used, because the browser gives them no behaviour of its own.
 * @param {Document} document
 * @param {string} tag
 */
function makeElement(document, tag) {
  if (tag === PAGE_TAG) return document.body
  if (!tag.includes('-')) throw new Error(`<${tag}> is not an element of mini programs`)
  return document.createElement(tag)
}

/**
 * @param {ChildNode | Node} first
 * @param {number} count
 */
function removeFrom(first, count) {
  let node = /** @type {Node | null} */ (first)
  for (let left = count; node && left > 0; left--) {
    const next = node.nextSibling
    node.parentNode?.removeChild(node)
    node = next
  }
}

/**
 * Breaks the lines of a <text> at a backslash and an n, as people write them in WXML.
 * @param {Node} box
 * @param {Node} text
 */
function readLines(box, text) {
  const data = /** @type {Text} */ (text).data
  if (data.includes('\\n') && /** @type {Element} */ (box).localName === 'wx-text')
    /** @type {Text} */ (text).data = data.replaceAll('\\n', '\n')
}
