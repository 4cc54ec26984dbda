// What the person types into the inspector's console.

import './worker.js'
import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { beforeEach, test } from 'node:test'
import { Evaluation } from '../../../resources/runtime/service/evaluation.js'
import { Journal } from '../../../resources/runtime/service/journal.js'
import { Loader } from '../../../resources/runtime/service/loader.js'

let told, listeners
beforeEach(() => {
  told = []
  listeners = {}
  const channel = {
    on: (kind, listener) => (listeners[kind] = listener),
    tell: (...message) => told.push(message),
  }
  const journal = new Journal((...line) => told.push(line))
  new Evaluation({ channel, loader: new Loader(), journal }).listen()
  globalThis.wx = { name: 'wx' }
})

const texts = () => told.map(([, , { text, failed }]) => (failed ? `! ${text.split('\n')[0]}` : text))

for (const [code, text] of [
  ['1 + 1', '2'],
  ['wx.name', 'wx'],
  ['{a: 1}', '{a: 1}'],
  ['[1, 2].map((n) => n * 2) // twice', '[2, 4]'],
  ['if (wx) globalThis.seen = 1', 'undefined'],
  ['for (;;) break', 'undefined'],
  ['nowhere.at', '! ReferenceError: nowhere is not defined'],
  ['(() => { throw new TypeError("no") })()', '! TypeError: no'],
  ['if (', '! SyntaxError: Unexpected end of input'],
]) {
  test(`${code} gives ${text}`, () => {
    listeners.evaluate(3, code)
    assert.deepEqual(texts(), [text])
    assert.equal(told[0][1], 3)
  })
}

test('a variable stays for the next code', () => {
  listeners.evaluate(1, 'let keptByTest = 5')
  listeners.evaluate(2, 'keptByTest * 2')
  assert.deepEqual(texts(), ['undefined', '10'])
})

test('a promise is told of at once and again when it has settled', async () => {
  listeners.evaluate(1, 'Promise.resolve({ ok: true })')
  assert.deepEqual(texts(), ['Promise'])
  await setImmediate()
  assert.deepEqual(texts(), ['Promise', '{ok: true}'])
  listeners.evaluate(2, 'Promise.reject(new Error("late"))')
  await setImmediate()
  assert.equal(texts().at(-1), '! Error: late')
})

test('code that waits gives what it waited for', async () => {
  listeners.evaluate(1, 'await Promise.resolve(7)')
  listeners.evaluate(2, 'const n = await 8; if (n) throw n')
  assert.deepEqual(texts(), [])
  await setImmediate()
  assert.deepEqual(texts(), ['7', '! 8'])
})

test('a result comes as a value, too', () => {
  listeners.evaluate(1, '({ list: [1, { deep: null }] })')
  assert.deepEqual(told[0][2].value, { o: [['list', { a: [1, { o: [['deep', null]] }] }]] })
})

test('nothing of the handover stays among the globals', () => {
  listeners.evaluate(1, '1')
  listeners.evaluate(2, 'throw 1')
  assert.equal('__define' in globalThis, false)
})

test('lines bring their values only while somebody looks', () => {
  const lines = []
  const journal = new Journal((...line) => lines.push(line))
  journal.write('log', ['a', { b: 1 }])
  journal.showValues(true)
  journal.write('log', ['a', { b: 1 }])
  journal.write('log', ['only text', 1])
  journal.write('log', [{ long: Array.from({ length: 900 }, () => 'x'.repeat(500)) }])
  journal.showValues(false)
  journal.write('log', [{}])
  const [, , , long] = lines.splice(3, 1)[0].slice(2)
  assert.ok(JSON.stringify(long).length < 210_000 && long[0].o[0][1].more > 0)
  assert.deepEqual(
    lines.map((line) => line[5]),
    [undefined, ['a', { o: [['b', 1]] }], undefined, undefined],
  )
})

test('fifty million characters are cut before they leave the program, in whatever they lie', () => {
  for (const code of ['"x".repeat(5e7)', '({text: "x".repeat(5e7)})', 'Array(5000).fill("x".repeat(1e4))']) {
    listeners.evaluate(1, code)
    assert.ok(JSON.stringify(told.pop()).length < 1_200_000, code)
  }
})
