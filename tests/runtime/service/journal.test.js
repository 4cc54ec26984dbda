// What the person reads in the phone's console.

import './worker.js'
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { Journal, describe, makeConsole } from '../../../resources/runtime/service/journal.js'

const IN_PROGRAM =
  'Error: broken\n    at f (mp://program/__program/module/pages/a.js:3:7)\n    at g (mp://program/__runtime/service.js:1:1)'

let lines, journal
beforeEach(() => {
  lines = []
  journal = new Journal((...line) => lines.push(line))
})

/** An error that was thrown in line 3 of pages/a.js. */
const programError = (message = 'broken') =>
  Object.assign(new Error(message), { stack: IN_PROGRAM.replace('broken', message) })

/** What throws whatever is done with it. */
function revoked(target = {}) {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

for (const [value, text] of [
  ['text', 'text'],
  [['text', 1], '["text", 1]'],
  [{ a: 'b', c: { d: null } }, '{a: "b", c: {d: null}}'],
  [undefined, 'undefined'],
  [null, 'null'],
  [1n, '1'],
  [Symbol('s'), 'Symbol(s)'],
  [function named() {}, 'function named()'],
  [{ f: () => {} }, '{f: function f()}'],
  [new Date(NaN), 'Invalid Date'],
  [[/a/g], '[/a/g]'],
  [{ _$inner: 1, own: 2 }, '{own: 2}'],
  [Object.create(null), '{}'],
]) {
  test(`a value is told as ${text}`, () => assert.equal(describe(value), text))
}

test('an error is told with the places of the program in its stack', () => {
  assert.equal(describe(programError()), 'Error: broken\n    at f (pages/a.js:3:7)')
})

test('an error without a stack is told by name and message', () => {
  assert.equal(describe(Object.assign(new TypeError('broken'), { stack: '' })), 'TypeError: broken')
})

test('what holds itself ends, and what stands side by side twice is told twice', () => {
  const loop = { name: 'loop' }
  loop.self = loop
  const twice = { a: 1 }
  assert.equal(describe(loop), '{name: "loop", self: …}')
  assert.equal(describe([twice, twice]), '[{a: 1}, {a: 1}]')
})

test('five levels are told, no more', () => {
  assert.equal(describe([[[[[[1]]]]]]), '[[[[[…]]]]]')
  assert.equal(describe([[[[[1]]]]]), '[[[[[1]]]]]')
})

test('a hundred items and fields are told, and three hundred objects of all', () => {
  assert.equal(describe(Array(101).fill(1)).split(',').length, 100)
  assert.equal(
    describe(Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`a${at}`, at]))).split(',').length,
    100,
  )
  const many = describe(Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => ({}))))
  assert.equal(many.split('{}').length - 1, 300 - 3)
})

test('what cannot be read does not stop the line', () => {
  assert.equal(
    describe({
      get a() {
        throw new Error('no')
      },
    }),
    '[object]',
  )
  assert.equal(describe([1, revoked(), revoked(() => {})]), '[1, [object], [function]]')
  const error = Object.defineProperty(new Error('broken'), 'stack', {
    get() {
      throw new Error('no')
    },
  })
  assert.equal(describe(error), '[object]')
})

test('a line is its level, its values as one text, and its place', () => {
  journal.write('warn', ['a', 1, ['b']], { file: 'app.js', line: 2 })
  journal.write('log', ['a'], null)
  assert.deepEqual(lines, [
    ['log', 'warn', 'a 1 ["b"]', 'app.js', 2],
    ['log', 'log', 'a', null, null],
  ])
})

test('a line is not longer than ten thousand characters', () => {
  journal.write('log', ['a'.repeat(9_999), 'bc'], null)
  assert.equal(lines[0][2], `${'a'.repeat(9_999)} `)
})

test('what the phone itself says is told apart from what the program logs, and heard with the lines', () => {
  const heard = []
  journal.onLine((level, values) => heard.push([level, values]))
  journal.say('warn', 'wx.a is not supported', { file: 'a.js', line: 2 })
  assert.deepEqual(lines, [['note', 'warn', 'wx.a is not supported', 'a.js', 2]])
  assert.deepEqual(heard, [['warn', ['wx.a is not supported']]])
})

test('a line of another thread is passed on as it is', () => {
  journal.relay(['warn', 'text', 'worker.js', 1])
  assert.deepEqual(lines, [['log', 'warn', 'text', 'worker.js', 1]])
})

test('an error of the program is told with its place and heard by wx.onError', () => {
  const heard = []
  journal.onError((error) => heard.push(error))
  const error = programError()
  journal.report(error, 'pages/a onLoad')
  journal.report('text')
  assert.deepEqual(lines, [
    ['log', 'error', 'pages/a onLoad: Error: broken\n    at f (pages/a.js:3:7)', 'pages/a.js', 3],
    ['log', 'error', 'text', null, null],
  ])
  assert.deepEqual(heard, [error, 'text'])
})

test('an error goes by without anybody who hears it', () => {
  journal.report(programError())
  assert.equal(lines.length, 1)
})

test('an error of whoever hears of errors is told and heard by nobody', () => {
  let times = 0
  journal.onError(() => {
    times += 1
    journal.guard('app.js onError', () => {
      throw programError('again')
    })
  })
  journal.report(programError('first'))
  assert.equal(times, 1)
  assert.deepEqual(
    lines.map(([, , text]) => text.split('\n')[0]),
    ['Error: first', 'app.js onError: Error: again'],
  )
  journal.report(programError('second'))
  assert.equal(times, 2)
})

test('whatever a program throws is told, and the next error is heard', () => {
  const heard = []
  journal.onError((error) => heard.push(error))
  const thrown = [
    revoked(),
    Object.create(null),
    undefined,
    Object.defineProperty(new Error('x'), 'stack', {
      get() {
        throw new Error('no')
      },
    }),
  ]
  for (const value of thrown)
    journal.guard('here', () => {
      throw value
    })
  assert.deepEqual(
    lines.map(([, , text]) => text),
    ['here: [object]', 'here: {}', 'here: undefined', 'here: [object]'],
  )
  assert.equal(heard.length, 4)
})

test('errors are heard again after whoever hears them threw', () => {
  let times = 0
  journal.onError(() => {
    times += 1
    throw new Error('ours')
  })
  for (let count = 0; count < 2; count++) assert.throws(() => journal.report('text'), { message: 'ours' })
  assert.equal(times, 2)
})

test('what is guarded gives what it returns, or nothing when it throws', () => {
  assert.equal(
    journal.guard('here', () => 7),
    7,
  )
  assert.deepEqual(lines, [])
  assert.equal(
    journal.guard('here', () => {
      throw programError()
    }),
    undefined,
  )
  assert.equal(lines[0][2].split('\n')[0], 'here: Error: broken')
})

test('the console of a program has each level, and the other names as a log or as nothing', () => {
  const console = makeConsole(journal)
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) console[level](level, 1)
  assert.deepEqual(
    lines.splice(0).map(([, level, text]) => [level, text]),
    ['debug', 'log', 'info', 'warn', 'error'].map((level) => [level, `${level} 1`]),
  )
  for (const name of ['dir', 'table', 'trace', 'group', 'groupCollapsed']) console[name](name)
  assert.deepEqual(
    lines.splice(0).map(([, level, text]) => [level, text]),
    ['dir', 'table', 'trace', 'group', 'groupCollapsed'].map((name) => ['log', name]),
  )
  for (const name of ['groupEnd', 'time', 'timeEnd', 'timeLog', 'count', 'countReset', 'clear'])
    assert.equal(console[name]('a'), undefined)
  assert.deepEqual(lines, [])
})

test('an assertion that fails is told', () => {
  const { assert: claim } = makeConsole(journal)
  claim(true, 'right')
  claim(false, 'wrong', 1)
  assert.deepEqual(
    lines.map(([, level, text]) => [level, text]),
    [['error', 'Assertion failed: wrong 1']],
  )
})
