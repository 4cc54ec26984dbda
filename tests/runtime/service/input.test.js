// What comes in from the view and from the host, and whom it is brought to.

import { event, form, node } from './fields.js'
import { Program, launched } from './program.js'
import { forgetListeners } from './worker.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Input } from '../../../resources/runtime/service/input.js'

test('an event is heard by the node it is of', async () => {
  const heard = []
  const program = await form({ on: ({ type, detail, timeStamp }) => heard.push([type, detail, typeof timeStamp]) })
  event(program, node(program, 'wx-input'), 'focus', { height: 1 })
  event(program, 9999, 'focus', {})
  event(program, node(program, 'wx-textarea'), 'blur', {})
  assert.deepEqual(heard, [['focus', { height: 1 }, 'number']])
})

test('an event of a node that has gone is heard by the nearest that is still around it', async () => {
  const heard = []
  const program = await form({ on: ({ detail }) => heard.push(detail) })
  event(program, 9999, 'focus', 'around', { around: [9998, node(program, 'wx-input'), node(program, 'wx-textarea')] })
  event(program, 9999, 'focus', 'nowhere', { around: [9998] })
  assert.deepEqual(heard, ['around'])
})

for (const [answer, invoked] of [
  ['new', ['new', null]],
  [{ value: 'new', cursor: 2 }, ['new', 2]],
  ['', ['', null]],
  [undefined, null],
  [{ cursor: 2 }, null],
  [{ value: 1 }, null],
]) {
  test(`a listener of input that returns ${JSON.stringify(answer)} replaces ${invoked ? `what was typed by ${invoked}` : 'nothing'}`, async () => {
    const program = await form({ typed: () => answer })
    const field = node(program, 'wx-input')
    event(program, field, 'input', { value: 'a' })
    event(program, field, 'focus')
    await program.drawn()
    assert.deepEqual(
      program.did('invoke').map(([id, name, [value, cursor]]) => [id, name, [value, cursor ?? null]]),
      invoked ? [[field, 'replaceValue', invoked]] : [],
    )
  })
}

test('what is typed reaches the data that is bound to it', async () => {
  const program = await form()
  program.see({ type: 'model', id: node(program, 'wx-input'), name: 'value', value: 'typed' })
  program.see({ type: 'model', id: node(program, 'wx-input'), name: 'other', value: 'x' })
  program.see({ type: 'model', id: 9999, name: 'value', value: 'x' })
  assert.equal(program.pages.front.instance.data.text, 'typed')
  assert.deepEqual(program.told('log'), [])
})

test('a message of a kind that nobody knows is nothing', async () => {
  const program = await form()
  program.see({ type: 'unknown' })
  await program.drawn()
  assert.deepEqual(program.told('log'), [])
})

test('a page hears of scrolling, of its end and of a pull by itself', async () => {
  const heard = []
  const noting = (name) => ({
    onPageScroll: (detail) => heard.push([name, detail]),
    onReachBottom: () => heard.push([name, 'bottom']),
    onPullDownRefresh: () => heard.push([name, 'pull']),
  })
  const program = await launched({ pages: { a: noting('a'), b: noting('b') } })
  await program.wx.navigateTo({ url: 'b' })
  program.see({ type: 'pageScroll', page: 1, scrollTop: 5 })
  program.see({ type: 'reachBottom', page: 2 })
  program.see({ type: 'pullDown', page: 2 })
  for (const type of ['pageScroll', 'reachBottom', 'pullDown']) program.see({ type, page: 3 })
  assert.deepEqual(heard, [
    ['a', { scrollTop: 5 }],
    ['b', 'bottom'],
    ['b', 'pull'],
  ])
})

test('the way back of the phone leads to the page before, and out of the program from the first', async () => {
  const program = await launched({ pages: { a: {}, b: {} } })
  await program.wx.navigateTo({ url: 'b' })
  program.hear('back')
  assert.deepEqual(program.stack, ['a'])
  program.hear('back')
  await program.drawn()
  assert.deepEqual([program.stack, program.told('exit')], [['a'], [[]]])
})

test('a page that asks before it is left stays until the person agrees', async () => {
  const program = await launched({ pages: { a: {}, b: {} } })
  await program.wx.navigateTo({ url: 'b' })
  await program.wx.enableAlertBeforeUnload({ message: 'sure?' })
  for (const [confirm, left] of [
    [false, ['a', 'b']],
    [true, ['a']],
  ]) {
    program.hear('back')
    await program.drawn()
    const [number, name, options] = program.told('call').at(-1)
    assert.deepEqual([name, options, program.stack], ['showModal', { title: '', content: 'sure?' }, ['a', 'b']])
    program.hear('result', number, { confirm, errMsg: 'showModal:ok' })
    assert.deepEqual(program.stack, left)
  }
})

test('a page that no longer asks is left at once', async () => {
  const program = await launched({ pages: { a: {}, b: {} } })
  await program.wx.navigateTo({ url: 'b' })
  await program.wx.enableAlertBeforeUnload({ message: 'sure?' })
  assert.deepEqual(await program.wx.disableAlertBeforeUnload(), { errMsg: 'disableAlertBeforeUnload:ok' })
  program.hear('back')
  assert.deepEqual(program.stack, ['a'])
  assert.deepEqual(await program.wx.enableAlertBeforeUnload(), { errMsg: 'enableAlertBeforeUnload:ok' })
  assert.equal(program.pages.front.leaveQuestion, '')
})

test('a tab that is tapped is switched to, and its page hears of it', async () => {
  const heard = []
  const program = await launched({
    pages: { a: {}, b: { onTabItemTap: (detail) => heard.push(detail) } },
    tabs: ['a', 'b'],
  })
  program.hear('tab', 1)
  program.hear('tab', 7)
  assert.deepEqual([program.stack, heard], [['b'], [{ index: 1, pagePath: 'b', text: 'b' }]])
})

test('the host opens a page, and leads as the program would', async () => {
  const program = await launched({ pages: { a: {}, b: {} } })
  program.hear('navigate', 'navigateTo', { url: 'b' })
  await program.drawn()
  assert.deepEqual(program.stack, ['a', 'b'])
  program.hear('open', '/b?x=1')
  await program.drawn()
  assert.deepEqual([program.stack, program.pages.front.query], [['b'], { x: '1' }])
  program.see({ type: 'navigate', api: 'navigateTo', args: { url: 'a' } })
  program.see({ type: 'navigate', api: 'noSuchThing', args: {} })
  await program.drawn()
  assert.deepEqual([program.stack, program.told('log')], [['b', 'a'], []])
})

test('a way that is not open is told', async () => {
  const program = await launched({ pages: { a: {} } })
  program.see({ type: 'navigate', api: 'navigateTo', args: { url: 'no' } })
  await program.drawn()
  assert.deepEqual(program.told('log'), [['error', 'navigateTo:fail page "no" is not found', null, null]])
})

test('what is shared is told: what the page says, or the standard card', async () => {
  const asked = []
  const program = await launched({
    pages: { a: { onShareAppMessage: (detail) => (asked.push(detail), { title: 'mine' }) }, b: {} },
  })
  program.hear('share')
  await program.wx.navigateTo({ url: 'b' })
  program.hear('share')
  await program.drawn()
  assert.deepEqual(asked, [{ from: 'menu', target: undefined, webViewUrl: undefined }])
  assert.deepEqual(
    program.told('log').map(([, text]) => text),
    ['onShareAppMessage: {title: "mine"}', 'onShareAppMessage: the standard card'],
  )
})

test('a change of the theme reaches every page, the bars and the program', async () => {
  const heard = []
  const program = await launched({
    pages: { a: {}, b: {} },
    app: { onThemeChange: (detail) => heard.push(['app', detail]) },
  })
  program.events.on('themeChange', (detail) => heard.push(['wx', detail]))
  await program.wx.navigateTo({ url: 'b' })
  program.done.length = 0
  program.hear('event', 'themeChange', { theme: 'dark' })
  await program.drawn()
  assert.deepEqual(
    program.did('configurePage').map(([page]) => page),
    [1, 2],
  )
  assert.deepEqual(heard, [
    ['app', { theme: 'dark' }],
    ['wx', { theme: 'dark' }],
  ])
  assert.equal(program.pages.front.backend.getTheme(), 'dark')
  program.hear('event', 'windowResize', {})
  assert.equal(program.done.filter(([name]) => name === 'configurePage').length, 2)
})

test('more contrast reaches every page, and the program does not hear of it', async () => {
  const heard = []
  const program = await launched({
    pages: { a: {} },
    app: { onThemeChange: (detail) => heard.push(detail) },
  })
  program.done.length = 0
  program.hear('event', 'contrastChange', { contrast: true })
  await program.drawn()
  assert.deepEqual(
    program.did('configurePage').map(([, window]) => window.contrast),
    ['more'],
  )
  assert.deepEqual(heard, [])
})

test('the program hears that it is left and comes back, around its page', async () => {
  const heard = []
  const noting = (name) => (detail) => heard.push([name, detail])
  const program = await launched({
    pages: { a: { onShow: noting('page show'), onHide: noting('page hide') } },
    app: { onShow: ({ scene }) => heard.push(['app show', scene]), onHide: noting('app hide') },
  })
  heard.length = 0
  program.hear('event', 'appHide', { reason: 1 })
  program.hear('event', 'appShow', { scene: 1089 })
  assert.deepEqual(heard, [
    ['page hide', undefined],
    ['app hide', { reason: 1 }],
    ['app show', 1089],
    ['page show', undefined],
  ])
})

test('what comes before the first page finds no page and no mistake', async () => {
  const program = new Program({ pages: { a: {} } })
  for (const event of ['appShow', 'appHide', 'themeChange', 'contrastChange', 'windowResize'])
    program.hear('event', event, { theme: 'dark' })
  for (const kind of ['back', 'share']) program.hear(kind)
  program.hear('tab', 0)
  await program.drawn()
  assert.deepEqual(
    program.told('log').map(([level]) => level),
    ['info'],
  )
  assert.deepEqual(program.told('exit'), [[]])
})

/** A program's input, over parts that note what is brought to them. */
function partsOf(program) {
  const heard = []
  const noting =
    (name) =>
    (...values) =>
      heard.push([name, ...values])
  const [cameras, livePushers, mapLocations, webViews] = ['camera', 'live', 'map', 'web'].map((name) => ({
    moved: noting(name),
  }))
  const parts = {
    cameras,
    livePushers,
    mapLocations,
    webViews,
    sounds: { heard: noting('sound') },
    openTypes: { tapped: noting('open') },
  }
  const { channel, view, journal, pages, events, app, wx } = program
  new Input({ channel, view, journal, pages, events, app, wx, ...parts }).listen()
  return heard
}

test('what built-in components tell is brought to the part of each', async () => {
  const program = await form()
  forgetListeners()
  const heard = partsOf(program)
  const messages = ['camera', 'livePusher', 'mapLocation', 'webView', 'sound'].map((type) => ({ type, id: 1 }))
  messages.forEach((message) => program.see(message))
  const names = ['camera', 'live', 'map', 'web', 'sound']
  assert.deepEqual(
    heard.splice(0),
    messages.map((message, at) => [names[at], message]),
  )
  const element = program.view.nodes.get(node(program, 'wx-input')).__wxElement
  program.see({ type: 'openType', id: node(program, 'wx-input'), openType: 'share', detail: 7 })
  program.see({ type: 'openType', id: 9999, openType: 'share', detail: 7 })
  assert.equal(heard.length, 1)
  assert.deepEqual([heard[0][1] === element, ...heard[0].slice(2)], [true, 'share', 7])
})

test('a change of the size reaches every page and its components', async () => {
  const heard = []
  const program = await launched({
    pages: { a: { onResize: (detail) => heard.push(['page', detail]) } },
    components: { part: { pageLifetimes: { resize: (detail) => heard.push(['part', detail]) } } },
    configs: { a: { usingComponents: { part: '/part' } } },
    templates: { a: '<part/>' },
  })
  const size = { windowWidth: 300, windowHeight: 500 }
  program.done.length = 0
  program.hear('event', 'windowResize', { size, insets: { sideInset: 44, bottomInset: 21 } })
  await program.drawn()
  const [[, { insets }]] = program.did('configurePage')
  assert.deepEqual(insets, { top: 0, bottom: 21, side: 44 })
  program.hear('event', 'windowResize', {})
  assert.deepEqual(heard.slice(0, 2), [
    ['part', { size }],
    ['page', { size }],
  ])
  const { backend } = program.pages.front
  assert.deepEqual([backend.getWindowWidth(), backend.getWindowHeight()], [300, 500])
})

test('an event of the phone is heard under its name', async () => {
  const heard = []
  const program = await launched({ pages: { a: {} } })
  program.events.on('memoryWarning', (detail) => heard.push(detail))
  program.hear('event', 'memoryWarning', { level: 10 })
  assert.deepEqual(heard, [{ level: 10 }])
})
