// The packages of a program: their configs and templates, when they are first needed, and what is kept of them.

import { serveLibraries } from './libraries.js'
import { host } from './worker.js'
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { Journal } from '../../../resources/runtime/service/journal.js'
import { Loader } from '../../../resources/runtime/service/loader.js'
import { Packages } from '../../../resources/runtime/service/packages.js'
import { TemplateCompiler } from '../../../resources/runtime/service/templates.js'

let told, logged
beforeEach(() => {
  told = []
  logged = []
  host.files.clear()
  host.requests.length = 0
  serveLibraries()
})

/** A compiler, with what the host keeps of the main package. */
function compilerOf(kept = null) {
  const journal = new Journal((_kind, level, text, file, line) => logged.push([level, text, file, line]))
  return new TemplateCompiler(new Loader(), { tell: (...message) => told.push(message) }, journal, kept)
}

const serveTemplates = (name, wxml, wxs = {}) =>
  host.files.set(`/__program/templates/${name}.json`, JSON.stringify({ wxml, wxs }))

/** Whether the service had to load the compiler. */
const compiled = () => host.requests.some(({ url }) => url === '/__runtime/compiler.wasm')

test('templates are compiled once, and what comes of them is given to the host to keep', () => {
  serveTemplates('main', { a: '<view>{{x}}</view>', b: '' })
  assert.deepEqual(Object.keys(compilerOf().templates('main', 'key')).sort(), ['a', 'b'])
  const [[kind, key, code]] = told.splice(0)
  assert.deepEqual([kind, key], ['templates', 'key'])
  host.files.clear()
  host.requests.length = 0
  assert.deepEqual(Object.keys(compilerOf(code).templates('main', 'key')).sort(), ['a', 'b'])
  assert.deepEqual([told, host.requests], [[], []])
})

test('what the host keeps and is no program is compiled anew', () => {
  serveTemplates('main', { a: '' })
  for (const kept of ['(', "__define('lines', [])"]) {
    assert.deepEqual(Object.keys(compilerOf(kept).templates('main', 'key')).sort(), ['a'])
  }
  assert.equal(told.length, 2)
})

test('templates of another package are kept under their key', () => {
  serveTemplates('sub', { 'sub/a': '' })
  compilerOf().templates('sub', 'k1')
  host.files.set('/__program/templates/k1.js', told[0][2])
  host.requests.length = 0
  assert.deepEqual(Object.keys(compilerOf().templates('sub', 'k1')), ['sub/a'])
  assert.equal(compiled(), false)
})

test('findings are told with their places, at every start and once in each', () => {
  serveTemplates('main', { a: '<view>\n </text></view>' })
  serveTemplates('sub', { a: '<view>\n </text></view>' })
  const compiler = compilerOf()
  compiler.templates('main', 'key')
  compiler.templates('sub', 'k1')
  const finding = ['error', 'a.wxml:2:2: </text> closes nothing', 'a.wxml', 2]
  assert.deepEqual(logged.splice(0), [finding])
  compilerOf(told[0][2]).templates('main', 'key')
  assert.deepEqual(logged, [finding])
})

test('a module that is no WXS costs itself alone', () => {
  const wxml = { a: '<wxs module="m" src="./lib.wxs"/><wxs module="n">\n let a</wxs>{{m.b}}' }
  serveTemplates('main', wxml, { 'lib.wxs': 'exports.b = 1', 'bad.wxs': 'new a()' })
  assert.deepEqual(Object.keys(compilerOf().templates('main', 'key')).sort(), ['a'])
  assert.deepEqual(
    logged.map(([, text]) => text),
    ['bad.wxs:1:1: WXS has no "new": use getDate() or getRegExp()', 'a.wxml:2:2: WXS has no "let": use var'],
  )
})

/** The compiler with one thing changed: what it makes of a template that holds `unsound` is no program. */
function breakCompiler() {
  const { startCompiler } = globalThis.libraries.compiler
  const Plain = startCompiler()
  class Group extends Plain {
    texts = new Map()
    addTmpl(path, text) {
      this.texts.set(path, text)
      return super.addTmpl(path, text)
    }
    getTmplGenObjectGroups() {
      const code = super.getTmplGenObjectGroups()
      return [...this.texts.values()].some((text) => text.includes('unsound')) ? `${code}(` : code
    }
  }
  globalThis.libraries.compiler = { ...globalThis.libraries.compiler, startCompiler: () => Group }
  return () => (globalThis.libraries.compiler = { ...globalThis.libraries.compiler, startCompiler })
}

test('a template of which the compiler makes no program costs itself alone', () => {
  const mend = breakCompiler()
  serveTemplates('main', { a: '<wxs module="m"></wxs>sound', b: 'unsound' })
  assert.deepEqual(Object.keys(compilerOf().templates('main', 'key')).sort(), ['a', 'b'])
  mend()
  assert.deepEqual(logged, [['error', 'b.wxml:1:1: the compiler makes no program of it', 'b.wxml', 1]])
  assert.deepEqual(told, [])
})

/** A program's packages over a space that notes what is registered, and a compiler that notes what it is asked. */
function made() {
  const registered = { configs: new Map(), sheets: [], templates: [], compiled: [] }
  const code = {
    getComponentStaticConfig: (path) => registered.configs.get(path),
    addComponentStaticConfig: (path, config) => registered.configs.set(path, config),
    addStyleSheet: (...sheet) => registered.sheets.push(sheet),
    getCompiledTemplate: (path) => registered.templates.find(([each]) => each === path),
    addCompiledTemplate: (path, { content }) => registered.templates.push([path, content]),
  }
  const compiler = {
    templates: (name, key) => (
      registered.compiled.push([name, key]),
      { [`${name}/a`]: `template of ${name}`, shared: name }
    ),
  }
  const packages = [{ root: '' }, { root: '/sub/' }, { root: 'other' }]
  return { registered, packages: new Packages({ packages, pages: ['sub/a', 'main/a'] }, { code }, compiler) }
}

test('a package is read when a file of it is first needed', () => {
  const { registered, packages } = made()
  for (const name of ['main', 'sub']) {
    host.files.set(`/__program/package/${name}.json`, JSON.stringify({ configs: {}, templates: `${name} key` }))
  }
  for (const path of ['sub/a', 'sub/b', 'subway/a', 'main/a']) packages.load(path)
  assert.deepEqual(registered.compiled, [
    ['sub', 'sub key'],
    ['main', 'main key'],
  ])
})

test('what two packages share is registered once', () => {
  const { registered, packages } = made()
  const configs = { shared: { title: 'first' } }
  packages.add('main', { configs, templates: '' })
  packages.add('sub', { configs: { shared: { title: 'second' } }, templates: '' })
  assert.equal(registered.configs.get('shared').title, 'first')
  assert.deepEqual(registered.templates, [
    ['main/a', 'template of main'],
    ['shared', 'main'],
    ['sub/a', 'template of sub'],
  ])
})

test('a component has styles of its own; a page only if it says so', () => {
  const { registered, packages } = made()
  const configs = {
    'main/a': { component: true },
    'sub/a': { component: true, styleIsolation: 'isolated' },
    'in/a--b.c': { component: true },
    'in/plain': {},
  }
  packages.add('main', { configs, templates: '' })
  assert.deepEqual(registered.sheets, [
    ['main/a', 'main/a', undefined],
    ['sub/a', 'sub/a', 'sub-a'],
    ['in/a--b.c', 'in/a--b.c', 'in-a-b-c'],
    ['in/plain', 'in/plain', undefined],
  ])
  const alone = Array.from(registered.configs.values(), ({ component }) => component)
  assert.deepEqual(alone, [false, true, true, false])
})
