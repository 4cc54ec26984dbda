// ES modules and TypeScript, which sucrase (loaded when needed) turns into CommonJS without changing line numbers. The
// engine needs long for each script made from text, so modules that import each other are made one script together.

import { sourceMapComment, unwrapped } from './source-map.js'
import { lineOfSyntaxError, moduleUrl, nameBundle, placeError } from './trace.js'

/** @typedef {(require: Function, module: {exports: unknown}, exports: unknown) => void} Body */
/** @typedef {{file: string, code: string}} Piece a module as one call of the handover function */

/** The names that a module of a program sees as undefined, as on the phone; the host wraps CommonJS with the same. */
const SHADOWED = 'window,document,frames,self,location,navigator,localStorage,history,screen,alert,confirm,prompt'

const STATIC_IMPORT = /(?:^|[;}\n])\s*(?:import\s*|(?:import|export)\b[^;'"()=]*?\bfrom\s*)['"]([^'"\n]+)['"]/g

/**
 * Returns the references that a module always imports.
 * @param {string} source
 */
export const staticImports = (source) => Array.from(source.matchAll(STATIC_IMPORT), ([, reference]) => reference)

const REQUIRE = /\brequire\(\s*['"]([^'"\n]+)['"]\s*\)/g

/**
 * Returns the references that a CommonJS module may require.
 * @param {string} code
 */
export const requiresIn = (code) => Array.from(code.matchAll(REQUIRE), ([, reference]) => reference)

/**
 * Returns the source of an ES module in its handover; null if the module is handed over as a function.
 * @param {string} file
 * @param {string} handover
 */
export function sourceIn(file, handover) {
  const start = `__define(${JSON.stringify(file)}, `
  return handover.startsWith(`${start}"`) ? JSON.parse(handover.slice(start.length, handover.lastIndexOf(')'))) : null
}

/** Makes the body of a module a function, alone or together with the modules it imports. */
export class EsModules {
  #loader
  #inspected
  #lastBundle = 0

  /**
   * @param {import('./loader.js').Loader} loader
   * @param {boolean} inspected whether Chromium's tools look at the program
   */
  constructor(loader, inspected) {
    this.#loader = loader
    this.#inspected = inspected
  }

  /**
   * Returns the body of a module; throws what is wrong with its source, with its place.
   * @param {string} file
   * @param {string} source
   * @returns {Body}
   */
  body(file, source) {
    const code = wrapped(file, this.#plain(file, source))
    try {
      return this.#loader.loadText(`${code}\n//# sourceURL=${moduleUrl(file)}`).get(file)
    } catch (error) {
      placeError(error, { file, line: lineOfSyntaxError(error) })
      throw error
    }
  }

  /**
   * Returns the bodies of many modules, made in one script; an empty map if something is wrong with one of them, for
   * then each is made alone when it is needed.
   * @param {Map<string, string>} sources
   * @param {Piece[]} ready modules that are wrapped already
   * @returns {Map<string, Body>}
   */
  bodies(sources, ready) {
    const pieces = [...ready, ...[...sources].flatMap(([file, source]) => this.#pieceOf(file, source))]
    const bundle = `@${++this.#lastBundle}`
    nameBundle(bundle, startsOf(pieces))
    const code = pieces.map((piece) => piece.code).join('\n')
    const map = this.#inspected ? `\n${sourceMapComment(pieces.map((piece) => located(piece, sources)))}` : ''
    try {
      return this.#loader.loadText(`${code}\n//# sourceURL=${moduleUrl(bundle)}${map}`)
    } catch {
      return new Map()
    }
  }

  /**
   * Returns the piece of script that defines one module.
   * @param {string} file
   * @param {string} source
   * @returns {Piece[]}
   */
  #pieceOf(file, source) {
    try {
      return [{ file, code: wrapped(file, this.#plain(file, source)) }]
    } catch {
      return []
    }
  }

  /**
   * Returns CommonJS that means the same as the source.
   * @param {string} file
   * @param {string} source
   * @returns {string}
   */
  #plain(file, source) {
    const { transform } = this.#loader.library('sucrase')
    /** @type {string[]} */ const transforms = file.endsWith('.ts') ? ['imports', 'typescript'] : ['imports']
    try {
      return transform(withSemicolons(source), { transforms, disableESTransforms: true, filePath: file }).code
    } catch (error) {
      placeError(error, { file, line: /** @type {{loc?: {line: number}}} */ (error).loc?.line ?? 1 })
      throw error
    }
  }
}

/**
 * Puts semicolons before exports: sucrase makes `export const { a } = b` an expression in brackets, which would call
 * whatever stands on a line without a semicolon before it.
 * @param {string} source
 */
const withSemicolons = (source) => source.replace(/^(\s*)(?=export\s+(?:const|let|var)\s*[[{])/gm, '$1;')

/**
 * Wraps CommonJS in a function whose parameters shadow what a module must not see.
 * @param {string} file
 * @param {string} code
 */
const wrapped = (file, code) =>
  `__define(${JSON.stringify(file)},(function(${SHADOWED}){return function(require,module,exports){${code}\n}})())`

/**
 * @param {Piece} piece
 * @param {Map<string, string>} sources of ES modules and TypeScript
 */
const located = ({ file, code }, sources) => ({ file, code, source: sources.get(file) ?? unwrapped(code) })

/**
 * Returns for each piece its first line among the lines of all of them.
 * @param {Piece[]} pieces
 */
function startsOf(pieces) {
  let line = 1
  return pieces.map(({ file, code }) => {
    const start = { file, line }
    line += code.split('\n').length
    return start
  })
}
