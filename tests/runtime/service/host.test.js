// What the service reads from the host and asks it, while it waits or not.

import { host } from './worker.js'
import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { beforeEach, test } from 'node:test'
import { hostFunctions } from '../../../resources/runtime/service/api/host-calls.js'
import { Channel } from '../../../resources/runtime/service/channel.js'
import { Journal } from '../../../resources/runtime/service/journal.js'
import { Loader } from '../../../resources/runtime/service/loader.js'
import {
  askHost,
  longTexts,
  readBytes,
  readJson,
  readLater,
  readMany,
  readText,
  readTextIfThere,
  waitForPage,
} from '../../../resources/runtime/service/network.js'
import { Styles } from '../../../resources/runtime/service/styles.js'

beforeEach(() => {
  host.files.clear()
  host.requests.length = 0
})

/** Method and address of each request. */
const asked = () => host.requests.map(({ method, url }) => `${method} ${url}`)

test('a file is read at once, as text, JSON or bytes', () => {
  host.files.set('/a', '{"b": "名"}')
  assert.equal(readText('/a'), '{"b": "名"}')
  assert.deepEqual(readJson('/a'), { b: '名' })
  assert.deepEqual(new TextDecoder().decode(readBytes('/a')), '{"b": "名"}')
  assert.deepEqual(
    host.requests.map(({ method, url, later, responseType }) => [method, url, later, responseType]),
    ['', '', 'arraybuffer'].map((type) => ['GET', '/a', false, type]),
  )
})

test('a file that is not there is an error, or nothing for who says so', () => {
  assert.throws(() => readText('/a'), { message: '/a: 404' })
  assert.equal(readTextIfThere('/a'), null)
  host.files.set('/a', '')
  assert.equal(readTextIfThere('/a'), '')
})

test('a request that the host refuses is an error', () => {
  host.files.set('/a', (request) => {
    request.status = 400
    return 'why'
  })
  assert.throws(() => readText('/a'), { message: '/a: 400' })
})

test('a host that does not answer is an error', () => {
  host.files.set('/a', (request) => {
    request.status = 0
    return ''
  })
  assert.throws(() => readText('/a'), { message: '/a: 0' })
})

test('many files come in one answer', () => {
  host.files.set('/__program/modules/a.js:%E5%90%8D%20b.js', '{"a.js": "A"}')
  assert.deepEqual(readMany('modules', ['a.js', '名 b.js']), { 'a.js': 'A' })
  assert.deepEqual(readMany('styles', ['a']), {})
  assert.equal(host.requests.length, 2)
})

test('what the page answers is waited for, three seconds at most', () => {
  host.files.set('/__host/measured/7', '{"left": 1}')
  assert.deepEqual(waitForPage(7), { left: 1 })
  assert.equal(waitForPage(8), null)
  assert.deepEqual(
    host.requests.map(({ later, timeout }) => [later, timeout]),
    [
      [false, 3000],
      [false, 3000],
    ],
  )
})

test('bytes that are read later come with their type, or with a reason', async () => {
  host.files.set('/a', 'text')
  const heard = []
  for (const url of ['/a', '/b']) {
    readLater(
      url,
      (bytes, type) => heard.push([new TextDecoder().decode(bytes), type]),
      (reason) => heard.push(reason),
    )
  }
  assert.deepEqual(heard, [])
  await setImmediate()
  assert.deepEqual(heard, [['text', 'text/plain'], '/b: 404'])
  host.requests[0].onerror()
  assert.equal(heard[2], '/a: cannot be loaded')
})

/** The text that a request brings. */
const brought = ({ headers }) => Buffer.from(headers['x-call'], 'base64').toString()

test('a call is posted in a header, its long texts before it and in pieces', () => {
  const texts = []
  let text = ''
  host.files.set('/__host/piece/now', (request) => {
    text += brought(request)
    return 'null'
  })
  host.files.set('/__host/text/now', (request) => {
    texts.push(text + brought(request))
    text = ''
    return 'null'
  })
  host.files.set('/__host/sync', (request) => JSON.stringify({ value: text + brought(request) }))
  assert.deepEqual(askHost('get', [{ a: '名' }]), { value: '["get",[{"a":"名"}]]' })
  assert.deepEqual(asked(), ['POST /__host/sync'])
  const long = '😀'.repeat(200_000)
  assert.deepEqual(askHost('get', [long, 'a', long]), { value: '["get",[NaN,"a",NaN]]' })
  assert.deepEqual(texts, [long, long])
  const both = ['POST /__host/piece/now', 'POST /__host/text/now']
  assert.deepEqual(asked().slice(1), [...both, ...both, 'POST /__host/sync'])
  assert.ok(host.requests.every(({ headers, later }) => headers['x-call'].length <= 1_000_000 && !later))
})

test('texts for a message are handed over when the host has room, and fetched whole', () => {
  const said = []
  host.files.set('/__host/room', () => {
    said.push('room')
    return '{}'
  })
  for (const kind of ['piece', 'text']) {
    host.files.set(`/__host/${kind}/later`, (request) => {
      said.push([kind, brought(request).length])
      return '{}'
    })
  }
  longTexts.handOver(['x'.repeat(300_000), 'y'])
  assert.deepEqual(said, ['room', ['piece', 250_000], ['text', 50_000], ['text', 1]])
  host.files.set('/__host/long/7', '\ufeff名')
  assert.equal(longTexts.fetch(7), '\ufeff名')
})

/** The functions of wx that the host answers, and what was posted for them. */
function made() {
  const posted = []
  const channel = new Channel(({ text }) => posted.push(...JSON.parse(text)))
  const names = { async: ['get'], sync: ['getSync'] }
  return { wx: hostFunctions(names, channel, new Journal(() => {}), () => 'pages/a/a'), posted, channel }
}

test('an asynchronous function is a call to the host', async () => {
  const { wx, posted, channel } = made()
  const answer = wx.get({ a: 1, src: 'b' })
  await setImmediate()
  assert.deepEqual(posted, [['call', 1, 'get', { a: 1, src: 'b' }]])
  channel.receive('["result", 1, {"errMsg": "get:ok", "x": 1}]')
  assert.deepEqual(await answer, { errMsg: 'get:ok', x: 1 })
})

test('a file that is named from the page is named from the package for the host', async () => {
  const { wx, posted } = made()
  for (const src of ['./b.png', '../b.png', '../../../b.png', '/b.png', 'b.png', 'http://x/./b', '.b', undefined]) {
    wx.get({ src, filePath: src, other: src, success() {} })
  }
  await setImmediate()
  const sent = posted.map(([, , , { src, filePath, other }]) => [src === filePath, src, other])
  assert.deepEqual(sent.slice(0, 3), [
    [true, '/pages/a/b.png', './b.png'],
    [true, '/pages/b.png', '../b.png'],
    [true, '/b.png', '../../../b.png'],
  ])
  assert.ok(sent.slice(3).every(([same, src, other]) => same && src === other))
})

test('a synchronous function gives the value, or throws what the phone throws', () => {
  const { wx } = made()
  host.files.set('/__host/sync', '{"value": 7}')
  assert.equal(wx.getSync('a', 1), 7)
  assert.equal(brought(host.requests[0]), '["getSync",["a",1]]')
  host.files.set('/__host/sync', '{"error": "getSync:fail no", "errno": 5}')
  assert.throws(() => wx.getSync(), { message: 'getSync:fail no', errMsg: 'getSync:fail no', errno: 5 })
})

test('a synchronous call that cannot be sent throws as the phone does', () => {
  const { wx } = made()
  assert.throws(() => wx.getSync(1n), { errMsg: /^getSync:fail parameter error: .*BigInt/, errno: 1001 })
  assert.deepEqual(host.requests, [])
})

test('a host that cannot be reached is no answer of the phone', () => {
  assert.throws(() => made().wx.getSync(), SyntaxError)
})

test('the style of a page is read once, and only if there is one', () => {
  const styles = new Styles(['a', '名'], { a: '.a {}' })
  host.files.set('/__program/style/%E5%90%8D', '.b {}')
  assert.deepEqual(
    ['a', '名', '名', 'c'].map((path) => styles.css(path)),
    ['.a {}', '.b {}', '.b {}', ''],
  )
  assert.deepEqual(asked(), ['GET /__program/style/%E5%90%8D'])
})

test('styles that will be asked for are read together, but never one alone', () => {
  const styles = new Styles(['a', 'b', 'c'], { a: 'A' })
  styles.foresee(['a', 'b', 'no'])
  assert.deepEqual(asked(), [])
  host.files.set('/__program/styles/b:c', '{"b": "B", "c": "C"}')
  styles.foresee(new Set(['a', 'b', 'c']))
  assert.deepEqual(
    ['b', 'c'].map((path) => styles.css(path)),
    ['B', 'C'],
  )
  assert.deepEqual(asked(), ['GET /__program/styles/b:c'])
})

test('a script hands over values by name, and nothing is left of it', () => {
  const loader = new Loader()
  host.files.set('/two.js', "__define('a', 1); __define('b', 2)")
  assert.deepEqual(
    [...loader.loadAll('/two.js')],
    [
      ['a', 1],
      ['b', 2],
    ],
  )
  assert.equal(loader.load('/two.js'), 1)
  assert.equal('__define' in globalThis, false)
})

test('a script that fails hands over nothing', () => {
  const loader = new Loader()
  host.files.set('/broken.js', "__define('a', 1); throw new Error('broken')")
  assert.throws(() => loader.loadAll('/broken.js'), { message: 'broken' })
  assert.equal('__define' in globalThis, false)
  assert.equal(loader.loadAllIfThere('/no.js'), null)
  host.files.set('/one.js', "__define('a', 1)")
  assert.deepEqual([...loader.loadAllIfThere('/one.js')], [['a', 1]])
})

test('a script made of text leaves no address behind', () => {
  const loader = new Loader()
  assert.deepEqual([...loader.loadText("__define('a', 1)")], [['a', 1]])
  assert.throws(() => loader.loadText('('), SyntaxError)
  assert.deepEqual([...host.files.keys()], [])
})

test('a library is loaded at its first use, and needs no other', () => {
  const loader = new Loader()
  host.files.set('/__runtime/one.js', "__define('one', (require, module, exports) => { exports.name = 'one' })")
  assert.equal(loader.library('one').name, 'one')
  host.files.clear()
  assert.equal(loader.library('one').name, 'one')
  host.files.set('/__runtime/two.js', "__define('two', (require) => require('three'))")
  assert.throws(() => loader.library('two'), { message: 'the runtime has no library three' })
})
