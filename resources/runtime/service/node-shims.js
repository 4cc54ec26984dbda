// What glass-easel-template-compiler asks of Node, given by the worker: it reads one file, its own wasm.

export const TextDecoder = globalThis.TextDecoder
export const TextEncoder = globalThis.TextEncoder
export const join = (/** @type {string[]} */ ...parts) => parts.join('/')

/** The compiler's wasm, whatever path it names. */
export function readFileSync() {
  return /** @type {any} */ (globalThis).__compilerWasm
}
