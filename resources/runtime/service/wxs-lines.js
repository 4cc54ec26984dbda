// Where in compiled templates each WXS module begins, so that its errors name the program's own file and line.

/** @typedef {import('./trace.js').Start} Start */

const SCRIPT = /D\((["'])([^"'\n]+)\1,\(require,exports,module\)=>\{/g

/** @param {string} code of compiled templates @param {Record<string, string>} wxml sources by path @returns {Start[]} */
export function scriptLines(code, wxml) {
  let line = 1
  let at = 0
  return Array.from(code.matchAll(SCRIPT), (found) => {
    line += linesIn(code.slice(at, found.index))
    at = found.index
    const [path, module] = found[2].split('#')
    return module === undefined
      ? { file: `${path}.wxs`, line, from: 1 }
      : { file: `${path}.wxml`, line, from: placeOfInline(wxml[path] ?? '', module).line }
  })
}

/** Where the source of `<wxs module="…">` begins. @param {string} source @param {string} module @returns {import('./wxs-scripts.js').Place} */
export function placeOfInline(source, module) {
  const named = (/** @type {string} */ tag) => tag.includes(`"${module}"`) || tag.includes(`'${module}'`)
  for (const { 0: tag, index } of source.matchAll(/<wxs\b[^>]*>/g)) {
    const before = source.slice(0, index + tag.length)
    if (named(tag)) return { line: 1 + linesIn(before), column: before.length - before.lastIndexOf('\n') }
  }
  return { line: 1, column: 1 }
}

/** @param {string} text */
const linesIn = (text) => text.split('\n').length - 1
