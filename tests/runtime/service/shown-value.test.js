// How much of a value the inspector is sent, and in which form.

import assert from 'node:assert/strict'
import test from 'node:test'
import { shownValue } from '../../../resources/runtime/service/shown-value.js'

const shown = (value, left = 1000) => shownValue(value, { left })

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
