// What bad templates and scripts cost to read: it grows with them, and not with their square. Counted in processor
// time, of which other programs can only add some, so of several rounds the least counts. The two sizes that are
// compared are three doublings apart: what disturbs one of them hardly matters.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translate } from '../../../../resources/runtime/service/wxml/translate.js'
import { readWxs } from '../../../../resources/runtime/service/wxs-reader.js'

/** Twice the input may cost at most this many times as much. */
const BAR = 2.3
const DOUBLINGS = 3
const ROUNDS = 12

/**
 * @param {number} many
 * @param {(at: number) => string} write
 */
const each = (many, write) => Array.from({ length: many }, (_, at) => write(at)).join('\n')
/**
 * @param {number} many
 * @param {(at: number) => string} write
 */
const files = (many, write) => Object.fromEntries(Array.from({ length: many }, (_, at) => [`p${at}`, write(at)]))

/** The shapes of bad templates, each with a size at which reading it takes some milliseconds. */
const TEMPLATES = {
  'elements that nothing closes': [20_000, (n) => ({ a: '<a>'.repeat(n) })],
  'end tags that close nothing': [20_000, (n) => ({ a: '</a>'.repeat(n) })],
  'comments in an expression that nothing closes': [20_000, (n) => ({ a: `{{ ${'/* '.repeat(n)}}}` })],
  'expressions that nothing closes': [20_000, (n) => ({ a: '{{ '.repeat(n) })],
  'strings that nothing closes': [20_000, (n) => ({ a: '{{ "\n'.repeat(n) })],
  'values that nothing closes': [20_000, (n) => ({ a: '<a b="\n'.repeat(n) })],
  attributes: [10_000, (n) => ({ a: `<a ${each(n, (at) => `a${at}="x"`)}/>` })],
  'modules of WXS': [5000, (n) => ({ a: each(n, (at) => `<wxs module="m${at}">x</wxs>`) })],
  'calls of what is no function': [10_000, (n) => ({ a: '{{f(1)}}'.repeat(n) })],
  'templates that are used and imported again and again': [
    5000,
    (n) => ({
      a: '<template name="t">x</template><include src="c"/>',
      b: '<template name="t">y</template>',
      c: '<import src="b"/>'.repeat(n) + '<template is="t"/>'.repeat(n),
    }),
  ],
  'files that include each other in a row': [800, (n) => files(n, (at) => `<include src="p${at + 1}"/>`)],
  'a long file that every file includes': [
    400,
    (n) => ({ ...files(n, () => '<include src="long"/>'), long: '<a/>'.repeat(20_000) }),
  ],
}

/** The shapes of bad WXS. */
const SCRIPTS = {
  'names without a declaration': [5000, (n) => each(n, (at) => `var a${at} = b${at};`)],
  functions: [4000, (n) => each(n, (at) => `function a${at}(b) { return b + c }`)],
  'comments that nothing closes': [40_000, (n) => '/* '.repeat(n)],
  strings: [10_000, (n) => each(n, (at) => `var a = "\\q${at}";`)],
}

/** @param {() => unknown} run */
function cost(run) {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/**
 * @param {(size: number) => () => unknown} prepare
 * @param {number} size
 */
function checkGrowth(prepare, size) {
  let small = Infinity
  let large = Infinity
  let growth = Infinity
  for (let round = 0; round < ROUNDS && growth > BAR; round++) {
    small = Math.min(small, cost(prepare((2 * size) >> DOUBLINGS)))
    large = Math.min(large, cost(prepare(2 * size)))
    growth = (large / small) ** (1 / DOUBLINGS)
  }
  assert.ok(growth <= BAR, `${growth} times as much for twice the input: ${large} ms at the end`)
}

for (const [shape, [size, make]] of Object.entries(TEMPLATES)) {
  test(`twice the template takes twice the time: ${shape}`, () => {
    checkGrowth((many) => {
      const wxml = make(many)
      return () => translate(wxml)
    }, size)
  })
}

for (const [shape, [size, make]] of Object.entries(SCRIPTS)) {
  test(`twice the script takes twice the time: ${shape}`, () => {
    checkGrowth((many) => {
      const source = make(many)
      return () => readWxs(source)
    }, size)
  })
}

test('what no recursive reader takes is a finding, and no error', () => {
  assert.deepEqual(readWxs(`var a = x${'.constructor'.repeat(20_000)}`).problem, {
    message: 'it is nested too deep',
    line: 1,
    column: 1,
  })
})
