// Which line of the program is meant: in stacks, by errors, in scripts that hold several files.

import { host } from './worker.js'
import assert from 'node:assert/strict'
import { runInThisContext } from 'node:vm'
import { test } from 'node:test'
import {
  callersPlace,
  lineOfSyntaxError,
  moduleUrl,
  nameBundle,
  placeError,
  placeInStack,
  placeOfError,
  probed,
  programStack,
  stackOf,
} from '../../../resources/runtime/service/trace.js'

const frame = (place) => `    at f (mp://program/__program/module/${place})`

/** What running a source throws. */
function thrown(source, file = 'pages/a.js') {
  try {
    return runInThisContext(source, { filename: moduleUrl(file) })
  } catch (error) {
    return error
  }
}

test('the address of a module', () =>
  assert.equal(moduleUrl('a b/名.js'), 'mp://program/__program/module/a%20b/%E5%90%8D.js'))

for (const [stack, place] of [
  [
    `Error\n    at g (mp://program/__runtime/service.js:1:2)\n${frame('pages/a.js:3:7')}\n${frame('b.js:4:1')}`,
    { file: 'pages/a.js', line: 3 },
  ],
  ['Error\n    at mp://program/__program/module/a.js:3:712', { file: 'a.js', line: 3 }],
  ['mp://program/__program/module/a.js:12', { file: 'a.js', line: 12 }],
  [frame('a%20b/%E5%90%8D.js:3:7'), { file: 'a b/名.js', line: 3 }],
  ['Error: mp://program/__program/module/a.js:3:7 is broken', null],
  ['Error: broken\n    at g (mp://program/__runtime/service.js:1:2)', null],
  ['', null],
  [undefined, null],
]) {
  test(`the first place of the program in ${JSON.stringify(stack)}`, () => assert.deepEqual(placeInStack(stack), place))
}

test('the line that calls us', () => {
  globalThis.where = callersPlace
  assert.deepEqual(thrown('\n\nwhere()'), { file: 'pages/a.js', line: 3 })
  assert.equal(callersPlace(), null)
})

test('a script that holds several files is told by its files', () => {
  nameBundle('@two', [
    { file: 'a.js', line: 2 },
    { file: 'b.wxml', line: 5, from: 11 },
  ])
  const lineIn = (line) => placeInStack(frame(`@two:${line}:1`))
  assert.deepEqual([2, 4, 5, 7].map(lineIn), [
    { file: 'a.js', line: 1 },
    { file: 'a.js', line: 3 },
    { file: 'b.wxml', line: 11 },
    { file: 'b.wxml', line: 13 },
  ])
  assert.deepEqual(lineIn(1), { file: '@two', line: 1 })
  assert.deepEqual(placeInStack(frame('@unknown:1:1')), { file: '@unknown', line: 1 })
})

test('a stack is told without the frames of the service, by short names', () => {
  nameBundle('@one', [{ file: 'a.js', line: 3 }])
  const stack = [
    'Error: at mp://program/__program/module/x.js:1',
    frame('@one:4:7'),
    '    at g (mp://program/__runtime/service.js:1:1)',
    'mp://program/__program/module/b.js:2:1',
    'a line of the message',
  ].join('\n')
  const told = ['Error: at x.js:1', '    at f (a.js:2:7)', 'b.js:2:1', 'a line of the message']
  assert.equal(programStack(stack), told.join('\n'))
})

test('an error is placed by its stack', () => {
  assert.deepEqual(placeOfError(thrown('\nnull.x')), { file: 'pages/a.js', line: 2 })
  for (const value of ['text', undefined, { stack: frame('a.js:1:1') }]) assert.equal(placeOfError(value), null)
  assert.equal(placeOfError(new Error('ours')), null)
})

test('an error whose place is known is there', () => {
  const error = thrown('\nnull.x')
  placeError(error, { file: 'b.js', line: 7 })
  placeError('text', { file: 'b.js', line: 7 })
  assert.deepEqual(placeOfError(error), { file: 'b.js', line: 7 })
})

test('a syntax error is where the engine says', () => {
  const error = thrown('\n\n(')
  assert.deepEqual(placeOfError(error), { file: 'pages/a.js', line: 3 })
  assert.equal(lineOfSyntaxError(error), 3)
  assert.ok(probed.has(error))
  assert.equal(lineOfSyntaxError(thrown('\nnull.x')), 1)
})

test('a syntax error whose place is known is not asked for', () => {
  const error = new SyntaxError('broken')
  placeError(error, { file: 'b.js', line: 7 })
  assert.deepEqual(placeOfError(error), { file: 'b.js', line: 7 })
  assert.equal(probed.has(error), false)
})

test('the stack of whatever was thrown', () => {
  assert.match(stackOf(new Error('x')), /^Error: x\n/)
  assert.equal(stackOf(Object.assign(new Error('x'), { stack: undefined })), '')
  assert.equal(stackOf({ stack: 'text' }), undefined)
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  assert.equal(stackOf(proxy), undefined)
  assert.equal(host.requests.length, 0)
})
