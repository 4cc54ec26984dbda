// Who is asked for the contract of privacy.

import { launched } from '../program.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'

test('of several listeners for the contract of privacy the last one is asked, alone', async () => {
  const program = await launched({ pages: { a: {} } })
  const heard = []
  for (const name of ['one', 'two'])
    program.wx.onNeedPrivacyAuthorization((resolve, { referrer }) => heard.push([name, referrer, typeof resolve]))
  program.hear('event', 'needPrivacyAuthorization', { referrer: 'getWeRunData' })
  assert.deepEqual(heard, [['two', 'getWeRunData', 'function']])
  await program.drawn()
  assert.deepEqual(
    program.told('call').map(([, ...call]) => call),
    [
      ['privacyListener', { on: true }],
      ['privacyListener', { on: true }],
    ],
  )
})

test('nobody is asked for the contract of privacy after its listener was taken away', async () => {
  for (const take of ['offNeedPrivacyAuthorization', 'onNeedPrivacyAuthorization']) {
    const program = await launched({ pages: { a: {} } })
    program.wx.onNeedPrivacyAuthorization(() => assert.fail('asked'))
    program.wx[take]()
    program.hear('event', 'needPrivacyAuthorization', {})
    await program.drawn()
    assert.deepEqual(program.told('call').at(-1).slice(1), ['privacyListener', { on: false }])
    assert.deepEqual(program.told('log'), [])
  }
})

test('the answer of the program to the contract goes to the host as texts', async () => {
  const program = await launched({ pages: { a: {} } })
  const answers = [[{ event: 'agree', buttonId: 'go' }], [{ event: 1 }], []]
  for (const answer of answers) {
    program.wx.onNeedPrivacyAuthorization((resolve) => resolve(...answer))
    program.hear('event', 'needPrivacyAuthorization', {})
  }
  await program.drawn()
  const sent = program
    .told('call')
    .filter(([, name]) => name === 'privacyAnswer')
    .map(([, , options]) => options)
  assert.deepEqual(sent, [
    { event: 'agree', buttonId: 'go' },
    { event: '1', buttonId: '' },
    { event: '', buttonId: '' },
  ])
})
