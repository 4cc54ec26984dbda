// Private copies of what the worker's global scope offers, made before any code of a program runs. The service uses
// only these: a program can neither reach them nor break them by replacing a global.

const scope = /** @type {any} */ (globalThis)

/**
 * Returns a function of the global scope, bound to it.
 * @param {string} name
 * @returns {any}
 */
const bound = (name) => scope[name].bind(scope)

/** @type {(message: unknown) => void} */
export const post = bound('postMessage')
/** @type {(type: string, listener: (event: any) => void) => void} */
export const listen = bound('addEventListener')
/** @type {(type: string, listener: (event: any) => void) => void} */
export const unlisten = bound('removeEventListener')
/** @type {(...urls: string[]) => void} */
export const importScripts = bound('importScripts')
/** @type {(error: unknown) => void} */
export const reportError = bound('reportError')
/** @type {(job: () => void) => void} */
export const queueMicrotask = bound('queueMicrotask')
/** @type {(job: () => void, delay?: number) => number} */
export const setTimeout = bound('setTimeout')
/** @type {(timer: number) => void} */
export const clearTimeout = bound('clearTimeout')
/** @type {(job: (time: number) => void) => number} */
export const requestAnimationFrame = bound('requestAnimationFrame')
/** @type {(frame: number) => void} */
export const cancelAnimationFrame = bound('cancelAnimationFrame')
/** @type {typeof createImageBitmap} */
export const makeBitmap = bound('createImageBitmap')
/**
 * Returns the milliseconds since the worker began.
 * @type {() => number}
 */
export const now = scope.performance.now.bind(scope.performance)

/** Makes the requests of the service and of programs. */
export const Request = /** @type {typeof XMLHttpRequest} */ (scope.XMLHttpRequest)
/** Makes the threads of wx.createWorker(). */
export const Thread = /** @type {typeof Worker} */ (scope.Worker)
/** Makes fonts for canvases. */
export const Face = /** @type {typeof FontFace} */ (scope.FontFace)
/**
 * The set of fonts that canvases can use.
 * @type {FontFaceSet}
 */
export const faces = scope.fonts
/** Makes files that exist only in memory. */
export const BlobOf = /** @type {typeof Blob} */ (scope.Blob)
/** Makes canvases that no page shows. */
export const Canvas = /** @type {typeof OffscreenCanvas} */ (scope.OffscreenCanvas)
/** Holds the pixels of a part of a canvas. */
export const Pixels = /** @type {typeof ImageData} */ (scope.ImageData)
/** Makes paths to draw on a canvas. */
export const Path = /** @type {typeof Path2D} */ (scope.Path2D)
/** Reads and writes the parameters of an address. */
export const Query = /** @type {typeof URLSearchParams} */ (scope.URLSearchParams)
/**
 * Decodes base64 to a string with one character per byte.
 * @type {(text: string) => string}
 */
export const fromBase64 = bound('atob')
/** @type {(characters: string) => string} */
export const toBase64 = bound('btoa')
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
/** @type {(text: string) => Uint8Array} */
export const encodeUtf8 = encoder.encode.bind(encoder)
/** @type {(bytes: Uint8Array) => string} */
export const decodeUtf8 = decoder.decode.bind(decoder)
/** @type {(bytes: Uint8Array) => void} */
export const fillRandomly = scope.crypto.getRandomValues.bind(scope.crypto)
/** @type {(blob: Blob) => string} */
export const urlOf = scope.URL.createObjectURL.bind(scope.URL)
/** @type {(url: string) => void} */
export const dropUrl = scope.URL.revokeObjectURL.bind(scope.URL)
/**
 * The origin of this worker: `mp://program`.
 * @type {string}
 */
export const ORIGIN = scope.location.origin
