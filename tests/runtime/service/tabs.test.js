// The pages of the tab bar, and a tab bar of the program's own.

import { launched, notesOf } from './program.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'

test('switchTab leads to pages of the tab bar only', async () => {
  const program = await launched({ pages: { a: {}, b: {} }, tabs: ['a'] })
  await assert.rejects(program.wx.switchTab({ url: 'b' }), {
    errMsg: 'switchTab:fail can not switch to non-TabBar page',
  })
  assert.deepEqual(program.stack, ['a'])
})

test('a tab page waits behind another and comes back as it was', async () => {
  const program = await launched({ pages: { a: {}, b: {} }, tabs: ['a', 'b'] })
  const first = program.pages.front
  assert.deepEqual(await notesOf(program, () => program.wx.switchTab({ url: 'b?x=1' })), [
    'a onHide',
    'b onLoad',
    'b onShow',
    'b onReady',
  ])
  assert.deepEqual(program.pages.front.query, {})
  assert.deepEqual(await notesOf(program, () => program.wx.switchTab({ url: 'a' })), ['b onHide', 'a onShow'])
  assert.equal(program.pages.front, first)
  assert.deepEqual(program.did('showPage'), [
    [1, 'none'],
    [2, 'none'],
    [1, 'none'],
  ])
  assert.deepEqual(program.stack, ['a'])
})

test('pages over a tab page are closed when the person goes to a tab', async () => {
  const program = await launched({ pages: { a: {}, b: {}, c: {} }, tabs: ['a', 'b'] })
  await program.wx.navigateTo({ url: 'c' })
  assert.deepEqual(await notesOf(program, () => program.wx.switchTab({ url: 'a' })), ['c onUnload', 'a onShow'])
  assert.deepEqual(program.did('showPage').at(-1), [1, 'pop'])
  await program.wx.navigateTo({ url: 'c' })
  const notes = await notesOf(program, () => program.wx.switchTab({ url: 'b' }))
  assert.deepEqual(notes, ['c onUnload', 'b onLoad', 'b onShow', 'b onReady'])
  assert.deepEqual(
    [...program.pages.all].map(({ path }) => path),
    ['b', 'a'],
  )
})

test('a page that is no tab page is closed when the person goes to a tab', async () => {
  const program = await launched({ pages: { a: {}, b: {} }, tabs: ['b'] })
  const notes = await notesOf(program, () => program.wx.switchTab({ url: 'b' }))
  assert.deepEqual(notes, ['a onUnload', 'b onLoad', 'b onShow', 'b onReady'])
  assert.deepEqual(program.stack, ['b'])
})

test('a tab page that was closed is made anew', async () => {
  const program = await launched({ pages: { a: {}, b: {} }, tabs: ['a'] })
  const first = program.pages.front
  assert.deepEqual(await notesOf(program, () => program.wx.redirectTo({ url: 'b' })), [
    'a onUnload',
    'b onLoad',
    'b onShow',
    'b onReady',
  ])
  assert.equal(program.pages.all.size, 1)
  assert.equal(program.pages.page(first.number), undefined)
  assert.deepEqual(await notesOf(program, () => program.wx.switchTab({ url: 'a' })), [
    'b onUnload',
    'a onLoad',
    'a onShow',
    'a onReady',
  ])
})

test('a tab page that was opened by a query again takes the place of the one that waits', async () => {
  const program = await launched({ pages: { a: {}, b: {} }, tabs: ['a', 'b'] })
  await program.wx.switchTab({ url: 'b' })
  const notes = await notesOf(program, () => program.wx.reLaunch({ url: 'a?x=1' }))
  assert.deepEqual(notes, ['a onUnload', 'b onUnload', 'a onLoad', 'a onShow', 'a onReady'])
  assert.deepEqual(program.pages.front.query, { x: '1' })
  assert.equal(program.pages.all.size, 1)
})

test("the program's own tab bar is on its tab pages and nowhere else", async () => {
  const life = []
  const program = await launched({
    pages: { a: {}, b: {} },
    tabs: ['a'],
    customTabBar: true,
    components: {
      'custom-tab-bar/index': {
        attached: () => life.push('attached'),
        detached: () => life.push('detached'),
        pageLifetimes: { show: () => life.push('show'), hide: () => life.push('hide') },
      },
    },
  })
  assert.ok(program.pages.front.tabBar)
  await program.wx.navigateTo({ url: 'b' })
  assert.equal(program.pages.front.tabBar, null)
  await program.wx.reLaunch({ url: 'b' })
  assert.deepEqual(life, ['attached', 'show', 'hide', 'detached'])
})

test("a tab page that cannot be made says so, with the program's own tab bar under it", async () => {
  let reads = 0
  const broken = {
    get x() {
      if (reads++ > 0) throw new Error('broken')
      return 1
    },
  }
  const program = await launched({
    pages: { a: { data: { broken } }, b: {} },
    tabs: ['a'],
    customTabBar: true,
    components: { 'custom-tab-bar/index': {} },
    templates: { a: '<text/>' },
  })
  assert.deepEqual(
    program.told('log').map(([, text]) => text.split('\n')[0]),
    ['a: Error: broken'],
  )
  await program.wx.navigateTo({ url: 'b' })
  assert.equal(program.shown, 'b')
})

test('a tab bar of its own that the program lacks is missed by nobody', async () => {
  const program = await launched({ pages: { a: {} }, tabs: ['a'], customTabBar: true })
  assert.deepEqual([program.shown, program.pages.front.tabBar, program.told('log')], ['a', null, []])
})
