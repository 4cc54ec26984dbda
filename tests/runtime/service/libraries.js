// The libraries that the service loads on demand: here they come from their sources instead of the build.

import { host } from './worker.js'
import { createRequire } from 'node:module'
import { withColons } from '../../../resources/runtime/service/wxml/attribute-names.js'
import { findingOf, readFile, translate } from '../../../resources/runtime/service/wxml/translate.js'
import { readWxs } from '../../../resources/runtime/service/wxs-reader.js'

const require = createRequire(new URL('../../../resources/runtime/package.json', import.meta.url))
const startCompiler = () => require('glass-easel-template-compiler').TmplGroup

globalThis.libraries = {
  compiler: { withColons, findingOf, readFile, translate, startCompiler },
  'wxs-reader': { readWxs },
  get sucrase() {
    return require('sucrase')
  },
}

/** From now on the service finds them with the host. */
export function serveLibraries() {
  host.files.set('/__runtime/compiler.wasm', '')
  for (const name of Object.keys(globalThis.libraries)) {
    host.files.set(
      `/__runtime/${name}.js`,
      `__define('${name}', (_require, module) => { module.exports = libraries['${name}'] })`,
    )
  }
}
