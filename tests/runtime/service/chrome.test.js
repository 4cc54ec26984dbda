// What Qt draws around a page, and what the view knows of its window.

import './worker.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Chrome } from '../../../resources/runtime/service/chrome.js'

const TABS = [
  { pagePath: 'a', text: 'A', iconPath: '@icon', selectedIconPath: 'on.png' },
  { pagePath: 'b', text: 'B', iconPath: 'off.png', selectedIconPath: '@lost' },
]
const COLOURS = {
  color: '@ink',
  selectedColor: '#111111',
  backgroundColor: '#222222',
  borderStyle: 'white',
  position: 'top',
}
const THEME = { light: { ink: '#000001', icon: 'light.png' }, dark: { ink: '#fffffe', icon: 'dark.png' } }

const REST = { theme: null, tabBar: null, resizable: false }

/** Bars of a program, what was told of them, and a page of it. */
function made(boot = {}, theme = 'light') {
  const told = []
  const all = { pages: ['first', 'a', 'b', 'c'], window: {}, platform: {}, ...REST, ...boot }
  const chrome = new Chrome((kind, record) => told.push([kind, record]), all, theme)
  const page = (path, config = {}, more = {}) => ({
    number: 7,
    path,
    query: { x: '1' },
    config,
    bar: chrome.barOf(config),
    ...more,
  })
  return { chrome, told, page }
}
const withTabs = (more = {}, boot = {}) =>
  made({ tabBar: { list: TABS, custom: false, ...COLOURS, ...more }, theme: THEME, ...boot })

/** The record of a page. */
function recordOf({ chrome, told }, page, depth = 1) {
  chrome.show(page, depth, [page])
  return told.at(-1)[1]
}

test('a page without settings has a white title on black', () => {
  const phone = made()
  assert.deepEqual(recordOf(phone, phone.page('c')), {
    page: 7,
    path: 'c',
    query: { x: '1' },
    depth: 1,
    title: '',
    barBackground: '#000000',
    barText: 'white',
    barHidden: false,
    barLoading: false,
    background: '#ffffff',
    tab: null,
    tabBar: null,
    canGoBack: false,
    homeButton: true,
    orientation: undefined,
    resizable: false,
    webViews: [],
  })
})

test('the page says more than the program', () => {
  const phone = made({
    window: { navigationBarTitleText: 'all', navigationBarTextStyle: 'black', backgroundColor: '#010101' },
  })
  const config = { navigationBarTitleText: 'own', navigationBarBackgroundColor: '#020202' }
  const { title, barText, background, barBackground } = recordOf(phone, phone.page('c', config))
  assert.deepEqual([title, barText, background, barBackground], ['own', 'black', '#010101', '#020202'])
  assert.equal(recordOf(phone, phone.page('c')).title, 'all')
  assert.equal(recordOf(phone, phone.page('c', { navigationBarTitleText: 7 })).title, '7')
})

test('variables of the theme are what they are in the theme of the phone', () => {
  const config = { navigationBarTextStyle: '@text', backgroundColor: '@back', navigationBarBackgroundColor: '@lost' }
  const theme = { light: { text: 'black', back: '#010101' }, dark: { text: 'white', back: '#020202' } }
  const phone = made({ theme })
  const record = recordOf(phone, phone.page('c', config))
  assert.deepEqual([record.barText, record.background, record.barBackground], ['black', '#010101', ''])
  phone.chrome.theme = 'dark'
  assert.deepEqual(recordOf(phone, phone.page('c', config)).background, '#020202')
  assert.equal(made().chrome.value('@a'), '')
  assert.deepEqual([phone.chrome.value('a@'), phone.chrome.value(7), phone.chrome.value('@a')], ['a@', 7, ''])
})

test('a page of its own bar hides the bar, but not over a page of the web', () => {
  const phone = made()
  const config = { navigationStyle: 'custom' }
  assert.equal(recordOf(phone, phone.page('c', config)).barHidden, true)
  const web = recordOf(phone, phone.page('c', config, { webView: { id: 3, src: 'https://x' } }))
  assert.equal(web.barHidden, false)
  assert.deepEqual(web.webViews, [{ page: 7, id: 3, src: 'https://x' }])
})

test('a page leads back if another is below it', () => {
  const phone = made()
  const { canGoBack, homeButton, depth } = recordOf(phone, phone.page('c'), 2)
  assert.deepEqual([canGoBack, homeButton, depth], [true, false, 2])
})

test('a page leads home unless it is home, or hides that', () => {
  const phone = withTabs()
  const homeOf = (page) => recordOf(phone, page).homeButton
  assert.deepEqual(
    ['first', 'a', 'c'].map((path) => homeOf(phone.page(path))),
    [false, false, true],
  )
  const hidden = phone.page('c')
  hidden.bar.homeHidden = true
  hidden.bar.loading = true
  assert.equal(homeOf(hidden), false)
  assert.equal(recordOf(phone, hidden).barLoading, true)
})

test('a tab page has the tab bar, any other none', () => {
  const phone = withTabs()
  const { tab, tabBar } = recordOf(phone, phone.page('b'))
  assert.equal(tab, 1)
  assert.deepEqual(tabBar, {
    visible: true,
    items: [
      { text: 'A', icon: 'light.png', selectedIcon: 'on.png', badge: '', dot: false },
      { text: 'B', icon: 'off.png', selectedIcon: '', badge: '', dot: false },
    ],
    color: '#000001',
    selectedColor: '#111111',
    background: '#222222',
    border: 'white',
    position: 'top',
  })
  assert.deepEqual([recordOf(phone, phone.page('c')).tab, recordOf(phone, phone.page('c')).tabBar], [null, null])
  assert.deepEqual(
    ['a', 'c'].map((path) => phone.chrome.tabOf(path)),
    [0, -1],
  )
  assert.equal(made().chrome.tabOf('a'), -1)
})

test('a tab bar of its own is not drawn around the page', () => {
  const phone = withTabs({ custom: true })
  const { tab, tabBar } = recordOf(phone, phone.page('a'))
  assert.deepEqual([tab, tabBar], [0, null])
})

test('what did not change is not told again', () => {
  const phone = made()
  const page = phone.page('c')
  for (let count = 0; count < 2; count++) phone.chrome.show(page, 1, [page])
  assert.equal(phone.told.length, 1)
  phone.chrome.show(page, 2, [page])
  assert.deepEqual(
    phone.told.map(([kind, { depth }]) => [kind, depth]),
    [
      ['chrome', 1],
      ['chrome', 2],
    ],
  )
})

test('the window of a page that says nothing', () => {
  assert.deepEqual(made().chrome.windowOf({ path: 'c', config: {} }), {
    title: '',
    background: '#ffffff',
    disableScroll: false,
    pullDown: false,
    textStyle: 'dark',
    reachBottomDistance: 50,
    theme: 'light',
    phoneTheme: 'light',
    contrast: 'usual',
    language: '',
    look: 'v1',
    insets: { top: 0, bottom: 0, side: 0 },
  })
})

test('the window of a page as it says', () => {
  const platform = { statusBarHeight: 44, bottomInset: 34, language: 'zh_CN', contrast: true }
  const boot = {
    platform,
    darkMode: true,
    newLook: true,
    window: { backgroundColor: '@ink', enablePullDownRefresh: true },
    theme: THEME,
  }
  const config = {
    navigationBarTitleText: 'Here',
    disableScroll: true,
    backgroundTextStyle: 'light',
    onReachBottomDistance: '80',
    navigationStyle: 'custom',
  }
  assert.deepEqual(made(boot, 'dark').chrome.windowOf({ path: 'c', config }), {
    title: 'Here',
    background: '#fffffe',
    disableScroll: true,
    pullDown: true,
    textStyle: 'light',
    reachBottomDistance: 80,
    theme: 'dark',
    phoneTheme: 'dark',
    contrast: 'more',
    language: 'zh-CN',
    look: 'v2',
    insets: { top: 44, bottom: 34, side: 0 },
  })
})

test('a program without a dark mode is light on a dark phone, and what the phone lays over it is dark', () => {
  const { theme, phoneTheme } = made({}, 'dark').chrome.windowOf({ path: 'c', config: {} })
  assert.deepEqual([theme, phoneTheme], ['light', 'dark'])
})

test('a page ends above the tab bar, or at the end of the phone', () => {
  const boot = { platform: { bottomInset: 34, statusBarHeight: 44 } }
  const insetsOf = (phone, path) => phone.chrome.windowOf({ path, config: {} }).insets
  assert.deepEqual(insetsOf(withTabs({}, boot), 'a'), { top: 0, bottom: 0, side: 0 })
  assert.deepEqual(insetsOf(withTabs({}, boot), 'c'), { top: 0, bottom: 34, side: 0 })
  assert.deepEqual(insetsOf(withTabs({ custom: true }, boot), 'a'), { top: 0, bottom: 34, side: 0 })
})
