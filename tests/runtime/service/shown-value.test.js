// How much of a value the inspector is sent, and in which form.

import assert from 'node:assert/strict'
import test from 'node:test'
import { shownValue } from '../../../resources/runtime/service/shown-value.js'

const shown = (value, left = 1000, characters = 1_000_000) => shownValue(value, { left, characters })

test('plain values are themselves', () => {
  for (const value of ['text', '', 0, -1.5, true, null]) assert.equal(shown(value), value)
})

test('what JSON has no value for is said in words', () => {
  assert.deepEqual(shown(undefined), { x: 'undefined' })
  assert.deepEqual(shown(NaN), { x: 'NaN' })
  assert.deepEqual(shown(10n), { x: '10' })
  assert.deepEqual(
    shown(function tell() {}),
    { x: 'function tell' },
  )
  assert.deepEqual(shown(/a/g), { x: '/a/g' })
  assert.deepEqual(shown(new Uint8Array(3)), { x: 'Uint8Array(3)' })
})

test('objects keep the order of their keys, lists that of their entries', () => {
  assert.deepEqual(shown({ b: 1, a: [2, { c: null }] }), {
    o: [
      ['b', 1],
      ['a', { a: [2, { o: [['c', null]] }] }],
    ],
  })
})

test('a value that holds itself ends there', () => {
  const value = { name: 'me' }
  value.self = value
  assert.deepEqual(shown(value), {
    o: [
      ['name', 'me'],
      ['self', { x: '[circular]' }],
    ],
  })
})

test('the same value twice side by side is shown twice', () => {
  const twin = { a: 1 }
  assert.deepEqual(shown([twin, twin]), {
    a: [{ o: [['a', 1]] }, { o: [['a', 1]] }],
  })
})

test('of a long list the beginning is shown, and how much is left out', () => {
  const { a, more } = shown(Array(5000).fill(0), 100_000)
  assert.equal(a.length + more, 5000)
  assert.ok(a.length <= 1000)
})

test('a budget bounds the whole', () => {
  const { a, more } = shown(
    Array.from({ length: 100 }, () => [1, 2, 3]),
    50,
  )
  assert.ok(a.length < 20)
  assert.equal(a.length + more, 100)
})

test('of a long text the beginning is shown', () => {
  const { t, length } = shown('x'.repeat(200_000))
  assert.equal(length, 200_000)
  assert.ok(t.length <= 10_000)
})

test('what throws when it is read is unreadable and stops nothing', () => {
  const bad = {
    get a() {
      throw new Error('no')
    },
  }
  assert.deepEqual(shown([bad, 1]), { a: [{ x: '[unreadable]' }, 1] })
})

test('the characters of all texts and keys together are bounded', () => {
  const { a, more } = shown(Array(500).fill('x'.repeat(9000)), 1000, 100_000)
  assert.equal(a.length + more, 500)
  assert.equal(a.length, 12)
  assert.deepEqual(a[11], { t: 'x'.repeat(1000), length: 9000 })
  assert.ok(JSON.stringify(shown({ ['k'.repeat(5e6)]: 1 })).length < 11_000)
})

test('what is said in words is cut, too', () => {
  for (const value of [new Error('x'.repeat(5e6)), Symbol('x'.repeat(5e6)), new RegExp('x'.repeat(5e5))])
    assert.equal(shown(value).x.length, 1000)
})
