// One frame per page of the program's stack.

/**
 * One page of the program and what its elements need of the view.
 * @typedef {object} Page
 * @property {number} number the service's number of the page
 * @property {string} path as in app.json, without a leading slash
 * @property {Window & typeof globalThis} window
 * @property {Document} document
 * @property {HTMLElement} root
 * @property {(message: object, transfer?: Transferable[]) => void} send to the service
 */

export {}
