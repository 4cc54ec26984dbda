// What miniprogram-automator does to three programs, by the program: a flow takes the client's MiniProgram. The script
// and the jest suite run the same flows.

const assert = require('node:assert/strict')
const fs = require('node:fs')
const path = require('node:path')

const LOCATION = 'scope.userLocation'
const PATIENCE_MS = 15000

/** Waits until `look` gives something. */
async function until(what, look) {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`not within ${PATIENCE_MS} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Asks for one of the phone's own methods, which want the token of its data folder. */
function host(mp, method, params = {}) {
  const file = path.join(process.env.PHONES, String(mp.port), 'automation.token')
  return mp.connection.send(`Host.${method}`, { token: fs.readFileSync(file, 'utf8'), ...params })
}

const state = async (mp) => (await host(mp, 'getPermissions')).scopes[LOCATION].state

/** Takes every decision back and begins anew. */
async function afresh(mp) {
  await mp.connection.send('Tool.clearAuth')
  return mp.reLaunch('/pages/index/index')
}

/** Presses the page's button, which asks, and waits for the prompt. */
async function ask(mp, page) {
  const button = await until('the button', () => page.$('#locate'))
  await button.tap()
  return until('the prompt', async () => (await host(mp, 'getPrompts'))[0])
}

const answered = (mp, method) => mp.connection.send('Tool.native', { method })

const nearby = {
  async 'a prompt is pending until it is answered'(mp) {
    const page = await afresh(mp)
    const prompt = await ask(mp, page)
    assert.equal(prompt.scope, LOCATION)
    assert.equal(await state(mp), 'undecided')
    await mp.native().authorizeAllow()
    await until('the sorted list', () => page.data('sorted'))
    assert.equal(await state(mp), 'granted')
  },
  async 'a refusal is told and asked no more, until the scope is enabled'(mp) {
    const page = await afresh(mp)
    await ask(mp, page)
    await mp.native().authorizeCancel()
    await until('the refusal', () => page.data('refused'))
    await assert.rejects(mp.callWxMethod('authorize', { scope: LOCATION }), /^Error: auth deny$/)
    assert.deepEqual(await host(mp, 'getPrompts'), [])
    await host(mp, 'setPermissions', { states: { [LOCATION]: 'granted' } })
    const again = await mp.reLaunch('/pages/index/index')
    await until('the sorted list', () => again.data('sorted'))
  },
  async 'an authorize of the script is answered by the script'(mp) {
    await afresh(mp)
    const asked = mp.callWxMethod('authorize', { scope: LOCATION })
    await until('the prompt', async () => (await host(mp, 'getPrompts'))[0])
    await mp.native().authorizeAllow()
    assert.equal((await asked).errMsg, 'authorize:ok')
    const { authSetting } = await mp.callWxMethod('getSetting')
    assert.equal(authSetting[LOCATION], true)
  },
  async 'no prompt is said to be none'(mp) {
    await afresh(mp)
    assert.deepEqual(await answered(mp, 'authorizeAllow'), { error: { message: 'No prompt is open.' } })
  },
  async 'a function of wx is mocked and restored'(mp) {
    await afresh(mp)
    await mp.mockWxMethod('getLocation', { latitude: 1, longitude: 2, errMsg: 'getLocation:ok' })
    assert.equal((await mp.callWxMethod('getLocation', {})).latitude, 1)
    await mp.mockWxMethod('getLocation', (options, extra) => ({ errMsg: `getLocation:fail ${extra}` }), 'broken')
    await assert.rejects(mp.callWxMethod('getLocation', {}), /broken/)
    await mp.restoreWxMethod('getLocation')
    await host(mp, 'setPermissions', { states: { [LOCATION]: 'denied' } })
    await assert.rejects(mp.callWxMethod('getLocation', {}), /auth deny/)
  },
  async 'functions run in the program'(mp) {
    assert.equal(await mp.evaluate((a, b) => a + b, 1, 2), 3)
    assert.equal(await mp.evaluate(() => getCurrentPages().length), 1)
    assert.equal(await mp.evaluate(async () => (await wx.getSystemInfo()).brand.length > 0), true)
    await assert.rejects(
      mp.evaluate(() => {
        throw new Error('inside')
      }),
      /inside/,
    )
  },
  async 'the program calls a function of the script'(mp) {
    const name = `told${Date.now()}`
    const heard = []
    await mp.exposeFunction(name, (...args) => heard.push(args))
    await mp.evaluate((given) => globalThis[given]('a', { b: 1 }), name)
    await until('the call', () => heard.length > 0)
    assert.deepEqual(heard, [['a', { b: 1 }]])
  },
  async 'the console and errors are heard'(mp) {
    const lines = []
    const errors = []
    mp.on('console', (line) => lines.push(line))
    mp.on('exception', (error) => errors.push(error))
    await mp.connection.send('App.enableLog')
    await mp.evaluate(() => console.warn('from the program', { a: 1 }))
    await until('the line', () => lines.some(({ type, args }) => type === 'warn' && args[1]?.a === 1))
    await mp.evaluate(() => void setTimeout(() => Promise.resolve().then(() => {}) && nothingOfThatName()))
    await until('the error', () => errors.some(({ message }) => /nothingOfThatName/.test(message)))
  },
  async 'a picture is taken'(mp) {
    const file = path.join(process.env.PHONES, 'picture.png')
    await mp.screenshot({ path: file })
    const bytes = fs.readFileSync(file)
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG')
    assert.ok(bytes.length > 5000)
  },
  async 'the program is told its system'(mp) {
    assert.ok((await mp.systemInfo()).SDKVersion)
  },
}

/** The element of a selector, which has to be there. */
async function one(page, selector) {
  const found = await page.$(selector)
  assert.ok(found, `nothing is ${selector}`)
  return found
}

const heard = async (page) => (await page.data('heard')).at(-1)

const controls = {
  async 'elements are read'(mp) {
    const page = await mp.reLaunch('/pages/index/index')
    const title = await one(page, '#title')
    assert.equal(title.tagName, 'view')
    assert.equal((await title.text()).trim(), 'Controls')
    assert.equal(await title.attribute('class'), 'title')
    assert.equal(await title.attribute('data-kind'), 'loud')
    assert.equal(await title.style('color'), 'rgb(1, 2, 3)')
    assert.ok((await title.size()).width > 100)
    assert.equal((await title.offset()).left, 0)
    const rows = await page.$$('view.row > text')
    assert.deepEqual(await Promise.all(rows.map((row) => row.text())), ['Ann', 'Bob', 'Cid'])
    const row = await one(page, '.row')
    assert.equal(await row.wxml(), '<text>Ann</text>')
    assert.equal(await row.outerWxml(), '<view class="row"><text>Ann</text></view>')
    assert.equal(await (await row.$('text')).text(), 'Ann')
    assert.equal(await row.$('.none'), null)
    assert.equal(await (await page.xpath("//view[@class='row'][2]")).text(), 'Bob')
    assert.equal((await page.getElementsByXpath('//text')).length, 3)
    assert.equal(await page.$('.none'), null)
  },
  async 'a page is read, changed and called'(mp) {
    const page = await mp.currentPage()
    assert.equal(page.path, 'pages/index/index')
    assert.equal(await page.callMethod('add', 1, 2), 3)
    await page.setData({ rows: ['Dan'] })
    assert.deepEqual(await page.data('rows'), ['Dan'])
    assert.ok((await page.size()).height > 1000)
    await mp.pageScrollTo(120)
    await until('the scroll', async () => (await page.scrollTop()) === 120)
  },
  async 'fields take text'(mp) {
    const page = await mp.reLaunch('/pages/index/index')
    const field = await one(page, '#field')
    await field.input('Ann')
    assert.equal(await heard(page), 'input field Ann')
    assert.equal(await field.value(), 'Ann')
    await (await one(page, '#area')).input('Two\nlines')
    assert.equal(await heard(page), 'input area Two\nlines')
  },
  async 'components of forms are moved'(mp) {
    const page = await mp.currentPage()
    const knob = await one(page, '#switch')
    await knob.tap()
    assert.equal(await heard(page), 'change switch true')
    await (await one(page, '#slider')).slideTo(20)
    assert.equal(await heard(page), 'change slider 20')
    await (await one(page, '#picker')).trigger('change', { value: 2 })
    assert.equal(await heard(page), 'change picker 2')
    await (await one(page, '#swiper')).swipeTo(1)
    assert.equal(await heard(page), 'change swiper 1')
    const scroll = await one(page, '#scroll')
    await scroll.scrollTo(0, 100)
    assert.equal(await scroll.property('scrollTop'), 100)
    assert.equal(await scroll.scrollHeight(), 400)
    const movable = await one(page, '#movable')
    await movable.moveTo(30, 20)
    assert.equal(await movable.property('x'), 30)
    assert.equal(await knob.property('checked'), true)
  },
  async 'taps and touches are heard'(mp) {
    const page = await mp.reLaunch('/pages/index/index')
    const pad = await one(page, '#pad')
    await pad.tap()
    assert.deepEqual(
      await page.data('heard'),
      ['touchstart', 'touchend', 'tap'].map((name) => `${name} pad null`),
    )
    await pad.longpress()
    const names = (await page.data('heard')).map((line) => line.split(' ')[0]).slice(3)
    assert.deepEqual(names, ['touchstart', 'longpress', 'touchend'])
    await pad.dispatchEvent({ eventName: 'tap' })
    assert.equal(await heard(page), 'tap pad null')
    await (await one(page, '#film')).callContextMethod('pause')
  },
  async 'a component of the program is read, changed and called'(mp) {
    const page = await mp.currentPage()
    const card = await one(page, 'my-card')
    assert.equal(await card.property('title'), 'A card')
    assert.equal(await card.data('mood'), 'red')
    assert.equal(await card.callMethod('paint', 'blue'), 'now blue')
    await card.setData({ mood: 'grey' })
    const inside = await one(card, '.inside')
    assert.equal(await inside.text(), 'A card in grey')
    await inside.tap()
    await until('the event', async () => (await heard(page)) === 'painted  green')
    assert.equal(await (await one(page, 'my-card >>> .inside')).text(), 'A card in green')
  },
  async 'the stack of pages is walked'(mp) {
    await mp.reLaunch('/pages/index/index')
    const other = await mp.navigateTo('/pages/other/other?a=1')
    assert.deepEqual([other.path, other.query], ['pages/other/other', { a: '1' }])
    assert.equal((await mp.pageStack()).length, 2)
    assert.equal((await mp.navigateBack()).path, 'pages/index/index')
    assert.equal((await mp.redirectTo('/pages/other/other')).path, 'pages/other/other')
    assert.equal((await mp.pageStack()).length, 1)
  },
}

const shop = {
  async 'a real program is read through its components'(mp) {
    const page = await mp.reLaunch('/pages/home/home')
    await page.waitFor('goods-list')
    await until('the goods', async () => (await page.data('goodsList')).length > 0)
    const list = await one(page, 'goods-list')
    const cards = await list.$$('goods-card')
    assert.equal(cards.length, (await page.data('goodsList')).length)
    const title = await one(cards[0], '.goods-card__title')
    assert.equal((await title.text()).trim(), (await page.data('goodsList'))[0].title.trim())
    assert.equal((await page.$$('goods-list >>> .goods-card__title')).length, cards.length)
  },
  async 'a tap in a component leads to another page'(mp) {
    const page = await mp.currentPage()
    const card = await one(await one(page, 'goods-list'), 'goods-card')
    await (await one(card, '.goods-card')).tap()
    const details = await until('the details', async () => {
      const front = await mp.currentPage()
      return front.path === 'pages/goods/details/index' && front
    })
    assert.ok(details.query.spuId)
    assert.equal((await mp.pageStack()).length, 2)
    assert.equal((await mp.navigateBack()).path, 'pages/home/home')
  },
  async 'tabs are switched'(mp) {
    assert.equal((await mp.switchTab('/pages/usercenter/index')).path, 'pages/usercenter/index')
    assert.equal((await mp.switchTab('/pages/home/home')).path, 'pages/home/home')
  },
}

/** The folder of each program and its flows. */
const PROGRAMS = [
  { name: 'nearby', folder: process.env.NEARBY, flows: nearby },
  { name: 'controls', folder: process.env.CONTROLS, flows: controls },
  { name: 'shop', folder: process.env.SHOP, flows: shop },
].filter(({ folder }) => folder)

/** Launches a program as the client does with DevTools; the port is the one that its phone has its folder by. */
async function launch(automator, folder, port) {
  const mp = await automator.launch({ cliPath: process.env.CLI, projectPath: folder, port })
  mp.port = port
  return mp
}

module.exports = { PROGRAMS, launch }
