// The view operations: what the service may do to a page. One flat array carries many of them: [code, ...arguments,
// code, ...arguments, …]. The service and the view both import this table, and nothing else of each other.

/**
 * The name of each operation and the number of its arguments; the code is its place in this list. `page` is the number
 * of a page of the stack, `id` that of a node; `prefix` is the class prefix of an isolated component.
 */
const TABLE = /** @type {const} */ ([
  ['openPage', 3], // page, root id, path: makes the page's frame, hidden
  ['showPage', 2], // page, 'push' | 'pop' | 'none': brings the frame to the front
  ['closePage', 1], // page: drops the frame and every node in it (after a running transition)
  ['configurePage', 2], // page, {background, disableScroll, pullDown, reachBottomDistance}
  ['addSheet', 3], // page, css text, prefix | null
  ['createElement', 3], // page, id, tag (always has a hyphen: wx-view, wx-c-my-part)
  ['createText', 3], // page, id, text
  ['createFragment', 2], // page, id
  ['release', 1], // id: the service forgets the node
  ['append', 2], // parent, child
  ['remove', 2], // parent, child
  ['insertBefore', 3], // parent, child, before
  ['replace', 3], // parent, child, old
  ['spliceBefore', 4], // parent, before, how many to drop from there, fragment
  ['spliceAppend', 2], // parent, fragment
  ['spliceRemove', 3], // parent, first, how many
  ['setId', 2], // id, value
  ['setSlot', 2], // id, slot name
  ['setHostScope', 2], // id, prefix: the host element of an isolated component (:host)
  ['setStyle', 2], // id, css text (rpx still in it)
  ['addClass', 2], // id, class with its prefix
  ['removeClass', 2], // id, class with its prefix
  ['clearClasses', 1], // id
  ['setAttribute', 3], // id, name, value (any value that can be cloned; null removes)
  ['setData', 3], // id, data- name, text
  ['setText', 2], // id, text
  ['listen', 4], // id, event, capture, 0 none | 1 mut | 2 final (catch: the view stops scrolling)
  ['bindModel', 3], // id, property, on
  ['ask', 4], // question, id, 'rect' | 'scroll' | 'canvas' | 'fields' | 'frame' | 'state', detail | null
  ['measure', 3], // question, id, names of computed styles | null: the host has the answer, the service waits for it there
  ['invoke', 3], // id, method of the built-in component, arguments
  ['observe', 5], // question, id, relative id | null, margins, thresholds
  ['unobserve', 1], // question
  ['scrollPage', 3], // page, scrollTop, duration in ms
  ['stopPullDown', 1], // page
  ['startPullDown', 1], // page: as if the person had pulled
  ['animate', 4], // question, id, keyframes, duration in ms: this.animate()
  ['clearAnimation', 2], // id, names of the properties to set free | null for all
  ['loadFont', 3], // question, page | null for all, {family, source, descriptors}
  ['commandSound', 3], // sound, command or property, argument | null: an <audio> that no page shows
  ['drive', 4], // question, id of a node or page, what a script asks of it, detail
])

/** @typedef {(typeof TABLE)[number][0]} OperationName */

/**
 * How many arguments follow each code.
 * @type {readonly number[]}
 */
export const ARITY = TABLE.map(([, arity]) => arity)

/**
 * The name of each code.
 * @type {readonly OperationName[]}
 */
export const NAMES = TABLE.map(([name]) => name)

/** The code of each operation. */
export const CODE = /** @type {Record<OperationName, number>} */ (
  Object.fromEntries(TABLE.map(([name], code) => [name, code]))
)
