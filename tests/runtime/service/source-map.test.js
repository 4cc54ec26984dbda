// Maps from a script that holds several files to those files, read back as a debugger reads them.

import './worker.js'
import assert from 'node:assert/strict'
import { SourceMap } from 'node:module'
import { test } from 'node:test'
import { mappingsOf, sourceMapComment, unwrapped } from '../../../resources/runtime/service/source-map.js'

const mapIn = (comment) => JSON.parse(decodeURIComponent(comment.slice(comment.indexOf(',') + 1)))
const file = (name, lines) => ({ file: name, code: Array(lines).fill('x').join('\n'), source: `source of ${name}` })

test('each line leads to the same line of its own file', () => {
  const counts = [3, 1, 40, 2]
  const sources = counts.map((_count, at) => `${at}.js`)
  const map = new SourceMap({ version: 3, sources, names: [], mappings: mappingsOf(counts) })
  let line = 0
  for (const [at, count] of counts.entries())
    for (let own = 0; own < count; own++) {
      const found = map.findEntry(line++, 0)
      assert.deepEqual([found.originalSource, found.originalLine], [`${at}.js`, own])
    }
})

test('files are named as in the program and bring their text', () => {
  const map = mapIn(sourceMapComment([file('pages/a b.js', 2), file('页.js', 1)]))
  assert.deepEqual(map.sources, ['mp://program/pages/a%20b.js', 'mp://program/%E9%A1%B5.js'])
  assert.deepEqual(map.sourcesContent, ['source of pages/a b.js', 'source of 页.js'])
})

test('the comment is one line without blanks', () => {
  const comment = sourceMapComment([{ file: 'a.js', code: 'a\nb', source: 'a // */ "\n\tb' }])
  assert.match(comment, /^\/\/# sourceMappingURL=data:application\/json;charset=utf-8,\S+$/)
})

test('a module that the host wrapped is shown as it was written', () => {
  const source = 'const a = {}\nmodule.exports = () => {\n}\n'
  const code = `__define("a.js",(function(window){return function(require,module,exports){${source}\n}})());\n`
  assert.equal(unwrapped(code), source)
  assert.equal(unwrapped('no wrapping'), 'no wrapping')
})
