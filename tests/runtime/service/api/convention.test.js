// How an asynchronous wx function is called and answers.

import '../worker.js'
import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { beforeEach, test } from 'node:test'
import {
  callBack,
  failure,
  makeFunction,
  ok,
  placeOfResult,
} from '../../../../resources/runtime/service/api/convention.js'
import { Journal } from '../../../../resources/runtime/service/journal.js'

let logged, heard, journal
beforeEach(() => {
  logged = []
  heard = []
  journal = new Journal((_kind, _level, text) => logged.push(text.split('\n')[0]))
})

/** Callbacks that note what they hear. */
const noting = (...kinds) => Object.fromEntries(kinds.map((kind) => [kind, (result) => heard.push([kind, result])]))
const ALL = ['success', 'fail', 'complete']
/** A function that answers with `result`. */
const answering = (result, name = 'get') =>
  makeFunction(name, (options, settle) => (heard.push(['run', options]), settle(result)), journal)

test('success and complete hear the result, after the call has returned', async () => {
  assert.equal(answering(ok('get', { x: 1 }))({ a: 1, ...noting(...ALL) }), undefined)
  assert.deepEqual(heard, [['run', { a: 1 }]])
  await setImmediate()
  const result = { x: 1, errMsg: 'get:ok' }
  assert.deepEqual(heard.slice(1), [
    ['success', result],
    ['complete', result],
  ])
})

test('fail and complete hear a failure', async () => {
  answering(failure('get', 'no way', 7))(noting(...ALL))
  await setImmediate()
  const result = { errMsg: 'get:fail no way', errno: 7 }
  assert.deepEqual(heard.slice(1), [
    ['fail', result],
    ['complete', result],
  ])
})

test('a result has no number unless it is given', () =>
  assert.deepEqual(failure('get', 'why'), { errMsg: 'get:fail why' }))

test('the fields of a result do not replace its message', () =>
  assert.deepEqual(ok('get', { errMsg: 'mine' }), { errMsg: 'get:ok' }))

test('another function of a longer name has not succeeded', async () => {
  answering({ errMsg: 'getMore:ok' })(noting(...ALL))
  await setImmediate()
  assert.deepEqual(
    heard.slice(1).map(([kind]) => kind),
    ['fail', 'complete'],
  )
})

test('success with words behind it is success', async () => {
  assert.deepEqual(await answering({ errMsg: 'get:ok more' })({}), { errMsg: 'get:ok more' })
})

test('without callbacks there is a promise', async () => {
  assert.deepEqual(await answering(ok('get'))({ a: 1 }), { errMsg: 'get:ok' })
  assert.deepEqual(await answering(ok('get'))(), { errMsg: 'get:ok' })
  await assert.rejects(answering(failure('get', 'why'))({}), { errMsg: 'get:fail why' })
  assert.deepEqual(heard, [
    ['run', { a: 1 }],
    ['run', {}],
    ['run', {}],
  ])
})

for (const kind of ALL) {
  test(`with ${kind} there is no promise`, () => assert.equal(answering(ok('get'))(noting(kind)), undefined))
}

test('what the function gives is given to those with callbacks', () => {
  const task = {}
  const start = makeFunction('start', () => task, journal)
  assert.equal(start({ success() {} }), task)
  assert.ok(start({}) instanceof Promise)
})

test('some functions never give a promise', () => {
  const task = {}
  assert.equal(makeFunction('request', () => task, journal)({}), task)
  assert.equal(makeFunction('saveFileToDisk', () => task, journal)({}), task)
  assert.equal(makeFunction('start', () => task, journal, false)({}), task)
})

test('the first answer counts', async () => {
  const twice = makeFunction(
    'get',
    (_options, settle) => (settle(ok('get', { x: 1 })), settle(ok('get', { x: 2 }))),
    journal,
  )
  twice(noting(...ALL))
  await setImmediate()
  assert.deepEqual(
    heard.map(([kind, { x }]) => [kind, x]),
    [
      ['success', 1],
      ['complete', 1],
    ],
  )
})

test('what is no function is not called back', async () => {
  answering(ok('get'))({ success: 'text', complete: 1 })
  answering(failure('get', 'why'))({ fail: {} })
  await setImmediate()
  assert.deepEqual(logged, [])
})

test('a callback that throws is told, and the other one is called', async () => {
  const broken = () => {
    throw new Error('broken')
  }
  answering(ok('get'))({ success: broken, complete: broken })
  answering(failure('get', 'why'))({ fail: broken, ...noting('complete') })
  await setImmediate()
  assert.deepEqual(logged, [
    'wx.get success: Error: broken',
    'wx.get complete: Error: broken',
    'wx.get fail: Error: broken',
  ])
  assert.deepEqual(
    heard.map(([kind]) => kind),
    ['run', 'run', 'complete'],
  )
})

test('options that are no object are none', async () => {
  for (const options of ['text', 1, null, undefined, true]) await answering(ok('get'))(options)
  assert.deepEqual(heard, Array(5).fill(['run', {}]))
})

test('options that cannot be read are answered, by the callbacks that can be', async () => {
  const options = {
    ...noting('fail', 'complete'),
    get success() {
      throw new Error('mine\nmore')
    },
  }
  assert.equal(answering(ok('get'))(options), undefined)
  await setImmediate()
  const result = { errMsg: 'get:fail parameter error: mine', errno: 1001 }
  assert.deepEqual(heard, [
    ['fail', result],
    ['complete', result],
  ])
  await assert.rejects(
    answering(ok('get'))({
      get x() {
        throw new Error('mine')
      },
    }),
    result,
  )
})

test('whoever gives a callback gets no Promise, whatever else cannot be read', async () => {
  for (const name of ALL) {
    const options = {
      ...noting(name),
      get x() {
        throw new Error('mine')
      },
    }
    assert.equal(answering(ok('get'))(options), undefined)
  }
  await setImmediate()
  assert.deepEqual(
    heard.map(([kind]) => kind),
    ['fail', 'complete'],
  )
})

test('options that the function cannot take are answered', async () => {
  const strict = makeFunction('get', ({ list }) => list.length.x, journal)
  await assert.rejects(strict({}), {
    errMsg: /^get:fail parameter error: Cannot read properties of undefined/,
    errno: 1001,
  })
})

test('a function that fails after its answer changes nothing', async () => {
  const late = makeFunction(
    'get',
    (_options, settle) => {
      settle(ok('get'))
      throw new Error('late')
    },
    journal,
  )
  assert.deepEqual(await late({}), { errMsg: 'get:ok' })
})

test('the line that made a call is known of its failure, and of nothing else', async () => {
  globalThis.failing = answering(failure('get', 'why'))
  globalThis.succeeding = answering(ok('get'))
  const { runInThisContext } = await import('node:vm')
  const call = (name) => runInThisContext(`\n${name}({})`, { filename: 'mp://program/__program/module/pages/a.js' })
  const failed = await call('failing').catch((result) => result)
  assert.deepEqual(placeOfResult(failed), { file: 'pages/a.js', line: 2 })
  assert.equal(placeOfResult(await call('succeeding')), null)
  assert.equal(placeOfResult(undefined), null)
})

test('callBack calls whoever is to hear of a result', () => {
  callBack('get', noting(...ALL), ok('get'), journal)
  callBack('get', {}, ok('get'), journal)
  assert.deepEqual(
    heard.map(([kind]) => kind),
    ['success', 'complete'],
  )
})
