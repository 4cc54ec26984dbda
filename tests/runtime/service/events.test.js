// What wx.onX listens to, and the objects of wx with listeners of their own.

import './worker.js'
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { listenerFunctions } from '../../../resources/runtime/service/api/listeners.js'
import { onAndOff } from '../../../resources/runtime/service/api/on-and-off.js'
import { Events } from '../../../resources/runtime/service/events.js'
import { Journal } from '../../../resources/runtime/service/journal.js'

let logged, heard, journal, events
beforeEach(() => {
  logged = []
  heard = []
  journal = new Journal((_kind, _level, text) => logged.push(text.split('\n')[0]))
  events = new Events(journal)
})
const hear = (name) => (detail) => heard.push([name, detail])
const fail = () => {
  throw new Error('broken')
}

test('an event is heard by all its listeners, in order, and by no others', () => {
  events.on('one', hear('a'))
  events.on('one', hear('b'))
  events.on('two', hear('c'))
  events.emit('one', 1)
  events.emit('three', 2)
  assert.deepEqual(heard, [
    ['a', 1],
    ['b', 1],
  ])
})

test('a listener that is added twice hears once', () => {
  const listener = hear('a')
  events.on('one', listener)
  events.on('one', listener)
  events.emit('one', 1)
  assert.deepEqual(heard, [['a', 1]])
})

test('what is no function does not listen', () => {
  events.on('one', 'text')
  events.on('one', undefined)
  events.emit('one', 1)
  assert.deepEqual([heard, logged], [[], []])
})

test('a listener is taken away alone, without one all are', () => {
  const listener = hear('a')
  events.on('one', listener)
  events.on('one', hear('b'))
  events.off('one', listener)
  events.off('two', listener)
  events.emit('one', 1)
  events.off('one')
  events.emit('one', 2)
  assert.deepEqual(heard, [['b', 1]])
})

test('a listener that throws is told under its name in wx and stops nobody', () => {
  events.on('themeChange', fail)
  events.on('themeChange', hear('b'))
  events.emit('themeChange', 1)
  assert.deepEqual([heard, logged], [[['b', 1]], ['wx.onThemeChange: Error: broken']])
})

test('a listener that comes while an event is heard hears the next one', () => {
  events.on('one', () => events.on('one', hear('late')))
  events.emit('one', 1)
  assert.deepEqual(heard, [])
  events.emit('one', 2)
  assert.deepEqual(heard, [['late', 2]])
})

test('the service hears an event before the program, and no program takes that away', () => {
  events.on('one', hear('program'))
  events.watch('one', hear('service'))
  events.off('one')
  events.on('one', hear('program'))
  events.emit('one', 1)
  assert.deepEqual(heard, [
    ['service', 1],
    ['program', 1],
  ])
})

test('wx has an on and an off for each event that is documented, and nothing else', () => {
  const wx = listenerFunctions(
    { onThemeChange: 'listener', offThemeChange: 'listener', onlyThis: 'sync', login: 'async' },
    events,
  )
  assert.deepEqual(Object.keys(wx), ['onThemeChange', 'offThemeChange'])
  const listener = hear('a')
  wx.onThemeChange(listener)
  wx.onThemeChange(hear('b'))
  wx.offThemeChange(listener)
  events.emit('themeChange', 1)
  wx.offThemeChange()
  events.emit('themeChange', 2)
  assert.deepEqual(heard, [['b', 1]])
})

test('an object has an on and an off for each of its events', () => {
  const { face, tell, clear } = onAndOff(['timeUpdate', 'end'], journal)
  assert.deepEqual(Object.keys(face), ['onTimeUpdate', 'offTimeUpdate', 'onEnd', 'offEnd'])
  const listener = hear('a')
  assert.equal(face.onTimeUpdate(listener), undefined)
  face.onTimeUpdate(hear('b'))
  face.onTimeUpdate('text')
  face.onEnd(hear('end'))
  assert.equal(face.offTimeUpdate(listener), undefined)
  tell('timeUpdate', 1)
  face.offTimeUpdate()
  tell('timeUpdate', 2)
  tell('unknown', 3)
  tell('end', 4)
  clear()
  tell('end', 5)
  assert.deepEqual(
    [heard, logged],
    [
      [
        ['b', 1],
        ['end', 4],
      ],
      [],
    ],
  )
})

test("an object's listener that throws is told and stops nobody, nor does one that leaves", () => {
  const { face, tell } = onAndOff(['end'], journal)
  const once = () => face.offEnd(once)
  for (const listener of [once, fail, hear('b')]) face.onEnd(listener)
  tell('end', 1)
  assert.deepEqual([heard, logged], [[['b', 1]], ['onEnd: Error: broken']])
})
