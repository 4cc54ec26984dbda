// What the service loads when templates must be compiled: our reader of WXML and glass-easel's compiler.

import * as compiler from 'virtual:template-compiler'

export { withColons } from './attribute-names.js'
export { findingOf, readFile, translate } from './translate.js'

/**
 * Starts the compiler and returns the class of its groups.
 * @param {BufferSource} wasm
 * @returns {typeof import('glass-easel-template-compiler').TmplGroup}
 */
export function startCompiler(wasm) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), {
    './glass_easel_template_compiler_bg.js': compiler,
  })
  compiler.__wbg_set_wasm(exports)
  return compiler.TmplGroup
}
