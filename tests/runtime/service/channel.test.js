// Messages between the service and the host.

import './worker.js'
import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { test } from 'node:test'
import { Channel } from '../../../resources/runtime/service/channel.js'

/** A channel, and everything that it posted. */
function made() {
  const posted = []
  return { channel: new Channel(({ type, text }) => posted.push([type, JSON.parse(text)])), posted }
}

test('what one turn says goes out as one message, what the next says as another', async () => {
  const { channel, posted } = made()
  channel.tell('one', 1)
  channel.tell('two', { b: 2 }, null)
  assert.deepEqual(posted, [])
  await setImmediate()
  assert.deepEqual(posted, [
    [
      'host',
      [
        ['one', 1],
        ['two', { b: 2 }, null],
      ],
    ],
  ])
  channel.tell('three')
  await setImmediate()
  assert.deepEqual(posted.slice(1), [['host', [['three']]]])
})

test('what is said is said as it was then', async () => {
  const { channel, posted } = made()
  const value = { a: 1 }
  channel.tell('one', value)
  value.a = 2
  await setImmediate()
  assert.deepEqual(posted, [['host', [['one', { a: 1 }]]]])
})

test('what cannot be sent is thrown at whoever says it, and costs nothing else', async () => {
  const { channel, posted } = made()
  channel.tell('one')
  assert.throws(() => channel.tell('two', 1n), { message: /^parameter error: .*BigInt/ })
  channel.tell('three')
  await setImmediate()
  assert.deepEqual(posted, [['host', [['one'], ['three']]]])
})

test('each call has a number and is answered once, in whatever order', async () => {
  const { channel, posted } = made()
  const heard = []
  channel.call('a', { x: 1 }, (result) => heard.push(['a', result]))
  channel.call('b', {}, (result) => heard.push(['b', result]))
  await setImmediate()
  assert.deepEqual(posted, [
    [
      'host',
      [
        ['call', 1, 'a', { x: 1 }],
        ['call', 2, 'b', {}],
      ],
    ],
  ])
  channel.receive('[["result", 2, {"errMsg": "b:ok"}], ["result", 1, {"errMsg": "a:ok"}]]')
  channel.receive('["result", 1, {"errMsg": "a:ok"}]')
  channel.receive('["result", 3, {"errMsg": "c:ok"}]')
  assert.deepEqual(heard, [
    ['b', { errMsg: 'b:ok' }],
    ['a', { errMsg: 'a:ok' }],
  ])
})

test('a call that cannot be sent fails after it has returned', async () => {
  const { channel, posted } = made()
  const heard = []
  channel.call('a', 1n, (result) => heard.push(result))
  assert.deepEqual(heard, [])
  await setImmediate()
  assert.deepEqual(posted, [])
  assert.match(heard[0].errMsg, /^a:fail parameter error: .*BigInt/)
  assert.equal(heard[0].errno, 1001)
})

test('a mistake of the service itself is no answer to a call', () => {
  const { channel } = made()
  channel.tell = () => {
    throw new RangeError('ours')
  }
  assert.throws(() => channel.call('a', {}, () => {}), { message: 'ours' })
})

test('a message of the host is heard by whoever listens for its kind', () => {
  const { channel } = made()
  const heard = []
  channel.on('event', (...args) => heard.push(args))
  channel.receive('["event", "a", 1]')
  channel.receive('[["event", "b"], ["unheard", 1], ["event", "c"]]')
  assert.deepEqual(heard, [['a', 1], ['b'], ['c']])
})

test('of what has a short form only the newest of a turn goes out whole', async () => {
  const { channel, posted } = made()
  const values = 'v'.repeat(500)
  for (let n = 0; n < 3000; n++) {
    channel.tell('other', n)
    channel.tellNewestWhole(['line', n, values], ['line', n])
  }
  await setImmediate()
  const first = posted.splice(0).flatMap(([, messages]) => messages)
  channel.tellNewestWhole(['line', 'next turn', values], ['line', 'next turn'])
  await setImmediate()
  const [[, second]] = posted
  assert.deepEqual(
    first.filter(([kind]) => kind === 'line').map(([, n, whole]) => [n, whole !== undefined]),
    Array.from({ length: 3000 }, (_, n) => [n, n >= 2000]),
  )
  assert.equal(first.length, 6000)
  assert.deepEqual(second, [['line', 'next turn', values]])
})

test('what goes out whole is bounded in characters, too', async () => {
  const { channel, posted } = made()
  for (let n = 0; n < 100; n++) channel.tellNewestWhole(['line', n, 'v'.repeat(190_000)], ['line', n])
  await setImmediate()
  const whole = posted.flatMap(([, messages]) => messages).filter((message) => message.length === 3)
  assert.deepEqual(
    whole.map(([, n]) => n),
    [95, 96, 97, 98, 99],
  )
})

test('what a turn says goes out in parts of a bounded size, in its order', async () => {
  const { channel, posted } = made()
  for (let number = 0; number < 1100; number++) channel.tell('one', number)
  channel.tell('long', 'x'.repeat(199_985))
  channel.tell('last')
  await setImmediate()
  const parts = posted.map(([, messages]) => messages)
  assert.deepEqual(
    parts.map((part) => part.length),
    [500, 500, 100, 1, 1],
  )
  assert.deepEqual(
    parts
      .flat()
      .map(([kind, number]) => (kind === 'one' ? number : kind))
      .slice(1098),
    [1098, 1099, 'long', 'last'],
  )
})
