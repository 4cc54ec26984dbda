// Long texts that travel apart from their message.

import './worker.js'
import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { test } from 'node:test'
import { encodeApart, pieces, TooLarge } from '../../../resources/runtime/service/apart.js'
import { Channel } from '../../../resources/runtime/service/channel.js'

const LONG = 'x'.repeat(300_000)

/** What the host makes of it: the texts in their places. */
function read({ json, texts }) {
  const left = [...texts]
  const value = JSON.parse(json.replaceAll('NaN', '{"place": true}'), (_name, inside) =>
    inside?.place ? left.shift() : inside,
  )
  assert.deepEqual(left, [])
  return value
}

test('a short message is whole', () => {
  assert.deepEqual(encodeApart(['call', { a: 'b' }]), { json: '["call",{"a":"b"}]', texts: [] })
})

test('of a long one the long texts are apart, whatever stands in them and wherever they stand', () => {
  const escaped = '\\"\n"]}字\\\\'.repeat(30_000)
  for (const message of [
    ['call', 1, 'request', { data: LONG, url: 'u' }],
    ['call', 1, 'a', { list: [LONG, { deep: escaped }], short: 'NaN'.slice(0, 2), n: null }],
    ['call', escaped, LONG],
  ]) {
    const encoded = encodeApart(message)
    assert.ok(encoded.json.length < 200)
    assert.deepEqual(read(encoded), message)
  }
})

test('the name of a field stays where it is', () => {
  assert.deepEqual(encodeApart(['a', { [LONG]: 1 }]), { json: JSON.stringify(['a', { [LONG]: 1 }]), texts: [] })
})

test('half a character in a long text becomes a whole one', () => {
  const { texts } = encodeApart(['a', `${LONG}\ud800`])
  assert.deepEqual(texts, [`${LONG}\ufffd`])
})

test('what is too large is refused, and says how much is allowed', () => {
  const many = Array.from({ length: 400_000 }, () => ({}))
  assert.throws(() => encodeApart(['a', many]), TooLarge)
  assert.throws(() => encodeApart(['a', many]), { message: 'parameter error: more than 1 MB besides long texts' })
  const texts = Array.from({ length: 12 }, () => 'x'.repeat(3_000_000))
  assert.throws(() => encodeApart(['a', texts]), { message: 'parameter error: texts of more than 32 MB' })
})

test('pieces are bounded, make up the text and end between characters', () => {
  const text = `a${'😀'.repeat(10)}`
  const cut = [...pieces(text, 4)]
  assert.equal(cut.join(''), text)
  assert.ok(cut.every((piece) => piece.length <= 4 && piece.isWellFormed()))
  assert.deepEqual([...pieces('', 4)], [''])
  assert.deepEqual([...pieces('abcd', 4)], ['abcd'])
})

/** A channel, and all that reached the host in its order: messages, and texts that were handed over. */
function made() {
  const reached = []
  const kept = new Map()
  const longTexts = {
    handOver: (texts) => reached.push(...texts.map((text) => text.length)),
    fetch: (n) => kept.get(n),
  }
  const channel = new Channel(({ text }) => reached.push(...JSON.parse(text.replaceAll('NaN', '"…"'))), longTexts)
  return { channel, reached, kept }
}

test('a text is handed over after what was said before it, and before its message', async () => {
  const { channel, reached } = made()
  channel.tell('first')
  channel.call('writeFile', { data: LONG }, () => {})
  channel.tell('last')
  await setImmediate()
  assert.deepEqual(reached, [['first'], LONG.length, ['call', 1, 'writeFile', { data: '…' }], ['last']])
})

test('a message of many small values is handed over itself', async () => {
  const { channel, reached } = made()
  const message = ['call', 1, 'setStorage', { data: Array.from({ length: 100_000 }, () => 1), more: LONG }]
  channel.call('setStorage', message[3], () => {})
  await setImmediate()
  assert.deepEqual(reached, [encodeApart(message).json.length, LONG.length, ['whole']])
})

test('a value that is too large for storage is refused in the words of storage', async () => {
  const { channel } = made()
  const heard = []
  const data = Array.from({ length: 400_000 }, () => ({}))
  for (const name of ['setStorage', 'showModal']) channel.call(name, { data }, ({ errMsg }) => heard.push(errMsg))
  await setImmediate()
  assert.deepEqual(heard, [
    'setStorage:fail entry size limit reached',
    'showModal:fail parameter error: more than 1 MB besides long texts',
  ])
})

test('a long line of the console goes out in its short form', async () => {
  const { channel, reached } = made()
  channel.tellNewestWhole(['line', 1, LONG], ['line', 1])
  channel.tellNewestWhole(['line', 2, 'short'], ['line', 2])
  await setImmediate()
  assert.deepEqual(reached, [
    ['line', 1],
    ['line', 2, 'short'],
  ])
})

test('what the host has for the service is fetched where its message stands', () => {
  const { channel, kept } = made()
  const heard = []
  channel.on('event', (...args) => heard.push(args))
  kept.set(1, '[["event", "a", 1], ["event", "b", 2]]')
  kept.set(2, LONG)
  kept.set(3, 'text')
  channel.receive(
    JSON.stringify([
      ['event', 'first'],
      ['whole', 1],
      [
        'apart',
        ['event', 'c', { x: '', y: { z: '' } }],
        [
          [[2, 'x'], 2],
          [[2, 'y', 'z'], 3],
        ],
      ],
      ['event', 'last'],
    ]),
  )
  assert.deepEqual(heard, [['first'], ['a', 1], ['b', 2], ['c', { x: LONG, y: { z: 'text' } }], ['last']])
})
