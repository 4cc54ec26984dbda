// What the sensors read of how the phone is held.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gravity, radians, turning } from '../../../resources/runtime/service/attitude.js'

const held = (alpha, beta, gamma) => ({ alpha, beta, gamma, heading: 0 })
const near = (told, expected) => {
  for (const [axis, value] of Object.entries(expected))
    assert.ok(Math.abs(told[axis] - value) < 1e-4, `${axis}: ${told[axis]} is not ${value}`)
}
const HALF_TURN = Math.PI / 2

test('an accelerometer at rest reads one g towards the ground', () => {
  assert.deepEqual(gravity(held(0, 0, 0)), { x: 0, y: 0, z: -1 })
  near(gravity(held(123, 90, 0)), { x: 0, y: -1, z: 0 })
  near(gravity(held(0, 0, 90)), { x: 1, y: 0, z: 0 })
  near(gravity(held(0, 180, 0)), { x: 0, y: 0, z: 1 })
})

test('a gyroscope reads the turn around the own axes, in radians per second', () => {
  near(turning(held(0, 0, 0), held(90, 0, 0), 1), { x: 0, y: 0, z: HALF_TURN })
  near(turning(held(0, 0, 0), held(0, 45, 0), 0.5), { x: HALF_TURN, y: 0, z: 0 })
  near(turning(held(10, 0, 0), held(10, 0, 30), 2), { x: 0, y: Math.PI / 12, z: 0 })
  near(turning(held(0, 90, 0), held(90, 90, 0), 1), { x: 0, y: HALF_TURN, z: 0 })
})

test('a gyroscope at rest reads nothing, and a half turn is one', () => {
  assert.deepEqual(turning(held(7, 8, 9), held(7, 8, 9), 0.02), { x: 0, y: 0, z: 0 })
  const { x, y, z } = turning(held(0, 0, 0), held(179, 0, 0), 1)
  near({ x, y, z }, { x: 0, y: 0, z: (179 * Math.PI) / 180 })
})

test('the motion is told in radians', () => {
  near(radians(held(180, -90, 45)), { alpha: Math.PI, beta: -Math.PI / 2, gamma: Math.PI / 4 })
})
