// The <web-view> of a page, and what the web's page says.

import { node } from './fields.js'
import { launched } from './program.js'
import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import { test } from 'node:test'

/** A program whose first page shows a page of the web, and everything that it hears of it. */
async function opened() {
  const heard = []
  const hear = ({ type, detail }) => heard.push([type, detail])
  const program = await launched({
    pages: {
      a: {
        hear,
        onUnload: () => heard.push(['unload']),
        onShareAppMessage: ({ webViewUrl }) => heard.push(webViewUrl),
      },
      b: {},
    },
    templates: { a: '<web-view bindmessage="hear" bindload="hear" binderror="hear"/>' },
  })
  const id = node(program, 'wx-web-view')
  program.see({ type: 'webView', id, src: 'https://x' })
  const say = (event, detail) => program.hear('event', 'webView', { id, event, detail })
  return { program, heard, id, say }
}

const shown = async (program) => {
  await program.drawn()
  return program.told('chrome').at(-1)[0].webViews
}

test('a page of the web covers its page until it leaves', async () => {
  const { program, id } = await opened()
  assert.deepEqual(await shown(program), [{ page: 1, id, src: 'https://x' }])
  program.see({ type: 'webView', id, src: 'https://y' })
  assert.deepEqual(await shown(program), [{ page: 1, id, src: 'https://y' }])
  program.see({ type: 'webView', id, src: null })
  program.see({ type: 'webView', id, src: null })
  program.see({ type: 'webView', id: 9999, src: 'https://z' })
  assert.deepEqual(await shown(program), [])
  assert.deepEqual(program.told('log'), [])
})

test('what the web says is heard at once, but its messages when the page is left', async () => {
  const { program, heard, say } = await opened()
  say('message', 1)
  say('load', { src: 'https://x/1' })
  say('message', 2)
  assert.deepEqual(heard.splice(0), [['load', { src: 'https://x/1' }]])
  await program.wx.redirectTo({ url: 'b' })
  assert.deepEqual(heard, [['message', { data: [1, 2] }], ['unload']])
})

test('messages are heard when the page is shared, each once, and it knows where the web is', async () => {
  const { program, heard, say } = await opened()
  say('load', { src: 'https://x/1' })
  say('message', 1)
  program.hear('share')
  program.hear('share')
  assert.deepEqual(heard.slice(1), [['message', { data: [1] }], 'https://x/1', 'https://x/1'])
})

test('messages are heard when the page of the web leaves', async () => {
  const { program, heard, id, say } = await opened()
  say('message', 1)
  program.see({ type: 'webView', id, src: null })
  assert.deepEqual(heard, [['message', { data: [1] }]])
})

test('a thousand messages wait', async () => {
  const { program, heard, say } = await opened()
  for (let count = 0; count < 1001; count++) say('message', count)
  program.hear('share')
  assert.equal(heard[0][1].data.length, 1000)
  assert.equal(heard[0][1].data.at(-1), 999)
})

test('the bar shows the title of the page of the web', async () => {
  const { program, heard, say } = await opened()
  say('title', 'new')
  await program.drawn()
  assert.deepEqual([program.told('chrome').at(-1)[0].title, heard], ['new', []])
})

test('what is said of another page of the web is nothing', async () => {
  const { program, heard } = await opened()
  program.hear('event', 'webView', { id: 9999, event: 'load', detail: { src: 'https://x' } })
  assert.deepEqual([heard, program.pages.front.webView.url], [[], ''])
})

test('the second page of the web in a page is not shown, and told if it stays', { timeout: 10_000 }, async () => {
  const program = await launched({ pages: { a: {} }, templates: { a: '<web-view/><web-view/>' } })
  const made = program.did('createElement').filter(([, , tag]) => tag === 'wx-web-view')
  for (const [, id] of made) program.see({ type: 'webView', id, src: `https://${id}` })
  const [[, first]] = made
  assert.deepEqual(await shown(program), [{ page: 1, id: first, src: `https://${first}` }])
  while (program.told('log').length === 0) await setTimeout(10)
  const message = 'a: a page has only one <web-view>; the second one is not shown'
  assert.deepEqual(program.told('log'), [['warn', message, null, null]])
})
