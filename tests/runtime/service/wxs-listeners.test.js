// Listeners in WXS: what they are given, and what they do to the page.

import { event } from './fields.js'
import { launched } from './program.js'
import { drawFrame, host } from './worker.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'

/**
 * A page that hears of everything its WXS says, and whose `tap` in WXS has this body.
 * @param {string} body may use `event` and `owner`
 * @param {string} [wxml] around the view that is tapped
 * @param {(value: any) => void} [onHear] hears what the page hears
 */
async function tapped(
  body,
  wxml = '<view id="v" class="v" data-n="7" bindtap="{{m.tap}}"><text class="t"/><text class="t"/></view>',
  onHear = (_value) => {},
) {
  const heard = []
  const module = `<wxs module="m">function tap(event, owner) { ${body} }
    module.exports = {tap: tap, other: 1, deep: {tap: tap}}</wxs>`
  const program = await launched({
    pages: { a: { data: { on: true, which: 'tap' }, hear: (value) => (heard.push(value), onHear(value)) } },
    templates: { a: module + wxml },
  })
  program.done.length = 0
  const tap = async () => {
    event(program, [...program.view.nodes.values()].find(({ __wxElement }) => __wxElement.id === 'v').id, 'tap', {
      x: 1,
    })
    await program.drawn()
  }
  return { program, heard, tap }
}

/** What a listener says about an expression. */
async function valueOf(expression) {
  const { program, heard, tap } = await tapped(`owner.callMethod('hear', ${expression})`)
  await tap()
  assert.deepEqual(program.told('log'), [])
  return heard[0]
}

for (const [expression, value] of [
  ['event.type + event.detail.x', 'tap1'],
  ['event.instance.getDataset().n', '7'],
  ["event.instance.hasClass('v') + '' + event.instance.hasClass('w')", 'truefalse'],
  ["event.instance.addClass('w  x').hasClass('w')", true],
  ["event.instance.addClass('w').removeClass('w').hasClass('w')", false],
  ["owner.selectComponent('#v') === event.instance", true],
  ["event.instance.selectComponent('.t') === owner.selectComponent('.t')", true],
  ["owner.selectComponent('.no')", null],
  ["owner.selectAllComponents('.t').length", 2],
  ["owner.selectAllComponents('.t')[0] === owner.selectComponent('.t')", true],
  ["event.instance.callMethod('nothing')", undefined],
  ['event.instance.getState() === owner.getState()', false],
]) {
  test(`in a listener ${expression} is ${JSON.stringify(value)}`, async () =>
    assert.deepEqual(await valueOf(expression), value))
}

test('the state of an element stays from one event to the next', async () => {
  const { heard, tap } = await tapped(
    "var s = event.instance.getState(); s.n = (s.n || 0) + 1; owner.callMethod('hear', s.n)",
  )
  await tap()
  await tap()
  assert.deepEqual(heard, [1, 2])
})

test('a style is set beside that of the template', async () => {
  const { program, tap } = await tapped(
    "event.instance.setStyle({color: 'red', 'font-size': '2px', borderTopWidth: 0}).setStyle('top:1px')",
  )
  await tap()
  const styles = program.did('setStyle').map(([, text]) => text)
  assert.match(styles[0], /color:\s*red;\s*font-size:\s*2px;\s*border-top-width:\s*0/)
  assert.match(styles[1], /top:1px/)
})

test('classes are added and removed in the view', async () => {
  const { program, tap } = await tapped("event.instance.addClass(' w\\t x ').removeClass('x')")
  await tap()
  assert.deepEqual(
    [program.did('addClass').map(([, name]) => name), program.did('removeClass').map(([, name]) => name)],
    [['w', 'x'], ['x']],
  )
})

test('an element triggers an event that its page hears', async () => {
  const { heard, tap } = await tapped(
    "event.instance.triggerEvent('own', {a: 1})",
    '<view id="v" bindtap="{{m.tap}}" bindown="hear"/>',
  )
  await tap()
  assert.deepEqual(
    heard.map(({ type, detail }) => [type, detail]),
    [['own', { a: 1 }]],
  )
})

test('a listener that an expression chooses is one in WXS', async () => {
  const { heard, tap } = await tapped(
    "owner.callMethod('hear', event.instance.getDataset().n)",
    '<view id="v" data-n="3" bindtap="{{on ? m.tap : m.other}}"/>',
  )
  await tap()
  assert.deepEqual(heard, ['3'])
})

test('a place is asked for while the service waits, and zero if nobody answers', async () => {
  const { program, heard, tap } = await tapped(
    `owner.callMethod('hear', [event.instance.getBoundingClientRect().left,
      event.instance.getComputedStyle(['color']).color, event.instance.getComputedStyle('color').top])`,
  )
  await tap()
  assert.deepEqual(heard.splice(0), [[0, undefined, undefined]])
  assert.deepEqual(
    program.told('log').map(([level, text]) => [level, text]),
    [['warn', "<wx-view> is not drawn itself: WXS can't measure it"]],
  )
  assert.deepEqual(
    program.did('measure').map(([, , names]) => names),
    [null, ['color'], []],
  )
  const next = program.did('measure').at(-1)[0]
  host.files.set(`/__host/measured/${next + 1}`, '{"left": 5}')
  host.files.set(`/__host/measured/${next + 2}`, '{"color": "red"}')
  host.files.set(`/__host/measured/${next + 3}`, '{"top": "1px"}')
  await tap()
  assert.deepEqual(heard, [[5, 'red', '1px']])
  assert.deepEqual(program.told('log').length, 1)
})

for (const bound of ['m.deep.tap', 'm[which]']) {
  test(`a listener behind {{${bound}}} is one in WXS`, async () => {
    const { heard, tap } = await tapped(
      "owner.callMethod('hear', event.instance.getDataset().n)",
      `<view id="v" data-n="3" bindtap="{{${bound}}}"/>`,
    )
    await tap()
    assert.deepEqual(heard, ['3'])
  })
}

test('a listener that is handed to a template is one in WXS', async () => {
  const { heard, tap } = await tapped(
    "owner.callMethod('hear', event.instance.getDataset().n)",
    '<template name="t"><view id="v" data-n="3" bindtap="{{tap}}"/></template><template is="t" data="{{tap: m.tap}}"/>',
  )
  await tap()
  assert.deepEqual(heard, ['3'])
})

test('what is put off is done once, later, unless it is called off', async () => {
  let done
  const lastOfAll = new Promise((resolve) => (done = resolve))
  const { heard, tap } = await tapped(
    `var own = event.instance, say = function (what) { return function () { owner.callMethod('hear', what) } }
    own.cancelAnimationFrame(own.requestAnimationFrame(say('no frame')))
    own.clearTimeout(own.setTimeout(say('no time'), 0))
    own.requestAnimationFrame(say('frame'))
    own.setTimeout(say('time'), 0)
    say('now')()`,
    '<view id="v" bindtap="{{m.tap}}"/>',
    (value) => value === 'time' && done(),
  )
  await tap()
  await lastOfAll
  assert.deepEqual(heard, ['now', 'time'])
  drawFrame()
  drawFrame()
  assert.deepEqual(heard, ['now', 'time', 'frame'])
})

test('a listener of a change hears when the tree stands, with its owner and its element', async () => {
  const heard = []
  const program = await launched({
    pages: { a: { data: { n: 1 }, hear: (value) => heard.push(value) } },
    templates: {
      a: `<wxs module="m">exports.changed = function (now, before, owner, element) {
        owner.callMethod('hear', [now, before, element.getDataset().n]) }</wxs>
        <view data-n="{{n}}" prop="{{n}}" change:prop="{{m.changed}}"/>`,
    },
  })
  assert.deepEqual(heard, [[1, undefined, 1]])
  program.pages.front.instance.setData({ n: 2 })
  await program.drawn()
  assert.deepEqual(heard.at(-1), [2, 1, 2])
})
