// Where each WXS module begins in compiled templates, so that errors in it name the program's own file and line.

/** @typedef {import('./trace.js').Start} Start */

const SCRIPT = /D\((["'])([^"'\n]+)\1,\(require,exports,module\)=>\{/g

/**
 * Returns where modules begin, in order.
 * @param {string} code of compiled templates
 * @param {(path: string, module: string) => number} lineOf gives the line of a module in its template
 * @returns {Start[]}
 */
export function scriptLines(code, lineOf) {
  let line = 1
  let at = 0
  return Array.from(code.matchAll(SCRIPT), (found) => {
    line += linesIn(code.slice(at, found.index))
    at = found.index
    const [path, module] = found[2].split('#')
    return module === undefined
      ? { file: `${path}.wxs`, line, from: 1 }
      : { file: `${path}.wxml`, line, from: lineOf(path, module) }
  })
}

/** @param {string} text */
const linesIn = (text) => text.split('\n').length - 1
