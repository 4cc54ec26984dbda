// ES modules and TypeScript, and modules that are loaded together.

import { serveLibraries } from './libraries.js'
import { host } from './worker.js'
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { requiresIn, sourceIn, staticImports } from '../../../resources/runtime/service/es-modules.js'
import { Journal } from '../../../resources/runtime/service/journal.js'
import { Loader } from '../../../resources/runtime/service/loader.js'
import { Modules } from '../../../resources/runtime/service/modules.js'

const ADDRESS = '/__program/module/'

let lines
beforeEach(() => {
  lines = []
  host.files.clear()
  host.requests.length = 0
  serveLibraries()
})

/** As the host hands a module over: one that imports or exports as its text. */
const handover = (file, source) =>
  /^\s*(import|export)\b/m.test(source) || file.endsWith('.ts')
    ? `__define(${JSON.stringify(file)}, ${JSON.stringify(source)})`
    : `__define(${JSON.stringify(file)}, function (require, module, exports) {${source}\n})`

/** Modules of these sources; `together` are those that the host gives in one answer. */
function modulesOf(sources, ...together) {
  const handed = Object.fromEntries(Object.entries(sources).map(([file, source]) => [file, handover(file, source)]))
  for (const [file, text] of Object.entries(handed)) host.files.set(`mp://program${ADDRESS}${file}`, text)
  for (const files of together) {
    const answer = JSON.stringify(Object.fromEntries(files.map((file) => [file, handed[file]])))
    host.files.set(`/__program/modules/${files.join(':')}`, answer)
  }
  const journal = new Journal((_kind, level, text, file, line) => lines.push([level, text.split('\n')[0], file, line]))
  return { modules: new Modules(Object.keys(sources), new Loader(), journal), handed }
}

for (const [source, ...found] of [
  ["import a from './a'", './a'],
  ['import \'./a\'; import {b,\n c} from "./b"', './a', './b'],
  ["export * from './a'\nexport { b } from './b'", './a', './b'],
  ["const a = 1;import * as b from 'b'", 'b'],
  ["export const a = 'b'"],
  ["import('./a')"],
  ["const important = 'a'\nexport default 'b'"],
  ["export const a = 'b', from = 'c'"],
  ["import a, { b as c } from 'd'; export default function () { return 'e' }", 'd'],
  ["// not here: x import y from './a'"],
]) {
  test(`${JSON.stringify(source)} imports ${found.join(' and ') || 'nothing'}`, () => {
    assert.deepEqual(staticImports(source), found)
  })
}

test('what a CommonJS module may require', () => {
  assert.deepEqual(requiresIn('require("./a"); x.require( \'b\' ) + requires("c") + require(d) + require(\'\')'), [
    './a',
    'b',
  ])
})

test('the source in a handover', () => {
  assert.equal(sourceIn('a".js', '__define("a\\".js", "x\\"y")'), 'x"y')
  assert.equal(sourceIn('a.js', '__define("a.js", function () {})'), null)
  assert.equal(sourceIn('a.js', '__define("b.js", "x")'), null)
})

test('an ES module gives and takes names', () => {
  const { modules } = modulesOf({
    'a.js': "import b, { c } from './b'\nimport * as all from './b'\nexport const value = [b, c, Object.keys(all)]",
    'b.js': 'export default 1\nexport const c = 2',
  })
  assert.deepEqual(modules.require('a.js').value.slice(0, 2), [1, 2])
})

test('TypeScript loses its types and keeps its lines', () => {
  const { modules } = modulesOf({ 'a.ts': 'interface A {\n  b: number\n}\nexport const f = (a: A): number => a.b' })
  assert.equal(modules.require('a.ts').f({ b: 3 }), 3)
})

test('a constant that takes an object apart is no call of the line before', () => {
  const { modules } = modulesOf({ 'a.js': 'const o = { b: 1 }\nexport const { b } = o\nexport const [c] = [b]' })
  assert.deepEqual({ ...modules.require('a.js') }, { b: 1, c: 1 })
})

test('modern JavaScript stays as it is written, and is not taken for TypeScript', () => {
  const { modules } = modulesOf({
    'a.js': 'const a = 1, b = 2, c = 3\nexport const wrong = a < b > (c)\nexport const f = (x) => x?.y ?? 4',
  })
  const { wrong, f } = modules.require('a.js')
  assert.deepEqual([wrong, f(), String(f).replaceAll(' ', '')], [false, 4, '(x)=>x?.y??4'])
})

test('a module sees nothing of the worker', () => {
  const { modules } = modulesOf({
    'a.js': 'export const seen = [typeof window, typeof self, typeof location, typeof document, typeof alert]',
  })
  assert.deepEqual(modules.require('a.js').seen, Array(5).fill('undefined'))
})

test('an error in an ES module is told with its line', () => {
  const { modules } = modulesOf({ 'a.js': 'export default 1\n\nnull.x' })
  modules.run('a.js')
  assert.deepEqual(
    lines.map(([, , file, line]) => [file, line]),
    [['a.js', 3]],
  )
})

test('what cannot be read is told with its line', () => {
  const { modules } = modulesOf({
    'a.js': 'export default 1\n\nconst = 2',
    'b.js': 'export default 1\nawait: for (;;) { const x = 1; x = ; }',
  })
  modules.run('a.js')
  modules.run('b.js')
  assert.deepEqual(
    lines.map(([level, , file, line]) => [level, file, line]),
    [
      ['error', 'a.js', 3],
      ['error', 'b.js', 2],
    ],
  )
})

test('what only the engine refuses is told with its line', () => {
  const { modules } = modulesOf({ 'a.js': 'export default 1\n\nlet x; let x' })
  modules.run('a.js')
  assert.deepEqual(
    lines.map(([, text, file, line]) => [text, file, line]),
    [["a.js: SyntaxError: Identifier 'x' has already been declared", 'a.js', 3]],
  )
})

/** The addresses that were read, without libraries. */
const read = () => host.requests.map(({ url }) => url)

test('three modules and more are asked for together, with what they need', () => {
  const { modules } = modulesOf(
    {
      'a.js': "exports.a = require('./d').d",
      'b.js': "require('./e')",
      'c.js': "require('./f'); require('./a'); require('./no')",
      'd.js': 'exports.d = 4',
      'e.js': '',
      'f.js': '',
    },
    ['a.js', 'b.js', 'c.js'],
    ['d.js', 'e.js', 'f.js'],
  )
  modules.foresee(['a.js', 'b.js', 'c.js', 'a.js'])
  assert.deepEqual(read(), ['/__program/modules/a.js:b.js:c.js', '/__program/modules/d.js:e.js:f.js'])
  for (const file of [...host.files.keys()]) if (file.startsWith('mp:')) host.files.delete(file)
  assert.equal(modules.require('a.js').a, 4)
  modules.foresee(['a.js', 'b.js', 'c.js', 'e.js', 'f.js'])
  assert.equal(read().length, 2)
})

test('what ES modules import is asked for together too', () => {
  const { modules } = modulesOf(
    {
      'a.js': "import './d'",
      'b.js': "import './e'",
      'c.js': "import './f'",
      'd.js': 'export default 4',
      'e.js': 'export default 5',
      'f.js': 'export default 6',
    },
    ['a.js', 'b.js', 'c.js'],
    ['d.js', 'e.js', 'f.js'],
  )
  modules.foresee(['a.js', 'b.js', 'c.js'])
  assert.deepEqual(read(), ['/__program/modules/a.js:b.js:c.js', '/__program/modules/d.js:e.js:f.js'])
})

test('an import that leads nowhere is told, and asks the host for nothing', () => {
  const { modules } = modulesOf({ 'a.js': "import './b'\nimport './c'\nimport './no'", 'b.js': '', 'c.js': '' })
  modules.run('a.js')
  assert.match(lines[0][1], /module '.\/no' is not defined/)
  assert.deepEqual(read(), [])
})

test('fewer than three are not worth asking for', () => {
  const { modules } = modulesOf({ 'a.js': '', 'b.js': '' }, ['a.js', 'b.js'])
  modules.foresee(['a.js', 'b.js'])
  modules.foresee(['plugin://a', 'plugin://b', 'plugin://c'])
  assert.deepEqual(read(), [])
})

test('a module that needs many ES modules takes them together', () => {
  const { modules } = modulesOf(
    {
      'a.js': "import b from './b'\nimport c from './c'\nimport d from './d'\nexport default b + c + d",
      'b.js': 'export default 1',
      'c.js': 'export default 2',
      'd.ts': 'export default 3 as number',
    },
    ['b.js', 'c.js', 'd.ts'],
  )
  assert.equal(modules.require('a.js').default, 6)
  assert.deepEqual(read(), ['/__program/modules/b.js:c.js:d.ts'])
})

test('errors in modules that were loaded together are told with their own lines', () => {
  const { modules, handed } = modulesOf({
    'a.js': 'export default 1',
    'b.js': 'export default 1\nnull.x',
    'c.js': '\n\nnull.x',
  })
  modules.take(handed)
  for (const file of ['a.js', 'b.js', 'c.js']) modules.run(file)
  assert.deepEqual(
    lines.map(([, , file, line]) => [file, line]),
    [
      ['b.js', 2],
      ['c.js', 3],
    ],
  )
})

test('one broken module among many costs itself alone', () => {
  const { modules, handed } = modulesOf({
    'a.js': 'export default 1',
    'b.js': 'import {',
    'c.js': 'exports.c = 3',
    'd.js': 'export default 1\nlet x; let x',
  })
  modules.take({ 'a.js': handed['a.js'], 'b.js': handed['b.js'], 'c.js': handed['c.js'] })
  for (const file of [...host.files.keys()]) if (file.endsWith('c.js')) host.files.delete(file)
  assert.deepEqual([modules.require('a.js').default, modules.require('c.js').c], [1, 3])
  modules.run('b.js')
  modules.take({ 'd.js': handed['d.js'] })
  modules.run('d.js')
  assert.deepEqual(
    lines.map(([, , file]) => file),
    ['b.js', 'd.js'],
  )
})
