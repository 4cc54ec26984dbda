// The page stack and the life of its pages.

import { Program, launched, notesOf } from './program.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeRouters } from '../../../resources/runtime/service/api/navigation.js'

test('a page is loaded, shown and, once it is drawn, ready', async () => {
  const program = new Program({ pages: { a: {} } })
  program.pages.launch(program.first)
  assert.deepEqual(program.notes, ['a onLoad', 'a onShow'])
  await program.drawn()
  assert.deepEqual(program.notes, ['a onLoad', 'a onShow', 'a onReady'])
  assert.deepEqual(program.told('ready'), [[1]])
})

test('a page that leads on to another while it loads stays behind it', async () => {
  const program = new Program({ pages: { a: { onLoad: () => program.pages.navigateTo('b', 'a') }, b: {} } })
  await program.launch()
  assert.deepEqual(program.notes, ['a onLoad', 'b onLoad', 'b onShow', 'a onReady', 'b onReady'])
  assert.equal(program.shown, 'b')
})

test('what a page redirects to in onLoad is in front, and the page is gone', async () => {
  const program = new Program({ pages: { a: { onLoad: () => program.wx.redirectTo({ url: 'b' }) }, b: {} } })
  await program.launch()
  assert.deepEqual([program.shown, program.stack], ['b', ['b']])
  assert.deepEqual(program.notes, ['a onLoad', 'a onShow', 'a onUnload', 'b onLoad', 'b onShow', 'b onReady'])
})

test('what a page redirects to while it loads is brought to the front, and the page never', async () => {
  const program = new Program({ pages: { a: { onLoad: () => program.pages.redirectTo('b', 'a') }, b: {} } })
  await program.launch()
  assert.deepEqual(program.did('showPage'), [[2, 'none']])
  assert.deepEqual(program.notes, ['a onLoad', 'a onUnload', 'b onLoad', 'b onShow', 'b onReady'])
})

test('a page that is closed before it is drawn is never ready', async () => {
  const program = new Program({ pages: { a: {}, b: {} } })
  program.pages.launch(program.first)
  program.pages.redirectTo('b', '')
  await program.drawn()
  assert.deepEqual(program.notes, ['a onLoad', 'a onShow', 'a onUnload', 'b onLoad', 'b onShow', 'b onReady'])
  assert.deepEqual(program.told('ready'), [[2]])
})

test('a page is not shown twice', async () => {
  const program = await launched({ pages: { a: {} }, tabs: ['a'] })
  assert.deepEqual(await notesOf(program, () => program.hear('event', 'appShow', {})), [])
  assert.deepEqual(await notesOf(program, () => program.wx.switchTab({ url: '/a' })), [])
})

test('a page that the person leaves for another program is hidden once and shown again', async () => {
  const program = await launched({ pages: { a: {} } })
  const away = () => program.hear('event', 'appHide', {})
  assert.deepEqual(await notesOf(program, () => (away(), away())), ['a onHide'])
  assert.deepEqual(await notesOf(program, () => program.hear('event', 'appShow', {})), ['a onShow'])
})

test('a page that is gone is not hidden any more', async () => {
  const program = await launched({ pages: { a: {}, b: {} } })
  const gone = program.pages.front
  await program.wx.redirectTo({ url: 'b' })
  await program.drawn()
  assert.deepEqual(await notesOf(program, () => gone.hide()), [])
})

test('a page comes before the one that opened it, which waits', async () => {
  const program = await launched({ pages: { a: {}, b: {} } })
  const notes = await notesOf(program, () => program.wx.navigateTo({ url: 'b?x=1' }))
  assert.deepEqual(notes, ['a onHide', 'b onLoad', 'b onShow', 'b onReady'])
  assert.deepEqual([program.shown, program.stack], ['b', ['a', 'b']])
  assert.deepEqual(program.did('showPage'), [
    [1, 'none'],
    [2, 'push'],
  ])
  assert.deepEqual(program.pages.front.instance.options, { x: '1' })
})

test('the way back closes as many pages as are asked for, from the front on', async () => {
  const program = await launched({ pages: { a: {}, b: {}, c: {}, d: {} } })
  for (const url of ['b', 'c', 'd']) await program.wx.navigateTo({ url })
  await program.drawn()
  const notes = await notesOf(program, () => program.wx.navigateBack({ delta: 2 }))
  assert.deepEqual(notes, ['d onUnload', 'c onUnload', 'b onShow'])
  assert.deepEqual(program.did('showPage').at(-1), [2, 'pop'])
  assert.deepEqual(program.did('closePage'), [[4], [3]])
})

for (const [delta, left] of [
  [undefined, ['a', 'b']],
  [0, ['a', 'b']],
  [1, ['a', 'b']],
  [1.9, ['a', 'b']],
  ['2', ['a']],
  [99, ['a']],
]) {
  test(`the way back by ${delta} leaves ${left} of three pages`, async () => {
    const program = await launched({ pages: { a: {}, b: {}, c: {} } })
    for (const url of ['b', 'c']) await program.wx.navigateTo({ url })
    await program.wx.navigateBack({ delta })
    assert.deepEqual(program.stack, left)
  })
}

test('the first page has no way back', async () => {
  const program = await launched({ pages: { a: {} } })
  await assert.rejects(program.wx.navigateBack({}), { errMsg: 'navigateBack:fail cannot navigate back at first page.' })
  assert.deepEqual(program.stack, ['a'])
})

test('ten pages are open at most', async () => {
  const program = await launched({ pages: { a: {} } })
  for (let count = 1; count < 10; count++) await program.wx.navigateTo({ url: 'a' })
  assert.equal(program.stack.length, 10)
  await assert.rejects(program.wx.navigateTo({ url: 'a' }), { errMsg: 'navigateTo:fail webview count limit exceed' })
  assert.equal(program.stack.length, 10)
})

for (const way of ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab']) {
  test(`${way} to a page that is not there fails and changes nothing`, async () => {
    const program = await launched({ pages: { a: {} }, tabs: ['a'] })
    const notes = await notesOf(program, () =>
      assert.rejects(program.wx[way]({ url: '/no/page?x=1' }), {
        errMsg: `${way}:fail page "no/page?x=1" is not found`,
      }),
    )
    assert.deepEqual([notes, program.stack], [[], ['a']])
  })
}

for (const way of ['navigateTo', 'redirectTo']) {
  test(`${way} does not lead to a page of the tab bar`, async () => {
    const program = await launched({ pages: { a: {}, b: {} }, tabs: ['b'] })
    await assert.rejects(program.wx[way]({ url: 'b' }), { errMsg: `${way}:fail can not ${way} a tabbar page` })
    assert.deepEqual(program.stack, ['a'])
  })
}

test('reLaunch to an empty address opens the page in front anew', async () => {
  const program = await launched({ pages: { 'in/a': {}, b: {} } })
  await program.wx.navigateTo({ url: '/b' })
  await program.wx.navigateTo({ url: '/in/a' })
  const notes = await notesOf(program, () => program.wx.reLaunch({ url: '' }))
  assert.deepEqual(notes.slice(0, 4), ['in/a onUnload', 'b onUnload', 'in/a onUnload', 'in/a onLoad'])
  assert.deepEqual(program.stack, ['in/a'])
  assert.deepEqual(program.did('showPage').at(-1), [program.pages.front.number, 'none'])
})

test('an address that is none leads nowhere', async () => {
  const program = await launched({ pages: { a: {}, b: {} } })
  await assert.rejects(program.wx.navigateTo({ url: '' }), { errMsg: 'navigateTo:fail page "" is not found' })
  assert.deepEqual(program.stack, ['a'])
})

for (const way of ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab']) {
  test(`${way} says what it was given instead of an address`, async () => {
    const program = await launched({ pages: { a: {} } })
    for (const [options, kind] of [
      [{}, 'Undefined'],
      [undefined, 'Undefined'],
      [{ url: null }, 'Null'],
      [{ url: 5 }, 'Number'],
      [{ url: { url: '/a' } }, 'Object'],
      [{ url: ['/a'] }, 'Array'],
    ]) {
      await assert.rejects(program.wx[way](options), {
        errMsg: `${way}:fail parameter error: parameter.url should be String instead of ${kind};`,
        errno: 1001,
      })
    }
    assert.deepEqual(program.stack, ['a'])
  })
}

test('a page is given its query as it was written', async () => {
  const program = await launched({ pages: { a: {}, b: {} } })
  await program.wx.navigateTo({ url: 'b?name=%E4%B8%AD%20x&empty=&bare' })
  assert.deepEqual(program.pages.front.query, { name: '%E4%B8%AD%20x', empty: '', bare: 'undefined' })
})

test('an address starts from the page in front', async () => {
  const program = await launched({ pages: { 'in/a': {}, 'in/b': {}, b: {} } })
  await program.wx.navigateTo({ url: 'b' })
  await program.wx.navigateTo({ url: '../b' })
  assert.deepEqual(program.stack, ['in/a', 'in/b', 'b'])
})

test('the opener and the page that it opens talk over a channel', async () => {
  const heard = []
  const program = await launched({ pages: { a: {}, b: {} } })
  const events = { answer: (...values) => heard.push(['a', ...values]) }
  const { eventChannel } = await program.wx.navigateTo({ url: 'b', events })
  const { opener } = program.pages.front
  opener.emit('answer', 1, 2)
  eventChannel.emit('question', 3)
  opener.on('question', (value) => heard.push(['b', value]))
  assert.deepEqual(heard, [
    ['a', 1, 2],
    ['b', 3],
  ])
})

test('what App.onLaunch leads to comes after the first page', async () => {
  const program = new Program({ pages: { a: {}, b: {} }, app: { onLaunch: () => program.wx.navigateTo({ url: 'b' }) } })
  await program.launch()
  assert.deepEqual(program.notes.slice(0, 4), ['a onLoad', 'a onShow', 'a onHide', 'b onLoad'])
  assert.deepEqual(program.stack, ['a', 'b'])
})

test('a first page that is not there is told to the program, which may lead elsewhere', async () => {
  const heard = []
  const program = new Program({
    pages: { a: {} },
    app: { onPageNotFound: (detail) => (heard.push(detail), program.wx.redirectTo({ url: 'a' })) },
  })
  program.first = { path: 'no/page', query: { x: '1' } }
  await program.launch()
  assert.deepEqual(heard, [{ path: 'no/page', query: { x: '1' }, isEntryPage: true }])
  assert.deepEqual(program.stack, ['a'])
  assert.deepEqual(program.told('log'), [['error', 'page "no/page" is not found', null, null]])
})

for (const [way, options, log] of [
  ['navigateTo', { url: 'a' }, []],
  ['redirectTo', { url: 'a' }, []],
  ['reLaunch', { url: 'a' }, []],
  ['switchTab', { url: 'b' }, []],
  ['reLaunch', { url: '' }, ['reLaunch:fail page "" is not found']],
]) {
  test(`a program without a first page is led on by ${way} to ${options.url || 'nowhere'}`, async () => {
    const failed = []
    const onPageNotFound = () => program.wx[way](options).catch(({ errMsg }) => failed.push(errMsg))
    const program = new Program({ pages: { a: {}, b: {} }, tabs: ['b'], app: { onPageNotFound } })
    program.first = { path: 'no/page', query: {} }
    await program.launch()
    assert.deepEqual([program.stack, failed], [options.url ? [options.url] : [], log])
  })
}

test('who listens hears of each page that comes to the front, when it stands there', async () => {
  const program = await launched({ pages: { a: {}, b: {}, c: {} }, tabs: ['c'] })
  const heard = []
  program.pages.onChange(() => heard.push(program.stack.join()))
  await program.wx.navigateTo({ url: 'b' })
  await program.wx.redirectTo({ url: 'b?x=1' })
  await program.wx.navigateBack({})
  await program.wx.switchTab({ url: 'c' })
  assert.deepEqual(heard, ['a,b', 'a,b', 'a', 'c'])
})

test('the bars are told once for each change', async () => {
  const program = await launched({ pages: { a: {} } })
  program.pages.refreshChrome()
  await program.drawn()
  assert.equal(program.told('chrome').length, 1)
  program.pages.front.bar.title = 'new'
  program.pages.refreshChrome()
  await program.drawn()
  assert.deepEqual(
    program.told('chrome').map(([{ title }]) => title),
    ['', 'new'],
  )
})

test('a page has the window that its json says, and the bars are those of the page in front', async () => {
  const program = await launched({
    pages: { a: {}, b: {} },
    tabs: ['a'],
    configs: { a: { disableScroll: true, navigationBarTitleText: 'A' }, b: { navigationBarTitleText: 'B' } },
  })
  await program.wx.navigateTo({ url: 'b' })
  await program.wx.navigateBack()
  const windows = program.did('configurePage').map(([page, { disableScroll }]) => [page, disableScroll])
  assert.deepEqual(windows, [
    [1, true],
    [2, false],
  ])
  const bars = program.told('chrome').map(([{ page, title, depth, tab }]) => [page, title, depth, tab])
  assert.deepEqual(bars, [
    [1, 'A', 1, 0],
    [2, 'B', 2, null],
    [1, 'A', 1, 0],
  ])
})

test('a router starts from its own place, whichever page is in front', async () => {
  const program = await launched({ pages: { a: {}, 'in/b': {}, 'in/c': {} } })
  const routerOf = makeRouters(program.pages, program.journal)
  assert.deepEqual(
    await routerOf('in/b')
      .navigateTo({ url: 'c', success: undefined })
      .then(({ errMsg }) => errMsg),
    'navigateTo:ok',
  )
  await routerOf('a').navigateTo({ url: './in/b' })
  assert.deepEqual(program.stack, ['a', 'in/c', 'in/b'])
  assert.equal(routerOf('a'), routerOf('a'))
  assert.notEqual(routerOf('a'), routerOf('in/b'))
})

test('without a page there is nothing around it', async () => {
  const program = new Program({ pages: { a: {} } })
  program.pages.refreshChrome()
  await program.drawn()
  assert.deepEqual(program.told('chrome'), [])
})
