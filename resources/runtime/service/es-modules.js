// ES modules and TypeScript: made CommonJS by sucrase (loaded on demand), line by line. The engine takes its time with
// every script made of text, so the modules that import each other are made one script together.

import { lineOfSyntaxError, moduleUrl, nameBundle, placeError } from './trace.js'

/** @typedef {(require: Function, module: {exports: unknown}, exports: unknown) => void} Body */
/** @typedef {{file: string, code: string}} Piece a module as one call of the handover function */

/** Names that a program's module sees as undefined, as it does on the phone; the host's wrapping has the same. */
const SHADOWED = 'window,document,frames,self,location,navigator,localStorage,history,screen,alert,confirm,prompt'

const STATIC_IMPORT = /(?:^|[;}\n])\s*(?:import\s*|(?:import|export)\b[^;'"()=]*?\bfrom\s*)['"]([^'"\n]+)['"]/g

/**
 * What a module imports whatever happens.
 * @param {string} source
 */
export const staticImports = (source) => Array.from(source.matchAll(STATIC_IMPORT), ([, reference]) => reference)

const REQUIRE = /\brequire\(\s*['"]([^'"\n]+)['"]\s*\)/g

/**
 * What a CommonJS module may require.
 * @param {string} code
 */
export const requiresIn = (code) => Array.from(code.matchAll(REQUIRE), ([, reference]) => reference)

/**
 * The source of an ES module in its handover; null if it is handed over as a function.
 * @param {string} file
 * @param {string} handover
 */
export function sourceIn(file, handover) {
  const start = `__define(${JSON.stringify(file)}, `
  return handover.startsWith(`${start}"`) ? JSON.parse(handover.slice(start.length, handover.lastIndexOf(')'))) : null
}

/** Gives the body of a module as a function, alone or together with those it imports. */
export class EsModules {
  #loader
  #lastBundle = 0

  /** @param {import('./loader.js').Loader} loader */
  constructor(loader) {
    this.#loader = loader
  }

  /**
   * The module of one source. Throws what is wrong with it, placed.
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
   * The modules of many sources in one script; none if something is wrong with one of them: then each is made alone
   * when it is needed.
   * @param {Map<string, string>} sources
   * @param {Piece[]} ready modules that are wrapped already
   * @returns {Map<string, Body>}
   */
  bodies(sources, ready) {
    const pieces = [...ready, ...[...sources].flatMap(([file, source]) => this.#pieceOf(file, source))]
    const bundle = `@${++this.#lastBundle}`
    nameBundle(bundle, startsOf(pieces))
    try {
      return this.#loader.loadText(`${pieces.map(({ code }) => code).join('\n')}\n//# sourceURL=${moduleUrl(bundle)}`)
    } catch {
      return new Map()
    }
  }

  /**
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
   * CommonJS that means the same.
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
 * Sucrase makes `export const { a } = b` an expression in brackets; after a line without a semicolon that would be a
 * call of what stands before.
 * @param {string} source
 */
const withSemicolons = (source) => source.replace(/^(\s*)(?=export\s+(?:const|let|var)\s*[[{])/gm, '$1;')

/**
 * @param {string} file
 * @param {string} code
 */
const wrapped = (file, code) =>
  `__define(${JSON.stringify(file)},(function(${SHADOWED}){return function(require,module,exports){${code}\n}})())`

/**
 * The first line of each piece among the lines of all.
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
