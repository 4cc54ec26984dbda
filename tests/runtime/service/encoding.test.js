// What a program gives away, as text for the host.

import './worker.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Unsendable, encode, reasonOf } from '../../../resources/runtime/service/encoding.js'

/** An array so many levels deep, with `inner` in the innermost. */
const nested = (levels, inner = []) => Array.from({ length: levels - 1 }).reduce((value) => [value], inner)

test('a value crosses as JSON', () => assert.equal(encode(['a', { b: [1, null] }]), '["a",{"b":[1,null]}]'))

test('200 levels cross, one more does not', () => {
  assert.equal(encode(nested(200)).length, 400)
  assert.throws(() => encode(nested(201)), new Unsendable('parameter error: nested more than 200 deep'))
})

test('objects are levels as arrays are', () => {
  const deep = (levels) => Array.from({ length: levels - 1 }).reduce((value) => ({ a: value }), {})
  assert.ok(encode(deep(200)))
  assert.throws(() => encode(deep(201)), Unsendable)
})

test('what stands side by side is not deep', () => assert.ok(encode(Array.from({ length: 500 }, () => [{}]))))

test('brackets in texts are no levels, wherever the text ends', () => {
  for (const text of ['['.repeat(500), `"${'['.repeat(500)}`, `\\"${'{'.repeat(500)}\\`, `${'['.repeat(500)}\\\\`]) {
    assert.deepEqual(JSON.parse(encode(nested(200, [text, text]))), nested(200, [text, text]))
  }
})

test('levels behind a text count', () => {
  for (const text of ['', 'a', '"', '\\', '\\"', '"\\']) assert.throws(() => encode([text, nested(200)]), Unsendable)
})

test('what JSON cannot carry is told in one line', () => {
  const loop = {}
  loop.loop = loop
  assert.throws(() => encode([loop]), { message: /^parameter error: Converting circular structure to JSON$/ })
  assert.throws(
    () =>
      encode([
        {
          toJSON() {
            throw 'no error'
          },
        },
      ]),
    new Unsendable('parameter error: it cannot be read'),
  )
})

test('the reason of an error is its first line', () => {
  assert.equal(reasonOf(new Error('one\ntwo')), 'one')
  assert.equal(reasonOf('text'), 'it cannot be read')
})
