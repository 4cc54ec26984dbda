// Which field has the focus: wx.hideKeyboard and wx.getSelectedTextRange.

import { event, form, node } from '../fields.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'

const NO_FIELD = { errMsg: 'hideKeyboard:fail input not exists' }

test('the keyboard is hidden from the field that has the focus', async () => {
  const program = await form()
  await assert.rejects(program.wx.hideKeyboard(), NO_FIELD)
  const field = node(program, 'wx-input')
  event(program, field, 'focus')
  assert.deepEqual(await program.wx.hideKeyboard(), { errMsg: 'hideKeyboard:ok' })
  assert.deepEqual(program.did('invoke'), [[field, 'loseFocus', []]])
})

test('after its blur no field has the focus', async () => {
  const program = await form()
  event(program, node(program, 'wx-input'), 'focus')
  event(program, node(program, 'wx-input'), 'blur')
  await assert.rejects(program.wx.hideKeyboard(), NO_FIELD)
  assert.deepEqual(program.did('invoke'), [])
})

test('the blur of one field does not take the focus from another', async () => {
  const program = await form()
  event(program, node(program, 'wx-input'), 'focus')
  event(program, node(program, 'wx-textarea'), 'focus')
  event(program, node(program, 'wx-input'), 'blur')
  await program.wx.hideKeyboard()
  assert.deepEqual(program.did('invoke')[0][0], node(program, 'wx-textarea'))
})

test('a field that is gone has no focus', async () => {
  const program = await form()
  event(program, node(program, 'wx-textarea'), 'focus')
  program.pages.front.instance.setData({ more: false })
  await assert.rejects(program.wx.hideKeyboard(), NO_FIELD)
  event(program, node(program, 'wx-input'), 'focus')
  program.pages.front.instance.setData({ more: true })
  assert.deepEqual(await program.wx.hideKeyboard(), { errMsg: 'hideKeyboard:ok' })
})

test('nothing on a page that is gone has the focus', async () => {
  const program = await form()
  event(program, node(program, 'wx-input'), 'focus')
  await program.wx.redirectTo({ url: 'b' })
  await assert.rejects(program.wx.hideKeyboard(), NO_FIELD)
  assert.equal(program.view.nodes.size, 1)
})

test('the field that has the focus says what is selected', async () => {
  const program = await form()
  const failure = { errMsg: 'getSelectedTextRange:fail input not exists' }
  await assert.rejects(program.wx.getSelectedTextRange(), failure)
  event(program, node(program, 'wx-input'), 'focus')
  for (const [value, outcome] of [
    [
      { start: 1, end: 2 },
      { start: 1, end: 2, errMsg: 'getSelectedTextRange:ok' },
    ],
    [null, failure],
  ]) {
    const asked = program.wx.getSelectedTextRange().catch((result) => result)
    await program.drawn()
    const [question, id, kind] = program.did('ask').at(-1)
    assert.deepEqual([id, kind], [node(program, 'wx-input'), 'state'])
    program.see({ type: 'answer', question, value })
    assert.deepEqual(await asked, outcome)
  }
})
