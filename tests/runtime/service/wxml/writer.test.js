// WXML as it is written for the compiler, and what is told of it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf, problemsOf, writtenOf } from './reading.js'

const NEEDS_NAME = '<wxs> needs a module="…" that is a name in expressions'
const undefinedCall = (call) => `${call} is undefined: WXML calls only functions of its <wxs> modules`
/** Elements within each other. */
const nested = (levels, inner = '') => '<view>'.repeat(levels) + inner + '</view>'.repeat(levels)

/** What is written in a file called a, what the compiler gets, and the findings: line, column and words of each. */
const CASES = [
  ['', ''],
  ['text', 'text'],
  // elements
  ['<view/>', '<view/>'],
  ['<view></view>', '<view/>'],
  ['<my-view_1.a>x</my-view_1.a>', '<my-view_1.a>x</my-view_1.a>'],
  ['<view  >x</view  >', '<view>x</view>'],
  ['<view><text>a</view>b', '<view><text>a</text></view>b', '1:7 <text> is not closed'],
  ['<view><text>', '<view><text/></view>', '1:7 <text> is not closed', '1:1 <view> is not closed'],
  ['</view>a', 'a', '1:1 </view> closes nothing'],
  ['<a></a></a>', '<a/>', '1:8 </a> closes nothing'],
  ['<a>x</a', '<a>x</a>'],
  ['<view', '<view/>', '1:1 the tag <view is not closed'],
  ['a <b', 'a <b/>', '1:3 the tag <b is not closed'],
  ['<a<b/></a>', '<a><b/></a>', '1:1 the tag <a is not closed'],
  ['a < b', 'a &lt; b'],
  ['a <1', 'a &lt;1'],
  ['a\n\n  </b>', 'a\n\n  ', '3:3 </b> closes nothing'],
  // comments
  ['<!-- <a> -->x', 'x'],
  ['<!-- a > b -->x', 'x'],
  ['<!-- a', '', '1:1 the comment is not closed'],
  ['a<!DOCTYPE b>x', 'ax'],
  // attributes
  ['<a b="1" c=\'2\' d=3 e f = "4"/>', '<a b="1" c="2" d="3" e f="4"/>'],
  ['<a\nb="1"\tc="2"/>', '<a b="1" c="2"/>'],
  ['<a b="1"c="2"/>', '<a b="1" c="2"/>'],
  ['<a b="1" c="2" b="3"/>', '<a c="2" b="3"/>'],
  ['<a b=c/d/>', '<a b="c/d"/>'],
  ['<a b=c>d</a>', '<a b="c">d</a>'],
  ['<a b=/>', '<a b=""/>'],
  ['<a b="">c</a>', '<a b="">c</a>'],
  ['<a / b="1"/>', '<a b="1"/>'],
  ['<a b="c', '<a/>', '1:6 the value of b is not closed', '1:1 the tag <a is not closed'],
  ['<a "b"/>', '<a b/>', '1:4 " is not expected in <a>', '1:6 " is not expected in <a>'],
  ["<a 'b'/>", '<a b/>', "1:4 ' is not expected in <a>", "1:6 ' is not expected in <a>"],
  ['<a =b/>', '<a b/>', '1:4 = is not expected in <a>'],
  ['<a @b="1" 1c="2"/>', '<a/>', '1:4 @b is no name of an attribute', '1:11 1c is no name of an attribute'],
  ['<a :b="1" b:c="2" mark:d="3"/>', '<a mark:d="3"/>'],
  [
    '<a wx-if="{{b}}" wx-for="{{c}}" wx-for-item="d" wx-for-index="e" wx-key="f"/>',
    '<a wx:if="{{b}}" wx:for="{{c}}" wx:for-item="d" wx:for-index="e" wx:key="f"/>',
  ],
  ['<a wx-for-items="{{b}}"/><a wx:for-items="{{b}}"/>', '<a wx:for="{{b}}"/><a wx:for="{{b}}"/>'],
  [
    '<a bindtap="b" bind:tap="b" catchtap="c" capture-bind:tap="d" mut-bind:tap="e"/>',
    '<a bindtap="b" bind:tap="b" catchtap="c" capture-bind:tap="d" mut-bind:tap="e"/>',
  ],
  ['<a bind:b:c="d"/>', '<a bind:b.-colon-.c="d"/>'],
  ['<a bindb:c:d="e"/>', '<a bind:b.-colon-.c.-colon-.d="e"/>'],
  ['<a capture-mut-bind:b:c="d" catch:b:c="d"/>', '<a capture-mut-bind:b.-colon-.c="d" catch:b.-colon-.c="d"/>'],
  // texts and values
  ['<a b=\'"\' c="\'" d="<"/>', '<a b="&quot;" c="\'" d="<"/>'],
  ['a{b}"', 'a&#123;b}"'],
  ['<a b="{c}"/>', '<a b="&#123;c}"/>'],
  ['&amp;&lt;', '&amp;&lt;'],
  ['\\"a\\n\\q\\\\', '"a{{"\\n"}}\\q\\'],
  ["\\'\\t\\r", '\'{{"\\t"}}{{"\\r"}}'],
  ['<a b="\\"c\\"" d="\\n"/>', '<a b="&quot;c&quot;" d="{{"\\n"}}"/>'],
  ['<a b=\\"c\\"/>', '<a b="&quot;c&quot;"/>'],
  // expressions
  ['{{b}} {{ c }}', '{{b}} {{ c }}'],
  ['a{{}}b{{ }}c', 'abc'],
  ['a{{/* b */}}c', 'ac'],
  ['<a b="{{c}}d{{e}}"/>', '<a b="{{c}}d{{e}}"/>'],
  ['{{b', '&#123;&#123;b', '1:1 {{ is not closed'],
  ['<a b="{{c"/>', '<a/>', '1:7 {{ is not closed'],
  ['{{b c}}', '&#123;&#123;b c}}', '1:5 c is not expected in an expression'],
  ['{{b +}}', '&#123;&#123;b +}}', '1:6 the expression is not complete'],
  ['{{ {{b}} }}', '&#123;&#123; {{b}} }}', '1:1 {{ is not closed'],
  ["{{'b\\'c'}} {{\\\"d\\\"}}", '{{"b\'c"}} {{"d"}}'],
  ['{{0x10}} {{1e3}} {{.5}} {{1e400}}', '{{16}} {{1000}} {{5e-1}} {{(1/0)}}'],
  ['{{b()}}', '{{(undefined)}}', `1:3 ${undefinedCall('b()')}`],
  ['<wxs module="m"></wxs>{{m.f(b())}}', '<wxs module="m"></wxs>{{m.f((undefined))}}', `1:29 ${undefinedCall('b()')}`],
  ['<wxs module="m"></wxs>{{b(m.f())}}', '<wxs module="m"></wxs>{{(undefined)}}', `1:25 ${undefinedCall('b(m.f())')}`],
  ['<wxs module="m"></wxs>{{(b?m:c).f()}}', '<wxs module="m"></wxs>{{(b?m:c).f()}}'],
  [`{{${'b'.repeat(70)}()}}`, '{{(undefined)}}', `1:3 ${undefinedCall(`${'b'.repeat(60)}…`)}`],
  [`{{${'b'.repeat(58)}()}}`, '{{(undefined)}}', `1:3 ${undefinedCall(`${'b'.repeat(58)}()`)}`],
  // conditions
  ['<a wx:if="{{b}}"/> <a wx:elif="{{c}}"/>\n<a wx:else/>', '<a wx:if="{{b}}"/> <a wx:elif="{{c}}"/>\n<a wx:else/>'],
  ['<a wx:if="{{b}}"/><!-- c --><a wx:else/>', '<a wx:if="{{b}}"/><a wx:else/>'],
  ['<a wx:else/>', '<a/>', '1:1 wx:else follows no wx:if'],
  ['<a wx:elif="{{b}}"/><a wx:else/>', '<a/><a/>', '1:1 wx:elif follows no wx:if', '1:21 wx:else follows no wx:if'],
  ['<a wx:if="{{b}}"/>x<a wx:else/>', '<a wx:if="{{b}}"/>x<a/>', '1:20 wx:else follows no wx:if'],
  ['<a wx:if="{{b}}"/>{{x}}<a wx:else/>', '<a wx:if="{{b}}"/>{{x}}<a/>', '1:24 wx:else follows no wx:if'],
  ['<a wx:if="{{b}}"/>\\n<a wx:else/>', '<a wx:if="{{b}}"/>{{"\\n"}}<a/>', '1:21 wx:else follows no wx:if'],
  ['<a wx:if="{{b}}"/><a wx:else/><a wx:else/>', '<a wx:if="{{b}}"/><a wx:else/><a/>', '1:31 wx:else follows no wx:if'],
  ['<a wx:if="{{b}}"><a wx:else/></a>', '<a wx:if="{{b}}"><a/></a>', '1:18 wx:else follows no wx:if'],
  // modules, imports, templates
  ['<wxs module="m">exports.b = "</view>"</wxs>{{m.b}}', '<wxs module="m"></wxs>{{m.b}}'],
  ['<wxs module="m">b</wxs-c></wxs >{{m}}', '<wxs module="m"></wxs>{{m}}'],
  ['<wxs module="m">b', '<wxs module="m"></wxs>'],
  ['<wxs module="m" src="./b.wxs"/>', '<wxs module="m" src="/b"/>'],
  ['<wxs module="m" src="./b.wxs"/><wxs module="m" src="./c.wxs"></wxs>', '<wxs module="m" src="/c"/>'],
  ['<wxs src="b"/>', '', `1:1 ${NEEDS_NAME}`],
  ['<wxs module="1"/>', '', `1:1 ${NEEDS_NAME}`],
  ['<wxs module="{{m}}"/>', '', `1:1 ${NEEDS_NAME}`],
  ['<import src="b.wxml"/>x', 'x<import src="/b"/>'],
  ['<import src="b"/><import src="c"/><import src="b"/>', '<import src="/c"/><import src="/b"/>'],
  ['<import/>', '', '1:1 <import> needs a src="…" without {{ }}'],
  ['<include src="{{b}}"/>', '', '1:1 <include> needs a src="…" without {{ }}'],
  ['<include src="no"/>', ''],
  ['<template name="b">c</template>d', '<template name="b">c</template>d'],
  ['<template name="b">c</template><template name="b">d</template>', '<template name="b">d</template>'],
  ['<template name="{{b}}">c</template>', '', '1:1 <template> needs a name="…" without {{ }}'],
  ['<template>c</template>', '', '1:1 <template> needs a name="…" or is="…"'],
  ['<template is="{{b}}" data="{{c, d: 1, ...e}}">f</template>', '<template is="{{b}}" data="{{c, d: 1, ...e}}"/>'],
  ['<template is="b" data="{{c}}"/>', '<template is="" data="{{c}}"/>', '1:11 Template "b" not found.'],
  ['<slot name="b">c</slot>', '<slot name="b"/>'],
]

for (const [wxml, expected, ...findings] of CASES) {
  test(`${JSON.stringify(wxml)} is written as ${JSON.stringify(expected)}`, () => {
    assert.deepEqual(writtenOf({ a: wxml }), { a: expected })
    assert.deepEqual(
      findingsOf({ a: wxml }),
      findings.map((finding) => `a.wxml:${finding}`),
    )
    assert.deepEqual(problemsOf({ a: wxml }), [])
  })
}

test('elements nest 120 levels deep below the first, what is deeper is left out', () => {
  assert.equal(writtenOf({ a: nested(121, 'x') }).a, nested(121, 'x'))
  assert.deepEqual(findingsOf({ a: nested(121, 'x') }), [])
  assert.equal(writtenOf({ a: nested(122, 'x') }).a, nested(120, '<view></view>'))
  assert.deepEqual(findingsOf({ a: nested(122, 'x') }), ['a.wxml:1:727 <view> is nested too deep: it is left out'])
})

test('a value of more than 300 parts is left out, a text of as many is divided', () => {
  const parts = '{{b}}'.repeat(300)
  assert.deepEqual(findingsOf({ a: `<a c="${parts}"/>` }), [])
  assert.deepEqual(findingsOf({ a: `<a c="${parts}d"/>` }), ['a.wxml:1:4 c has too many parts: it is left out'])
  assert.equal(writtenOf({ a: `<a c="${parts}d"/>` }).a, '<a/>')
  assert.equal(writtenOf({ a: parts }).a, '{{b}}'.repeat(299) + '<!---->{{b}}')
  assert.equal(writtenOf({ a: '{{b}}'.repeat(299) }).a, '{{b}}'.repeat(299))
  assert.deepEqual(problemsOf({ a: '{{b}}'.repeat(5000) }), [])
})

test('twenty findings are told of a file, each place once', () => {
  assert.equal(findingsOf({ a: '</b>'.repeat(30) }).length, 20)
  assert.deepEqual(findingsOf({ a: '<a', b: '<a' }), [
    'a.wxml:1:1 the tag <a is not closed',
    'b.wxml:1:1 the tag <a is not closed',
  ])
})

// Files that name each other.

test('an included file stands where it is included, seen from its own folder', () => {
  const wxml = {
    'p/a': '<include src="b"/>c',
    'p/b': '<import src="./d"/><include src="../e.wxml"/>B',
    'p/d': '<template name="t"/>',
    e: 'E',
  }
  assert.deepEqual(writtenOf(wxml), {
    'p/a': '<block><block>E</block>B</block>c<import src="/p/d"/>',
    'p/b': '<block>E</block>B<import src="/p/d"/>',
    'p/d': '<template name="t"></template>',
    e: 'E',
  })
  assert.deepEqual([findingsOf(wxml), problemsOf(wxml)], [[], []])
})

test('of the attributes of an include only conditions, lists and slots count', () => {
  const wxml = { a: '<include src="b" wx:if="{{c}}" slot="d" class="e"/>', b: 'B' }
  assert.equal(writtenOf(wxml).a, '<block wx:if="{{c}}" slot="d">B</block>')
})

test('what is included is not in itself', () => {
  const wxml = { a: 'A<include src="b"/>', b: 'B<include src="a"/>' }
  assert.deepEqual(writtenOf(wxml), { a: 'A<block>B</block>', b: 'B<block>A</block>' })
  assert.deepEqual(findingsOf(wxml), [
    'a.wxml:1:2 b.wxml is being included in a loop: it ends here',
    'b.wxml:1:2 a.wxml is being included in a loop: it ends here',
  ])
})

test('what is included twice side by side is in both places', () => {
  assert.equal(writtenOf({ a: '<include src="b"/><include src="b"/>', b: 'B' }).a, '<block>B</block><block>B</block>')
})

test('what includes too much ends', () => {
  const text = 'x'.repeat(100_000)
  const wxml = { a: '<include src="b"/>'.repeat(50), b: text }
  assert.equal(writtenOf(wxml).a.split(text).length - 1, 40)
  assert.equal(findingsOf(wxml)[0], 'a.wxml:1:721 too much is included: it ends here')
})

test('an included level counts as one', () => {
  const wxml = { a: nested(60, '<include src="b"/>'), b: nested(61) }
  assert.deepEqual(findingsOf(wxml), ['b.wxml:1:361 <view> is nested too deep: it is left out'])
  assert.deepEqual(findingsOf({ ...wxml, b: nested(60) }), [])
})

test('a call in an included file is told by no file: it may be right in another', () => {
  const wxml = { a: '<wxs module="m"></wxs><include src="b"/>', b: '{{m.f()}}{{n.f()}}' }
  assert.equal(writtenOf(wxml).a, '<wxs module="m"></wxs><block>{{m.f()}}{{(undefined)}}</block>')
  assert.deepEqual(findingsOf(wxml), [`b.wxml:1:12 ${undefinedCall('n.f()')}`])
  assert.deepEqual(findingsOf({ b: wxml.b }), [
    `b.wxml:1:3 ${undefinedCall('m.f()')}`,
    `b.wxml:1:12 ${undefinedCall('n.f()')}`,
  ])
})

test('a file knows the templates that it imports, but none of a file that it includes or that includes it', () => {
  const wxml = {
    a: '<import src="c"/><template name="s">S</template><include src="b"/><template is="t"/><template is="u"/>',
    b: '<template name="t">T</template><template is="s"/><template is="t"/>',
    c: '<template name="u"><template is="v"/></template>',
  }
  assert.equal(
    writtenOf(wxml).a,
    '<template name="s">S</template><block><template is=""/><template is="t"/></block><template is=""/><template is="u"/>' +
      '<import src="/b"/><import src="/c"/>',
  )
  assert.deepEqual(findingsOf(wxml), ['a.wxml:1:77 Template "t" not found.', 'b.wxml:1:42 Template "s" not found.'])
  assert.deepEqual(problemsOf(wxml), [])
})

test('of templates of one name an included file uses its own', () => {
  const wxml = {
    a: '<template name="t">A</template><include src="b"/><template is="t"/>',
    b: '<template name="t">B</template><template is="t"/>',
  }
  assert.equal(
    writtenOf(wxml).a,
    '<template name="t">A</template><block><template is="b:t"/></block><template is="t"/><import src="/b"/>',
  )
  assert.equal(writtenOf(wxml).b, '<template name="t">B</template><template is="t"/><template name="b:t">B</template>')
  assert.deepEqual([findingsOf(wxml), problemsOf(wxml)], [[], []])
})

test('of templates of one name the one that is imported last counts', () => {
  const wxml = {
    a: '<template name="t">A</template><include src="b"/>',
    b: '<import src="c"/><import src="d"/><template is="t"/><template is="t"/>',
    c: '<template name="t">C</template>',
    d: '<template name="t">D</template>',
  }
  assert.match(writtenOf(wxml).a, /<block><template is="d:t"\/><template is="d:t"\/><\/block>/)
  assert.equal(writtenOf(wxml).d, '<template name="t">D</template><template name="d:t">D</template>')
})

test('a name that one file alone defines stays as it is', () => {
  const wxml = { a: '<include src="b"/>', b: '<template name="t"/><template is="t"/><template is="{{u}}"/>' }
  assert.equal(writtenOf(wxml).a, '<block><template is="t"/><template is="{{u}}"/></block><import src="/b"/>')
})

test('a problem of the compiler is placed in the file it comes from', () => {
  const { findingOf, translate } = globalThis.libraries.compiler
  const { written } = translate({ a: '<a/>\n<include src="b"/>', b: 'B\n  <c d="e"/>' })
  const text = written.get('a').text
  assert.equal(text, '<a/>\n<block>B\n  <c d="e"/></block>')
  const at = (startLine, startColumn) => findingOf(written.get('a'), { startLine, startColumn, message: 'm' })
  assert.deepEqual(at(0, 1), { file: 'a.wxml', line: 1, column: 2, message: 'm' })
  assert.deepEqual(at(2, 3), { file: 'b.wxml', line: 2, column: 4, message: 'm' })
  assert.deepEqual(at(2, 5), { file: 'b.wxml', line: 2, column: 6, message: 'm' })
})
