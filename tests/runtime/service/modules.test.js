// The program's modules: how a reference finds its file, and how modules run.

import { host } from './worker.js'
import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { beforeEach, test } from 'node:test'
import { Journal } from '../../../resources/runtime/service/journal.js'
import { Loader } from '../../../resources/runtime/service/loader.js'
import { Modules } from '../../../resources/runtime/service/modules.js'

const ADDRESS = 'mp://program/__program/module/'

let lines, noted
beforeEach(() => {
  lines = []
  noted = []
  globalThis.note = (...values) => noted.push(...values)
  host.files.clear()
  host.requests.length = 0
  host.files.set(
    '/__runtime/sucrase.js',
    `__define('sucrase', (_require, _module, exports) => { exports.transform = (...all) => sucrase.transform(...all) })`,
  )
})

/**
 * Modules as CommonJS, each served as the host does.
 * @param {Record<string, string>} sources
 * @param {Record<string, string>} [aliases]
 */
function modulesOf(sources, aliases) {
  for (const [file, source] of Object.entries(sources)) {
    host.files.set(
      ADDRESS + file,
      `__define(${JSON.stringify(file)}, function (require, module, exports) {${source}\n})`,
    )
  }
  const journal = new Journal((_kind, level, text, file, line) => lines.push([level, text.split('\n')[0], file, line]))
  return new Modules(Object.keys(sources), new Loader(), journal, aliases)
}

test('a module gives what it exports, and runs once', () => {
  const modules = modulesOf({
    'a.js': "note('a'); exports.one = 1; this.two = 2",
    'b.js': "module.exports = require('./a.js')",
  })
  assert.deepEqual(modules.require('b.js'), { one: 1, two: 2 })
  assert.equal(modules.require('a.js'), modules.require('b.js'))
  assert.deepEqual(noted, ['a'])
})

test('modules that need each other get what is exported so far', () => {
  const modules = modulesOf({
    'a.js': "exports.early = 1; note(require('./b').seen); exports.late = 2",
    'b.js': "exports.seen = { ...require('./a') }",
  })
  modules.require('a.js')
  assert.deepEqual(noted, [{ early: 1 }])
})

test('a module that throws is not there, and is tried again', () => {
  const modules = modulesOf({ 'a.js': "note('a'); throw new Error('broken')" })
  assert.throws(() => modules.require('a.js'), { message: 'broken' })
  assert.throws(() => modules.require('a.js'), { message: 'broken' })
  assert.deepEqual(noted, ['a', 'a'])
})

test('what goes wrong in a module that is run is told with its line', () => {
  const modules = modulesOf({ 'pages/a.js': "note('a')\nthrow new Error('broken')", 'b.js': "note('b')" })
  modules.run('pages/a.js')
  modules.run('b.js')
  assert.deepEqual([noted, lines], [['a', 'b'], [['error', 'pages/a.js: Error: broken', 'pages/a.js', 2]]])
})

/** Where each reference in pages/a/a.js leads, among files of which each exports its own name. */
const FILES = [
  'b.js',
  'c.ts',
  'd/index.js',
  'e/index.ts',
  'pages/a/b.js',
  'pages/a/b.ts',
  'pages/a/f.json.js',
  'pages/b.js',
  'pages/npm.js',
  'miniprogram_npm/npm/index.js',
  'miniprogram_npm/npm/deep.js',
  'miniprogram_npm/b/index.js',
  'miniprogram_npm/up.js',
  'pages/a/side.js',
  'aside.js',
  'pages/miniprogram_npm/near.js',
  'miniprogram_npm/near.js',
  'pages/a/miniprogram_npm/nearest.js',
  'pages/miniprogram_npm/nearest.js',
  'miniprogram_npm/only/index.js',
  'pages/a/only.js',
  'shared/tool.js',
]
for (const [reference, file] of [
  ['./b', 'pages/a/b.js'],
  ['./b.js', 'pages/a/b.js'],
  ['./b.ts', 'pages/a/b.ts'],
  ['b', 'pages/a/b.js'],
  ['../b', 'pages/b.js'],
  ['/b', 'b.js'],
  ['/c', 'c.ts'],
  ['/d', 'd/index.js'],
  ['../../e', 'e/index.ts'],
  ['./f.json', 'pages/a/f.json.js'],
  ['npm', 'miniprogram_npm/npm/index.js'],
  ['npm/deep', 'miniprogram_npm/npm/deep.js'],
  ['near', 'pages/miniprogram_npm/near.js'],
  ['nearest', 'pages/a/miniprogram_npm/nearest.js'],
  ['only', 'pages/a/only.js'],
  ['./npm', undefined],
  ['../up', undefined],
  ['../side', undefined],
  ['../aside', undefined],
  ['./near', undefined],
  ['/npm', undefined],
  ['nothing', undefined],
  ['@/tool', 'shared/tool.js'],
  ['@/../b', 'b.js'],
]) {
  test(`pages/a/a.js finds ${file ?? 'nothing'} behind ${reference}`, () => {
    const sources = Object.fromEntries(FILES.map((name) => [name, `exports.name = '${name}'`]))
    sources['pages/a/a.js'] =
      `const reference = ${JSON.stringify(reference)}; note(require.resolve(reference)); note(require(reference).name)`
    const modules = modulesOf(sources, { '@/': 'shared/' })
    if (file) modules.require('pages/a/a.js')
    else {
      const message = `module '${reference}' is not defined, require args is '${reference}' (required by pages/a/a.js)`
      assert.throws(() => modules.require('pages/a/a.js'), { message })
    }
    assert.deepEqual(noted, file ? [file, file] : [undefined])
  })
}

test('what an alias does not lead to is looked for as it is written', () => {
  const modules = modulesOf(
    { 'a.js': "note(require('lib/b').name)", 'lib/b.js': "exports.name = 'here'" },
    { lib: 'other' },
  )
  modules.require('a.js')
  assert.deepEqual(noted, ['here'])
})

test('the first alias that fits counts', () => {
  const modules = modulesOf(
    { 'a.js': "note(require('@one/b').name)", 'x/b.js': "exports.name = 'x'", 'y/one/b.js': "exports.name = 'y'" },
    { '@one': 'x', '@': 'y' },
  )
  modules.require('a.js')
  assert.deepEqual(noted, ['x'])
})

test('a page has a module in JavaScript or in TypeScript, or none', () => {
  const modules = modulesOf({ 'a.js': '', 'a.ts': '', 'b.ts': '' })
  assert.deepEqual(
    ['a', 'b', 'c'].map((path) => modules.fileOf(path)),
    ['a.js', 'b.ts', undefined],
  )
})

test('whoever is told runs each module', () => {
  const modules = modulesOf({ 'a.js': "note('a'); require('./b')", 'b.js': "note('b')" })
  modules.runThrough((file, run) => {
    noted.push(`before ${file}`)
    run()
    noted.push(`after ${file}`)
  })
  modules.require('a.js')
  assert.deepEqual(noted, ['before a.js', 'a', 'before b.js', 'b', 'after b.js', 'after a.js'])
})

test('require with a callback gives the module after it has returned', async () => {
  const modules = modulesOf({
    'a.js': "require('./b', (b) => note(b.name)); note('returned')",
    'b.js': "exports.name = 'b'",
  })
  const asked = []
  modules.beforeAsync((file) => asked.push(file))
  modules.require('a.js')
  assert.deepEqual(noted, ['returned'])
  await setImmediate()
  assert.deepEqual([noted, asked], [['returned', 'b'], ['b.js']])
})

test('require with a callback tells of a module that is not there, or that throws', async () => {
  const source = (reference) => `require('${reference}', () => note('never'), ({ mod, errMsg }) => note(mod, errMsg));`
  const modules = modulesOf({ 'a.js': source('./no') + source('./broken'), 'broken.js': "throw new Error('broken')" })
  const asked = []
  modules.beforeAsync((file) => asked.push(file))
  modules.require('a.js')
  await setImmediate()
  assert.deepEqual(asked, ['broken.js'])
  assert.deepEqual(noted, [
    './no',
    "module './no' is not defined, require args is './no' (required by a.js)",
    './broken',
    'broken',
  ])
  assert.deepEqual(lines, [])
})

test('a failure that no callback hears is told', async () => {
  const modules = modulesOf({ 'a.js': "require('./no', () => note('never'))" })
  modules.require('a.js')
  await setImmediate()
  assert.match(lines[0][1], /^a.js: Error: module '.\/no' is not defined/)
})

test('what a callback does wrong is told, and is no failure of the module', async () => {
  const modules = modulesOf({
    'a.js': "require('./b', () => { throw new Error('mine') }, () => note('never'))",
    'b.js': '',
  })
  modules.require('a.js')
  await setImmediate()
  assert.deepEqual([noted, lines.map(([, text]) => text)], [[], ['a.js: Error: mine']])
})

test('require.async is a promise of the module, or of what is wrong', async () => {
  const modules = modulesOf({
    'a.js': "require.async('./b').then((b) => note(b.name)); require.async('./no').catch(({ mod }) => note(mod))",
    'b.js': "exports.name = 'b'",
  })
  modules.require('a.js')
  assert.deepEqual(noted, [])
  await setImmediate()
  assert.deepEqual(noted, ['b', './no'])
})
