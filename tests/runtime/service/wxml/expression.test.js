// The tokens and the grammar of expressions between {{ and }}.

import '../worker.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readExpression } from '../../../../resources/runtime/service/wxml/expression.js'
import { readTokens } from '../../../../resources/runtime/service/wxml/tokens.js'

/**
 * Tokens as `kind text`, with what the compiler takes instead of them.
 * @param {string} text up to the }}
 */
const tokensOf = (text) =>
  readTokens(`${text}}}`, 0)
    ?.tokens.map(
      ({ kind, text: own, rewritten }) => `${kind} ${own}${rewritten === undefined ? '' : ` > ${rewritten}`}`,
    )
    .slice(0, -1)

for (const [text, ...tokens] of [
  ['a.b', 'name a', 'sign .', 'name b'],
  ['$a_1', 'name $a_1'],
  ['中', 'sign 中'],
  ['@#', 'sign @', 'sign #'],
  ['a\n\tb', 'name a', 'name b'],
  ['/* c */a/**/b', 'name a', 'name b'],
  ['/**//**/ a', 'name a'],
  ['a /b', 'name a', 'sign /', 'name b'],
  ['/* c', 'sign /', 'sign *', 'name c'],
  ['{a:{b:1}}', 'sign {', 'name a', 'sign :', 'sign {', 'name b', 'sign :', 'number 1', 'sign }', 'sign }'],
  ['===!==>>>==!=<=>=', 'sign ===', 'sign !==', 'sign >>>', 'sign ==', 'sign !=', 'sign <=', 'sign >='],
  [
    '&&||??<<>>++--**=>',
    'sign &&',
    'sign ||',
    'sign ??',
    'sign <<',
    'sign >>',
    'sign ++',
    'sign --',
    'sign **',
    'sign =>',
  ],
  ['...-+*/%<>!~=&|^?:.,()[]', 'sign ...', ...'-+*/%<>!~=&|^?:.,()[]'.split('').map((sign) => `sign ${sign}`)],
  ['a?.b', 'name a', 'sign ?.', 'name b'],
  ['a?.5:1', 'name a', 'sign ?', 'number .5 > 5e-1', 'sign :', 'number 1'],
  ['0', 'number 0'],
  ['1.5', 'number 1.5'],
  ['1.', 'number 1. > 1'],
  ['123456789012345.123456789012345', 'number 123456789012345.123456789012345'],
  ['1234567890123456', 'number 1234567890123456 > 1234567890123456'],
  ['9007199254740993', 'number 9007199254740993 > 9.007199254740992e15'],
  ['0.1234567890123456', 'number 0.1234567890123456 > 1.234567890123456e-1'],
  ['1e3', 'number 1e3 > 1000'],
  ['1E-7', 'number 1E-7 > 1e-7'],
  ['1e+21', 'number 1e+21 > 1e21'],
  ['1e400', 'number 1e400 > (1/0)'],
  ['0xfF', 'number 0xfF > 255'],
  ['0X1', 'number 0X1 > 1'],
  ["'a'", 'string a'],
  ['"a\'b"', "string a'b"],
  ["''", 'string '],
  ["'}}'", 'string }}'],
  ["'{{'", 'string {{'],
  ["'it\\'s'", 'string it\'s > "it\'s"'],
  ["'\\n\\r\\t\\b\\f\\v\\0'", 'string \n\r\t\b\f\v\0 > "\\n\r\t\b\f\v\0"'],
  ["'\\x41\\u4e2d'", 'string A中 > "A中"'],
  ["'\\x4\\u4e2'", 'string x4u4e2 > "x4u4e2"'],
  ["'\\q\\\\'", 'string q\\ > "q\\\\"'],
  ['\\"a\\"', 'string a > "a"'],
  ["\\'a\"b\\'", 'string a"b > "a\\"b"'],
  ['\\"a\\\\\\"b\\"', 'string a"b > "a\\"b"'],
  ['\\"a\\\\nb\\"', 'string a\nb > "a\\nb"'],
  ['\\"a\\\\\\\\b\\"', 'string a\\b > "a\\\\b"'],
]) {
  test(`the tokens of ${JSON.stringify(text)}`, () => assert.deepEqual(tokensOf(text), tokens))
}

for (const text of ['a', 'a}', 'a{{b}}', "'a}}", "'a\n'}}", "'a\\", '{a}}', '\\"a"}}', '']) {
  test(`${JSON.stringify(text)} has no end`, () => {
    assert.equal(readTokens(text, 0), null)
    assert.equal(readExpression(text, 0), null)
  })
}

test('tokens know their places, and an expression where it ends', () => {
  const { tokens, end } = readTokens('x{{ a+"b" }}y', 3)
  assert.deepEqual(
    tokens.map(({ start, end: behind }) => [start, behind]),
    [
      [4, 5],
      [5, 6],
      [6, 9],
      [10, 10],
    ],
  )
  assert.equal(end, 12)
  const { start, end: behind, edits } = readExpression('x{{ .5+a }}', 3)
  assert.deepEqual([start, behind, edits], [3, 9, [{ start: 4, end: 6, text: '5e-1' }]])
})

const chain = (item, count, between) => Array(count).fill(item).join(between)

for (const text of [
  'a',
  'a.b.c',
  'a[0]',
  "a['b'][c]",
  'a ? b : c',
  'a ? b : c ? d : e',
  'a ? b ? c : d : e',
  '(a)',
  '[]',
  '[a, b]',
  '[,a,,b,]',
  '[...a, b]',
  '{}',
  '{a: 1,}',
  '{a, ...b}',
  'a, b',
  'a: 1',
  'a: 1, b',
  '...a',
  '...a, ...b',
  'a,',
  '-a',
  '!!a',
  '~+-a',
  'typeof a',
  'void 0',
  'a instanceof b',
  "'a' + 1",
  '{a: {b: [c]}}',
  'a || b && c | d ^ e & f == g != h === i !== j < k <= l > m >= n << o >> p >>> q + r - s * t / u % v ?? w',
  'm.f(a, b)',
  'm.f()',
  'm.f(a,)',
  'm.f(a)(b).c[d]()',
  chain('a', 301, '+'),
  chain('a', 300, '.'),
  `${'!'.repeat(60)}a`,
  `${'('.repeat(59)}a${')'.repeat(59)}`,
]) {
  test(`${text.slice(0, 80)} is an expression`, () => assert.equal(readExpression(`${text}}}`, 0).wrong, null))
}

for (const [text, at, what] of [
  ['a b', 2, 'b'],
  ['a +', 3, null],
  ['+', 1, null],
  ['a.', 2, null],
  ['a.1', 1, '.1'],
  ["a.'b'", 2, 'b'],
  ['a[', 2, null],
  ['a[]', 2, ']'],
  ['a[0', 3, null],
  ['()', 1, ')'],
  ['(a', 2, null],
  ['(a]', 2, ']'],
  ['a)', 1, ')'],
  ['a ? b', 5, null],
  ['a ? : b', 4, ':'],
  ['a, b c', 5, 'c'],
  ['a: ', 3, null],
  ['a, 1', 3, '1'],
  ["a, 'b'", 3, 'b'],
  ['...', 3, null],
  ["{'a': 1}", 1, 'a'],
  ['{1: 2}', 1, '1'],
  ['{a b}', 3, 'b'],
  ['[a b]', 3, 'b'],
  ['[a', 2, null],
  ['m.f(a', 5, null],
  ['m.f(,)', 4, ','],
  ['m.f(...a)', 4, '...'],
  ['a = b', 2, '='],
  ['a += b', 3, '='],
  ['a => b', 2, '=>'],
  ['a ** b', 2, '**'],
  ['a++', 1, '++'],
  ['a?.b', 1, '?.'],
  ['`a`', 0, '`'],
  ['a : b : c', 6, ':'],
  ["a 'typeof' b", 2, 'typeof'],
  ["'typeof' a", 9, 'a'],
  [chain('a', 303, '+'), 603, '+'],
  [chain('a', 303, '.'), 603, '.'],
  [`${'!'.repeat(61)}a`, 60, '!'],
  [`${'('.repeat(60)}a${')'.repeat(60)}`, 60, 'a'],
]) {
  test(`${text.slice(0, 80)} is no expression`, () => {
    const message = what === null ? 'the expression is not complete' : `${what} is not expected in an expression`
    assert.deepEqual(readExpression(`${text}}}`, 0).wrong, { at, message })
  })
}

test('an expression may be empty', () => {
  assert.deepEqual([readExpression(' }}', 0).empty, readExpression(' }}', 0).wrong], [true, null])
  assert.equal(readExpression('a}}', 0).empty, false)
})

for (const [text, ...calls] of [
  ['a'],
  ['m.f(a)', ['m.f(a)', 'm']],
  ['m.f(n.g())', ['n.g()', 'n'], ['m.f(n.g())', 'm']],
  ['m.f(a) + n.g()', ['m.f(a)', 'm'], ['n.g()', 'n']],
  ['a || n.g()', ['n.g()', 'n']],
  ['m[n].f()', ['m[n].f()', 'm']],
  ['(a ? m : n)()', ['(a ? m : n)()', 'm', 'n']],
  ['(m || n).f()', ['(m || n).f()', 'm', 'n']],
  ['(m || 1).f()', ['(m || 1).f()']],
  ['(1 || m).f()', ['(1 || m).f()']],
  ['(!m).f()', ['(!m).f()']],
  ['m.f()()', ['m.f()', 'm'], ['m.f()()']],
  ["'a'.f()", ["'a'.f()"]],
  ['[m].f()', ['[m].f()']],
  ['{m}.f()', ['{m}.f()']],
  ['(m).f()', ['(m).f()', 'm']],
]) {
  test(`the calls in ${text} and where their functions may come from`, () => {
    const found = readExpression(`${text}}}`, 0).calls.map(({ start, end, roots }) => [
      text.slice(start, end),
      ...roots,
    ])
    assert.deepEqual(found, calls)
  })
}
