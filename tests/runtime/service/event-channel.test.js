// The channel between a page and the one that opened it.

import './worker.js'
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { EventChannel } from '../../../resources/runtime/service/event-channel.js'
import { Journal } from '../../../resources/runtime/service/journal.js'

let ours, theirs, heard, logged
beforeEach(() => {
  logged = []
  heard = []
  ;[ours, theirs] = EventChannel.pair(new Journal((_kind, _level, text) => logged.push(text.split('\n')[0])))
})
const hear =
  (name) =>
  (...args) =>
    heard.push([name, ...args])

test('what one end says the other hears, and it does not hear itself', () => {
  ours.on('a', hear('ours'))
  theirs.on('a', hear('theirs'))
  ours.emit('a', 1, 2)
  assert.deepEqual(heard, [['theirs', 1, 2]])
  theirs.emit('a', 3)
  assert.deepEqual(heard, [
    ['theirs', 1, 2],
    ['ours', 3],
  ])
})

test('an end without another talks to itself', () => {
  const alone = new EventChannel(null)
  alone.on('a', hear('alone'))
  assert.equal(alone.other, alone)
})

test('what was said before anybody listened is heard by the first who does, once and in order', () => {
  ours.emit('a', 1)
  ours.emit('a', 2)
  ours.emit('b', 3)
  theirs.on('a', hear('first'))
  theirs.on('a', hear('second'))
  assert.deepEqual(heard, [
    ['first', 1],
    ['first', 2],
  ])
})

test('who listens once hears the first of what was said before', () => {
  ours.emit('a', 1)
  ours.emit('a', 2)
  theirs.once('a', hear('once'))
  assert.deepEqual(heard, [['once', 1]])
  theirs.on('a', hear('on'))
  assert.deepEqual(heard, [
    ['once', 1],
    ['on', 2],
  ])
})

test('who listens once hears once, though it says the same again', () => {
  theirs.once('a', () => (heard.push('once'), ours.emit('a')))
  theirs.on('b', hear('on'))
  ours.emit('a')
  ours.emit('b', 1)
  assert.deepEqual(heard, ['once', ['on', 1]])
})

test('a listener leaves alone, or all of a name do', () => {
  const listener = hear('one')
  theirs.on('a', listener)
  theirs.on('a', hear('two'))
  theirs.off('a', listener)
  theirs.off('unknown', listener)
  ours.emit('a', 1)
  assert.deepEqual(heard, [['two', 1]])
  theirs.off('a')
  ours.emit('a', 2)
  assert.deepEqual(heard, [['two', 1]])
})

test('what is no function does not listen', () => {
  theirs.on('a', 'text')
  ours.emit('a', 1)
  theirs.on('a', hear('late'))
  assert.deepEqual([heard, logged], [[['late', 1]], []])
})

test('a listener that throws is told and stops nobody', () => {
  theirs.on('a', () => {
    throw new Error('broken')
  })
  theirs.on('a', hear('other'))
  ours.emit('a', 1)
  assert.deepEqual([heard, logged], [[['other', 1]], ['event a: Error: broken']])
})
