// Paths within a package and addresses of pages.

import './worker.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  folderOf,
  inAddress,
  normalise,
  parseQuery,
  parseUrl,
  resolve,
  withoutExtension,
} from '../../../resources/runtime/service/paths.js'

/**
 * One test for each argument and what comes of it.
 * @param {string} name
 * @param {(given: any) => unknown} run
 * @param {[unknown, unknown][]} cases
 */
function table(name, run, cases) {
  for (const [given, expected] of cases)
    test(`${name} ${JSON.stringify(given)}`, () => assert.deepEqual(run(given), expected))
}

table('a path without detours:', normalise, [
  ['a/b', 'a/b'],
  ['/a//b/', 'a/b'],
  ['./a/./b', 'a/b'],
  ['a/../b', 'b'],
  ['a/b/../../c', 'c'],
  ['../../a', 'a'],
  ['a/..b/.c', 'a/..b/.c'],
  ['', ''],
  ['..', ''],
])
table('the folder of', folderOf, [
  ['a/b/c.js', 'a/b'],
  ['/c', ''],
  ['c', ''],
  ['', ''],
])
table('beside pages/a/a is', (reference) => resolve('pages/a/a', reference), [
  ['b', 'pages/a/b'],
  ['./b', 'pages/a/b'],
  ['../b/b', 'pages/b/b'],
  ['/b', 'b'],
  ['/b/../c', 'c'],
  ['../../../b', 'b'],
])
table('without its extension:', withoutExtension, [
  ['a.js', 'a'],
  ['a.ts', 'a'],
  ['a.json', 'a'],
  ['a.wxml', 'a'],
  ['a.wxss', 'a'],
  ['a.wxs', 'a.wxs'],
  ['a.js.ts', 'a.js'],
  ['ajs', 'ajs'],
  ['a.js/b', 'a.js/b'],
  ['a.jsx', 'a.jsx'],
])
table('the page and query of', (url) => parseUrl(url, 'pages/a/a'), [
  ['b', { path: 'pages/a/b', query: {} }],
  ['/b?x=1&y=2', { path: 'b', query: { x: '1', y: '2' } }],
  ['/b.html?x=', { path: 'b', query: { x: '' } }],
  ['/b.html.html', { path: 'b.html', query: {} }],
  ['/b.htmls', { path: 'b.htmls', query: {} }],
  ['/b?x=1?y=2&z=3', { path: 'b', query: { x: '1' } }],
  ['?x=1', { path: 'pages/a', query: { x: '1' } }],
])
table('the query', parseQuery, [
  ['', {}],
  ['&&', {}],
  ['a', { a: 'undefined' }],
  ['a=', { a: '' }],
  ['a=1&a=2', { a: '2' }],
  ['=1', { '': '1' }],
  ['a=b==c', { a: 'b' }],
  ['%E5%90%8D=%E5%80%BC', { '%E5%90%8D': '%E5%80%BC' }],
  ['名=值 x', { 名: '值 x' }],
  ['a=1+1', { a: '1+1' }],
  ['a=%', { a: '%' }],
  ['a=%2526', { a: '%2526' }],
])
table('in an address:', inAddress, [
  ['a b/名', 'a%20b/%E5%90%8D'],
  ['a\ud800b', 'a%EF%BF%BDb'],
])
