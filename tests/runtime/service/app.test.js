// App() and getApp(), the launch of a program and its life.

import './worker.js'
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { App } from '../../../resources/runtime/service/app.js'
import { Events } from '../../../resources/runtime/service/events.js'
import { Journal } from '../../../resources/runtime/service/journal.js'

const LAUNCH = { path: 'a', query: { x: '1' }, scene: 1001 }

let logged, heard, journal, events, app, globals
beforeEach(() => {
  logged = []
  heard = []
  journal = new Journal((_kind, level, text) => logged.push(`${level} ${text.split('\n')[0]}`))
  events = new Events(journal)
  app = new App(events, journal, LAUNCH)
  journal.onError((error) => app.error(error))
  globals = app.globals()
})

/** Fields of App() that note what they hear. */
const noting = (...names) => Object.fromEntries(names.map((name) => [name, (detail) => heard.push([name, detail])]))
const listen = (...names) => names.forEach((name) => events.on(name, (detail) => heard.push([name, detail])))

test('getApp gives what App was called with, and nothing before that', () => {
  assert.equal(globals.getApp(), undefined)
  globals.App({ data: 1 })
  assert.deepEqual(globals.getApp(), { data: 1 })
  assert.equal(globals.getApp(), globals.getApp({ allowDefault: true }))
})

test('an app that is asked for early is the one that App makes', () => {
  const early = globals.getApp({ allowDefault: true })
  early.kept = 1
  assert.equal(globals.getApp(), undefined)
  assert.equal(globals.getApp({ allowDefault: true }), early)
  globals.App({ data: 1 })
  assert.equal(globals.getApp(), early)
  assert.deepEqual(early, { kept: 1, data: 1 })
})

test('App without an argument is an app', () => {
  globals.App()
  assert.deepEqual(globals.getApp(), {})
})

test('the second App is told and ignored', () => {
  globals.App({ data: 1 })
  globals.App({ data: 2 })
  assert.deepEqual(globals.getApp(), { data: 1 })
  assert.deepEqual(logged, ['error App() was called twice; the second call is ignored'])
})

test('a program is launched, then shown', () => {
  globals.App(noting('onLaunch', 'onShow'))
  listen('appShow')
  app.launch()
  assert.deepEqual(heard, [
    ['onLaunch', LAUNCH],
    ['onShow', LAUNCH],
    ['appShow', LAUNCH],
  ])
})

test('a program that comes back is shown with what has changed since its launch', () => {
  globals.App(noting('onShow', 'onHide'))
  listen('appShow', 'appHide')
  app.hide({ reason: 1 })
  app.show({ scene: 1089 })
  const shown = { ...LAUNCH, scene: 1089 }
  assert.deepEqual(heard, [
    ['onHide', { reason: 1 }],
    ['appHide', { reason: 1 }],
    ['onShow', shown],
    ['appShow', shown],
  ])
})

test('app methods are called on the app', () => {
  globals.App({
    data: 1,
    onLaunch() {
      heard.push(this.data)
    },
  })
  app.launch()
  assert.deepEqual(heard, [1])
})

test('an error is heard by the app and by wx.onError as a text', () => {
  globals.App(noting('onError'))
  listen('error')
  app.error('text')
  app.error(
    Object.assign(new Error('broken'), { stack: 'Error: broken\n    at mp://program/__program/module/a.js:3:7' }),
  )
  const text = 'Error: broken\n    at a.js:3:7'
  assert.deepEqual(heard, [
    ['onError', 'text'],
    ['error', { message: 'text', stack: 'text' }],
    ['onError', text],
    ['error', { message: text, stack: text }],
  ])
})

test('whatever was thrown is heard as a text', () => {
  globals.App(noting('onError'))
  for (const thrown of [Object.create(null), { code: 1 }, undefined]) app.error(thrown)
  assert.deepEqual(
    heard.map(([, text]) => text),
    ['{}', '{code: 1}', 'undefined'],
  )
})

test('onError that throws is told and not called again for its own error', () => {
  globals.App({
    onError: (text) => {
      heard.push(text.split('\n')[0])
      throw new Error('again')
    },
  })
  journal.report(new Error('first'))
  journal.report(new Error('second'))
  assert.deepEqual(heard, ['Error: first', 'Error: second'])
  assert.deepEqual(logged, [
    'error Error: first',
    'error app.js onError: Error: again',
    'error Error: second',
    'error app.js onError: Error: again',
  ])
})

test('a listener of wx.onError that throws is told, and stops neither the others nor the next error', () => {
  events.on('error', () => {
    throw new Error('again')
  })
  events.on('error', ({ message }) => heard.push(message.split('\n')[0]))
  journal.report(new Error('first'))
  journal.report(new Error('second'))
  assert.deepEqual(heard, ['Error: first', 'Error: second'])
  assert.deepEqual(logged.slice(0, 2), ['error Error: first', 'error wx.onError: Error: again'])
})

test('a rejection that nobody caught is heard by both', () => {
  globals.App(noting('onUnhandledRejection'))
  listen('unhandledRejection')
  const detail = { reason: 'why', promise: Promise.resolve() }
  app.unhandledRejection(detail.reason, detail.promise)
  assert.deepEqual(heard, [
    ['onUnhandledRejection', detail],
    ['unhandledRejection', detail],
  ])
})

test('a page that is not there is told and heard by both', () => {
  globals.App(noting('onPageNotFound'))
  listen('pageNotFound')
  app.pageNotFound({ path: 'b', query: {} })
  const detail = { path: 'b', query: {}, isEntryPage: true }
  assert.deepEqual(heard, [
    ['onPageNotFound', detail],
    ['pageNotFound', detail],
  ])
  assert.deepEqual(logged, ['error page "b" is not found'])
})

test('a change of the theme is heard by the app alone: the host tells the rest', () => {
  globals.App(noting('onThemeChange'))
  listen('themeChange')
  app.themeChange({ theme: 'dark' })
  assert.deepEqual(heard, [['onThemeChange', { theme: 'dark' }]])
})

test('without an app nobody hears, and what is no function is not called', () => {
  app.launch()
  globals.App({ onShow: 'text' })
  app.show({})
  assert.deepEqual(logged, [])
})

test('a lifetime that throws is told under its name', () => {
  globals.App({
    onLaunch() {
      throw new Error('broken')
    },
    ...noting('onShow'),
  })
  app.launch()
  assert.deepEqual([logged, heard.length], [['error app.js onLaunch: Error: broken'], 1])
})
