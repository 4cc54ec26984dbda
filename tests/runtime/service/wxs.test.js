// WXS: what its reader takes, what its code does, and how its modules are run.

import './worker.js'
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { Journal } from '../../../resources/runtime/service/journal.js'
import { scriptLines } from '../../../resources/runtime/service/wxs-lines.js'
import { WXS_PARAMETERS, makeWxs } from '../../../resources/runtime/service/wxs-modules.js'
import { BUILT_IN } from '../../../resources/runtime/service/wxs-names.js'
import { readWxs } from '../../../resources/runtime/service/wxs-reader.js'
import { WxsScripts } from '../../../resources/runtime/service/wxs-scripts.js'

let logged, journal, wxs, hooks
beforeEach(() => {
  logged = []
  journal = new Journal((_kind, level, text) => logged.push(`${level} ${text.split('\n')[0]}`))
  wxs = makeWxs(journal)
  hooks = wxs[0]
})

/**
 * The body of a module of this source.
 * @param {string} source
 */
function bodyOf(source) {
  const { code, problem } = readWxs(source)
  assert.equal(problem, null)
  return new Function(
    'given',
    `const [${WXS_PARAMETERS}] = given; return function (require, exports, module) {${code}}`,
  )(wxs)
}

/**
 * What an expression of WXS is, behind `before`.
 * @param {string} expression
 */
const valueOf = (expression, before = '') =>
  hooks.define('m', bodyOf(`${before};exports.value = (${expression})`))().value

for (const [expression, value, before] of [
  ['1 + 2', 3],
  ['sum(1, 2,)', 3, 'function sum(a, b,) { return a + b }'],
  ["'a\\qb'", 'a\\qb'],
  ["'\\n\\t\\\\\\''", "\n\t\\'"],
  ["'\\x41\\u4e2d\\0'", 'A中\0'],
  ["'\\x4\\u4e\\01'", '\\x4\\u4e\\01'],
  ["'a\\\nb'", 'ab'],
  ["(1).constructor + 'x'.constructor + true.constructor + [].constructor", 'NumberStringBooleanArray'],
  ["({}).constructor + getDate(0).constructor + getRegExp('a').constructor", 'ObjectDateRegExp'],
  ['(function () {}).constructor + JSON.constructor', 'FunctionObject'],
  ['a.constructor', 1, 'var a = {constructor: 1}'],
  ["a['constructor']", 'Array', 'var a = []'],
  ['a.constructor', 2, 'var a = {}; a.constructor = 2'],
  ['a.constructor', 'Object', 'var a = {constructor: 1}; delete a.constructor'],
  ['a.constructor', 2, 'var a = {constructor: 1}; a.constructor++'],
  ['a.constructor', 3, 'var a = {constructor: 1}; a.constructor += 2'],
  ['({}).constructor', 'Object', 'var a = {}; delete a.constructor'],
  ['({}).constructor', 'Object', 'var a = {}; a.constructor++'],
  ['late.constructor', 'Number', 'late = 7'],
  ['a.b.constructor.constructor', 'String', 'var a = {b: 1}'],
  ['a[b].constructor + a[let]', 'Number1', "var a = {x: 1}, b = 'x', let = 'x'"],
  ['(function () {}).toString()', '[function Function]'],
  ['f()', undefined, 'f = function () { return this }'],
  ['f(1, 2)', 2, "'use strict'; function f(a, a) { return a }"],
  ['a.toString()', 'mine', "var a = function () {}; a.toString = function () { return 'mine' }"],
  ['[1, 2].toString() + (5).toString()', '1,25'],
  ['let + new + class', 6, 'var let = 1, new = 2, class = 3'],
  ['let + let_ + let__', 6, 'var let_ = 1, let = 2, let__ = 3'],
  ['f(1, 2)', 3, 'function f(yield, hooks) { return yield + hooks }'],
  ['f()', 5, 'function f(a = 5) { return a }'],
  ['f(1, 2)', 2, 'function f() { return arguments.length }'],
  ['f()', 6, 'var f = function g(n) { return n ? 6 : g(1) }'],
  ['let.let', 1, 'var let = {let: 1}'],
  ['o.let + o.b', 3, 'var let = 1, b = 2, o = {let, b}'],
  ['o.get', 1, 'var get = 1, o = {get}'],
  ['f()', undefined, 'function f() { return this }'],
  ['o.f() === o', true, 'var o = {f: function () { return this }}'],
  ['this', undefined],
  ['typeof nobody', 'undefined'],
  ['late', 7, 'function f() { late = 7 } f()'],
  ['typeof late', 'number', 'late = 7'],
  ['i', 3, 'a: for (var i = 0; ; i++) { if (i == 3) break a }'],
  ['b', 2, "'use strict'; b = 2"],
  ["'constructor' + 1", 'constructor1'],
  ['JSON.parse(undefined)', undefined],
  ['JSON.parse(\'{"a": 1}\').a', 1],
  ['JSON.stringify({a: 1})', '{"a":1}'],
  ["getRegExp('A', 'i').test('a')", true],
  ['getDate(2020, 0, 2).getDate()', 2],
  ['getDate().constructor', 'Date'],
  ["Math.max(1, 2) + Number('3') + parseInt('4') + parseFloat('5.5')", 14.5],
  ["isNaN(NaN) && isFinite(1) && decodeURIComponent(encodeURIComponent('%')) + decodeURI(encodeURI(' '))", '% '],
  ['iffy + meanwhile + nullable', 6, 'var iffy = 1, meanwhile = 2, nullable = 3'],
  ['(9 >> 1) + (9 >>> 2) + (a > b)', 6, 'var a = 1, b = 2'],
  ['1e400', Infinity],
  ['b + c', 'ArrayArray', 'var b, c = {}; b = [].constructor; c = [].constructor'],
  ['undefined', undefined],
  ['NaN !== NaN && Infinity > 1', true],
]) {
  test(`${before ? `after ${JSON.stringify(before)} ` : ''}${JSON.stringify(expression)} is ${JSON.stringify(value)}`, () => {
    assert.deepEqual(valueOf(expression, before), value)
    assert.deepEqual(logged, [])
  })
}

test('what nobody declared is an error, and shared once somebody assigned it', () => {
  assert.equal(valueOf('nobody'), undefined)
  assert.deepEqual(logged, ['error m.wxs: ReferenceError: nobody is not defined'])
  hooks.define('one', bodyOf('global = 1'))()
  assert.equal(valueOf('global'), 1)
  assert.equal(globalThis.global === 1 || 'late' in globalThis, false)
})

test('nothing has no constructor', () => {
  for (const nothing of ['null', 'undefined']) assert.equal(valueOf(`${nothing}.constructor`), undefined)
  assert.deepEqual(
    logged.map((line) => line.replace(/ \(.*/, '')),
    ['null', 'undefined'].map((nothing) => `error m.wxs: TypeError: Cannot read properties of ${nothing}`),
  )
})

test('what throws is told with the line of the source', () => {
  assert.equal(readWxs('var a\n\n b.c').code, 'var a\n\n hooks.globals.b.c\n')
  assert.equal(readWxs("var a = 'x\\\ny'\nb").code, 'var a = "xy"\n\nhooks.globals.b\n')
})

test('a comment that nobody ends goes on to the end', () => {
  assert.deepEqual(readWxs('var a /* b */\nvar c /* d'), { code: 'var a /* b */\nvar c \n', problem: null })
  assert.deepEqual(readWxs('a()/* b *//* c'), { code: 'hooks.globals.a()/* b */\n', problem: null })
  assert.deepEqual(readWxs('// a'), { code: '// a\n', problem: null })
})

for (const [source, message, column = 1, line = 1] of [
  ['const a = 1', 'WXS has no "const": use var'],
  ['let a', 'WXS has no "let": use var'],
  ['\n  new a()', 'WXS has no "new": use getDate() or getRegExp()', 3, 2],
  ['for (var i in a) {}', 'WXS has no "in": count with an index', 12],
  ['for (var i of a) {}', 'WXS has no "of": count with an index', 12],
  ['a instanceof b', 'WXS has no "instanceof": compare with .constructor', 3],
  ['class A {}', 'WXS has no "class"'],
  ['try {} catch (e) {}', 'WXS has no "try"'],
  ['catch (e) {}', 'WXS has no "catch"'],
  ['var a = 1\nwith (a) { b() }', 'WXS has no "with": name the object each time', 1, 2],
  ['throw 1', 'WXS has no "throw"'],
  ['{} a catch (e) {}', 'WXS has no "catch"', 6],
  ['finally {}', 'WXS has no "finally"'],
  ['await a', 'WXS has no "await"'],
  ['yield a', 'WXS has no "yield"'],
  ['a with (b) {}', 'WXS has no "with": name the object each time', 3],
  ['async function f() {}', 'WXS has no "async"'],
  ["import a from 'b'", 'WXS has no "import": use require()'],
  ['export default 1', 'WXS has no "export": use module.exports'],
  ['a => 1', 'WXS has no arrow functions: use function', 3],
  ['(a, b) => 1', 'WXS has no arrow functions: use function', 8],
  ['a = `b`', 'WXS has no template strings', 5],
  ['a = /b/', 'WXS has no regular expression literals: use getRegExp()', 5],
  ['var undefined', '"undefined" is a reserved word of WXS', 5],
  ['NaN = 1', '"NaN" is a reserved word of WXS'],
  ['function require() {}', '"require" is a reserved word of WXS', 10],
  ['function f(arguments) {}', '"arguments" is a reserved word of WXS', 12],
  ['Infinity++', '"Infinity" is a reserved word of WXS'],
  ['a b', 'Unexpected b', 3],
  ['\n'.repeat(11) + ' '.repeat(11) + 'a b', 'Unexpected b', 14, 12],
  ['1 = 2', 'Assigning to rvalue'],
  ['a(', 'Unexpected end', 3],
  ['}', 'Unexpected }'],
  ['return 1', "'return' outside of function"],
  ["'a", 'Unterminated string constant'],
  ['var a = {if}', "Unexpected keyword 'if'", 10],
]) {
  test(`${JSON.stringify(source)} is refused: ${message}`, () =>
    assert.deepEqual(readWxs(source), { code: '', problem: { message, line, column } }))
}

test('a problem is a finding in its file, wherever the module begins in it', () => {
  const scripts = new WxsScripts({ library: () => ({ readWxs }) })
  assert.equal(scripts.code('m.wxs', 'var a'), 'var a\n')
  assert.equal(scripts.code('m.wxs', 'a\nb c'), '')
  assert.equal(scripts.code('a.wxml', 'b c', { line: 3, column: 5 }), '')
  scripts.code('a.wxml', '\nb c', { line: 3, column: 5 })
  assert.deepEqual(scripts.findings, [
    { file: 'm.wxs', line: 2, column: 3, message: 'Unexpected c' },
    { file: 'a.wxml', line: 3, column: 7, message: 'Unexpected c' },
    { file: 'a.wxml', line: 4, column: 3, message: 'Unexpected c' },
  ])
})

test('modules need each other by paths, and run once, when they are needed', () => {
  hooks.define('lib/b', bodyOf("console.log('b'); exports.name = 'b'"))
  const load = hooks.define('lib/a', bodyOf("module.exports = require('./b.wxs').name + require('/lib/b.wxs').name"))
  assert.deepEqual(logged, [])
  assert.deepEqual([load(), load()], ['bb', 'bb'])
  assert.deepEqual(logged, ['log b'])
  hooks.define('old.wxs/c', bodyOf('exports.name = 3'))
  assert.deepEqual(hooks.define('d', bodyOf("module.exports = require('./old.wxs/c.wxs')"))(), { name: 3 })
})

test('a module in a template needs others from the folder of the template', () => {
  hooks.define('pages/b', bodyOf("exports.name = 'b'"))
  assert.deepEqual(hooks.define('pages/a#m', bodyOf("exports.name = require('./b.wxs').name"))(), { name: 'b' })
})

test('a module that throws is told once and keeps what it exported', () => {
  const load = hooks.define('m', bodyOf('exports.early = 1; nobody.a; exports.late = 2'))
  assert.deepEqual([load(), load()], [{ early: 1 }, { early: 1 }])
  assert.deepEqual(logged, ['error m.wxs: ReferenceError: nobody is not defined'])
})

test('a module that is not there is told and gives nothing', () => {
  assert.deepEqual(hooks.define('a', bodyOf("exports.b = require('./no.wxs')"))(), { b: {} })
  assert.deepEqual(hooks.scripts({ a: () => 1 }).a(), 1)
  assert.deepEqual(hooks.scripts({}).lost(), {})
  assert.deepEqual(logged, ['error WXS module no.wxs is not found', 'error WXS module lost.wxs is not found'])
})

test('a function that is called while a page is drawn tells what it throws the first time', () => {
  const plain = (a, b) => a + b
  const broken = () => {
    throw new Error('broken')
  }
  assert.equal(hooks.guarded(plain)(1, 2), 3)
  assert.equal(hooks.guarded(plain), hooks.guarded(plain))
  for (let count = 0; count < 3; count++) assert.equal(hooks.guarded(broken)(), undefined)
  assert.deepEqual(logged, ['error WXS: Error: broken'])
  for (const value of ['text', undefined, {}]) assert.equal(hooks.guarded(value)(), undefined)
})

test('the console of WXS logs', () => {
  valueOf("console.log('a', [1])")
  assert.deepEqual(logged, ['log a [1]'])
})

test('templates are given the hooks, then the library', () => {
  assert.equal(WXS_PARAMETERS, `hooks,${BUILT_IN.join(',')}`)
  assert.equal(wxs.length, BUILT_IN.length + 1)
  assert.ok(wxs.every((value) => value !== undefined))
})

test('a listener in WXS gets the event with its instance, and its owner', () => {
  const heard = []
  const owner = { name: 'page' }
  hooks.event(
    owner,
    { type: 'tap' },
    function (event) {
      heard.push([this, event.type])
    },
    [0, 'onTap'],
  )
  hooks.event(
    owner,
    { type: 'tap' },
    function (event) {
      heard.push([this, event.type])
    },
    undefined,
  )
  assert.deepEqual(heard, [
    [owner, 'tap'],
    [owner, 'tap'],
  ])
})

test('the lines at which modules begin in compiled templates', () => {
  const code =
    'x\nD("lib/a",(require,exports,module)=>{\n1})\n\nD(\'pages/b#m\',(require,exports,module)=>{2})D("c",(require)=>{'
  const asked = []
  const lines = scriptLines(code, (path, module) => (asked.push([path, module]), 9))
  assert.deepEqual(lines, [
    { file: 'lib/a.wxs', line: 2, from: 1 },
    { file: 'pages/b.wxml', line: 5, from: 9 },
  ])
  assert.deepEqual(asked, [['pages/b', 'm']])
})
