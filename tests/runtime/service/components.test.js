// Pages and components: how they are registered, drawn by their templates, and what the view is told of them.

import { Program, launched } from './program.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'

/** The levels and first lines of what was logged. */
const logOf = (program) =>
  program.told('log').map(([level, text, file, line]) => [level, text.split('\n')[0], file, line])

/** The tags that were made, without the page's own. */
const tagsOf = (program) =>
  program
    .did('createElement')
    .slice(1)
    .map(([, , tag]) => tag)

test('a page is drawn by its template, with its data', async () => {
  const program = await launched({
    pages: { a: { data: { list: ['x', 'y'], on: true } } },
    templates: {
      a: '<view wx:for="{{list}}" class="c {{item}}" data-n="{{index}}">{{item}}</view><text wx:if="{{!on}}"/>',
    },
  })
  assert.deepEqual(tagsOf(program), ['wx-view', 'wx-view'])
  assert.deepEqual(
    program.did('createText').map(([, , text]) => text),
    ['x', 'y'],
  )
  assert.deepEqual(
    program.did('addClass').map(([, name]) => name),
    ['c', 'x', 'c', 'y'],
  )
  assert.deepEqual(
    program.did('setData').map(([, name, value]) => [name, value]),
    [
      ['n', '0'],
      ['n', '1'],
    ],
  )
  program.pages.front.instance.setData({ 'list[1]': 'z', on: false })
  await program.drawn()
  assert.deepEqual(program.did('setText').at(-1)[1], 'z')
  assert.deepEqual(tagsOf(program), ['wx-view', 'wx-view', 'wx-text'])
})

test('a component comes into being before its page is loaded, and is ready before it', async () => {
  const heard = []
  const note = (name) => () => heard.push(name)
  const program = await launched({
    pages: { a: { onLoad: note('load'), onReady: note('page ready'), onUnload: note('unload') }, b: {} },
    components: {
      part: {
        lifetimes: {
          created: note('created'),
          attached: note('attached'),
          ready: note('ready'),
          detached: note('detached'),
        },
      },
    },
    configs: { a: { usingComponents: { part: './part' } } },
    templates: { a: '<part/>', part: '<view/>' },
  })
  assert.deepEqual(heard, ['created', 'attached', 'load', 'ready', 'page ready'])
  await program.wx.redirectTo({ url: 'b' })
  assert.deepEqual(heard.slice(5), ['unload', 'detached'])
  assert.deepEqual(tagsOf(program).slice(0, 2), ['wx-c-part', 'wx-view'])
})

test('a component that leaves before it is drawn is never ready', async () => {
  const heard = []
  const program = new Program({
    pages: { a: { data: { on: true } } },
    components: { part: { lifetimes: { ready: () => heard.push('ready') } } },
    configs: { a: { usingComponents: { part: './part' } } },
    templates: { a: '<part wx:if="{{on}}"/>' },
  })
  program.pages.launch(program.first)
  program.pages.front.instance.setData({ on: false })
  await program.drawn()
  program.pages.front.instance.setData({ on: true })
  await program.drawn()
  assert.deepEqual(heard, ['ready'])
})

test('a page whose file does not call Page is told and blank', async () => {
  const program = new Program({ pages: { a: {} } })
  program.globals.Page = () => {}
  await program.launch()
  const message = 'Page "a" has not been registered yet: its file did not call Page()'
  assert.deepEqual(logOf(program), [['error', message, 'a.js', 1]])
  assert.deepEqual([program.shown, program.pages.front.instance.route], ['a', 'a'])
})

test('a component whose file does not call Component is empty', async () => {
  const program = new Program({
    pages: { a: {} },
    components: { part: {} },
    configs: { a: { usingComponents: { part: '/part' } } },
    templates: { a: '<part/>', part: '<text/>' },
  })
  program.globals.Component = () => {}
  await program.launch()
  assert.deepEqual([tagsOf(program), logOf(program)], [['wx-c-part', 'wx-text'], []])
})

test('a file registers one page, and nothing after it has run', async () => {
  const program = new Program({ pages: { a: {}, b: {} } })
  const { Page } = program.globals
  program.globals.Page = (definition) => (Page({ ...definition, first: true }), Page(definition))
  await program.launch()
  Page({})
  await program.drawn()
  assert.equal(program.pages.front.instance.first, true)
  assert.deepEqual(
    logOf(program).map(([, text]) => text),
    [
      'Please do not register multiple Pages or Components in a.js',
      'Page() must be called while its own file is loaded; this call is ignored',
    ],
  )
})

test('a page that cannot be made says so on the screen', async () => {
  let reads = 0
  const broken = {
    get x() {
      if (reads++ > 0) throw new Error('broken')
      return 1
    },
  }
  const program = await launched({ pages: { a: { data: { broken } }, b: {} }, templates: { a: '<text/>' } })
  assert.deepEqual(
    logOf(program).map(([, text]) => text),
    ['a: Error: broken'],
  )
  assert.deepEqual(
    program.did('createText').map(([, , text]) => text),
    ['a: the page cannot be made; the console says why'],
  )
  const inside = new Map(program.did('append').map(([parent, child]) => [child, parent]))
  const [[, text]] = program.did('createText')
  const tags = new Map(program.did('createElement').map(([, id, tag]) => [id, tag]))
  const box = inside.get(text)
  assert.deepEqual([tags.get(box), tags.get(inside.get(box))], ['wx-view', 'wx-page'])
  assert.match(program.did('setStyle').find(([id]) => id === box)[1], /color:/)
  assert.equal(program.pages.front.component, null)
  await program.wx.redirectTo({ url: 'b' })
  assert.deepEqual([program.stack, logOf(program).length], [['b'], 1])
})

test('a page knows its route and what it was opened with', async () => {
  const program = await launched({ pages: { a: {}, 'in/b': { data: { n: 1 }, own: { list: [] } } } })
  await program.wx.navigateTo({ url: '/in/b?x=a%20b' })
  const { instance } = program.pages.front
  assert.deepEqual([instance.route, instance.__route__, instance.options], ['in/b', 'in/b', { x: 'a%20b' }])
  assert.deepEqual(instance.data, { n: 1 })
})

test('a page that is a component has what it was opened with in its properties', async () => {
  const program = await launched({
    pages: { a: {}, b: {} },
    components: { b: { properties: { 名: String, x: String, n: Number } } },
  })
  await program.wx.navigateTo({ url: 'b?名=a%20b%2Bc&x=1+1&n=2&unknown=3' })
  assert.deepEqual(program.pages.front.instance.data, { 名: 'a%20b%2Bc', x: '1+1', n: 2 })
})

test('two pages of one path share nothing', async () => {
  const program = await launched({ pages: { a: { data: { list: [] }, own: { list: [] } } } })
  program.pages.front.instance.own.list.push(1)
  program.pages.front.instance.setData({ 'list[0]': 1 })
  await program.wx.navigateTo({ url: 'a' })
  const { data, own } = program.pages.front.instance
  assert.deepEqual([data, own], [{ list: [] }, { list: [] }])
})

test('a method that throws is told under its name, and the page goes on', async () => {
  const program = await launched({
    pages: {
      a: {
        onLoad() {
          throw new Error('broken')
        },
      },
    },
  })
  assert.deepEqual(
    logOf(program).map(([, text]) => text),
    ['a onLoad: Error: broken'],
  )
  assert.deepEqual(program.notes, ['a onLoad', 'a onShow', 'a onReady'])
})

test('a file that a template names is named from the package', async () => {
  const program = await launched({
    pages: { 'in/a': {} },
    templates: {
      'in/a':
        '<image src="b.png"/><image src="/b.png"/><image src="https://x/b.png"/><image src=""/><video poster="../c.png"/><view other="b.png"/>',
    },
  })
  const named = program.did('setAttribute').map(([, name, value]) => [name, value])
  assert.deepEqual(named, [
    ['src', '/in/b.png'],
    ['src', '/b.png'],
    ['src', 'https://x/b.png'],
    ['src', ''],
    ['poster', '/c.png'],
    ['other', 'b.png'],
  ])
})

test('classes and styles of an isolated component bear its name', async () => {
  const program = await launched({
    pages: { a: {} },
    components: { 'in/part': {} },
    configs: { a: { usingComponents: { part: '/in/part' } }, 'in/part': { component: true } },
    templates: { a: '<part class="p"/>', 'in/part': '<view class="v" hover-class="h none"/>' },
  })
  assert.deepEqual(
    program.did('addClass').map(([, name]) => name),
    ['in-part--v', 'p'],
  )
  assert.deepEqual(
    program.did('setAttribute').map(([, name, value]) => [name, value]),
    [['hover-class', 'in-part--h in-part--none']],
  )
  assert.deepEqual(
    program.did('setHostScope').map(([, prefix]) => prefix),
    ['in-part'],
  )
  assert.deepEqual(
    program.did('addSheet').map(([, , prefix]) => prefix),
    [null, 'in-part', null],
  )
})

test('functions and nothing cross to the view as nothing', async () => {
  const program = await launched({
    pages: { a: { data: { f: null, none: undefined } } },
    templates: { a: '<view a="{{none}}" b="{{0}}"/>' },
  })
  assert.deepEqual(
    program.did('setAttribute').map(([, name, value]) => [name, value]),
    [
      ['a', null],
      ['b', 0],
    ],
  )
})

test('ids reach the view as they are written', async () => {
  const program = await launched({ pages: { a: {} }, templates: { a: '<view id="one"/><view id="a--b"/>' } })
  assert.deepEqual(
    program.did('setId').map(([, id]) => id),
    ['one', 'a--b'],
  )
})

test('what is wrong with a template is told at every start, with its place', async () => {
  const program = await launched({ pages: { a: {} }, templates: { a: '<view>\n</text></view>' } })
  assert.deepEqual(logOf(program), [['error', 'a.wxml:2:1: </text> closes nothing', 'a.wxml', 2]])
  const [[, , code]] = program.said.filter(([kind]) => kind === 'templates')
  assert.match(code, /a\.wxml/)
})
