"""Floods: each keeps the phone busy as long as it can."""

import json

from tests.hostile.attack import FILES, LONG, MEGABYTES, PAGE, Attack

FLOODS = {
    "settings": Attack("wx.getSetting({})", 100_000),
    "places": Attack("wx.openLocation({latitude: 1, longitude: 1})", 300),
    "previews": Attack("wx.previewImage({urls: ['http://127.0.0.1:9/' + N]})", 300),
    "long toasts": Attack(f"wx.showToast({{title: {LONG}, icon: 'none'}})", 100),
    "toasts": Attack("wx.showToast({title: 'toast ' + N})", 5_000),
    "long modals": Attack(f"wx.showModal({{title: {LONG}, content: {LONG}}})", 3),
    "modals": Attack("wx.showModal({content: 'modal ' + N})", 1_000),
    "sheets": Attack(f"wx.showActionSheet({{itemList: [{LONG}, 'b']}})", 300),
    "prompts": Attack("wx.authorize({scope: 'scope.camera'})", 3_000),
    "pickers": Attack("wx.chooseLocation({})", 300),
    "requests": Attack("wx.request({url: 'http://127.0.0.1:9/' + N})", 5_000),
    "long titles": Attack(f"wx.setNavigationBarTitle({{title: {LONG}}})", 1_000),
    "storage": Attack("wx.setStorage({key: 'k' + N, data: 'v'})", 2_000),
    "files": Attack(
        "fs.writeFile({filePath: `${wx.env.USER_DATA_PATH}/${N}`, data: 'x'})",
        2_000,
        "const fs = wx.getFileSystemManager()",
    ),
    "clipboard": Attack("wx.setClipboardData({data: 'v' + N})", 3_000),
    "console": Attack("console.log('line ' + N, {N})", 100_000),
    "pages": Attack("wx.navigateTo({url: '/pages/index/index'})", 300),
    "workers": Attack("wx.createWorker('w.js')", 50),
    "sockets": Attack("wx.connectSocket({url: 'ws://127.0.0.1:9/' + N})", 500),
    "large requests": Attack(
        f"wx.request({{url: 'http://127.0.0.1:9/', method: 'POST', data: {MEGABYTES}}})", 20
    ),
    "large queries": Attack(
        f"wx.request({{url: 'http://127.0.0.1:9/', data: {{a: {MEGABYTES}}}}})", 5
    ),
    "large files": Attack(f"fs.writeFile({{filePath: path(N), data: {MEGABYTES}}})", 30, FILES),
    "large files at once": Attack(f"fs.writeFileSync(path(N), {MEGABYTES})", 30, FILES),
    "large answers": Attack(
        "if (N === 0) fs.writeFileSync(path('a'), 'x'.repeat(2 * MANY));"
        " fs.readFile({filePath: path('a'), encoding: N % 2 ? 'utf8' : undefined})",
        20,
        FILES,
    ),
    "large answers nobody takes": Attack(
        "if (N === 0) fs.writeFileSync(path('a'), 'x'.repeat(2 * MANY));"
        " fs.readFile({filePath: path('a')}); if (N === 2) while (true);",
        20,
        FILES,
        ends=False,
    ),
    "many files listed": Attack(
        "if (N < 5_000) fs.writeFile({filePath: path(N), data: 'x'});"
        " else fs.stat({path: path(''), recursive: true})",
        5_020,
        FILES,
    ),
    "many keys listed": Attack(
        "if (N < 10_000) wx.setStorage({key: 'k' + N, data: N}); else wx.getStorageInfo({})",
        10_020,
    ),
    "clipboard of megabytes": Attack("wx.setClipboardData({data: 'x'.repeat(3 * MANY)})", 10),
    "errors of megabytes": Attack(f"setTimeout(() => {{ throw new Error({MEGABYTES}) }})", 20),
    "rejections of megabytes": Attack(f"Promise.reject({MEGABYTES})", 20),
    "pages drawn anew": Attack(
        f"page().setData({{a: {LONG} + N}})", 100, PAGE, "<view>{{a}}</view>"
    ),
    "long lists": Attack(
        "page().setData({list: Array.from({length: MANY}, (_, at) => at + N)})",
        5,
        PAGE,
        "<view wx:for='{{list}}'>{{item}}</view>",
        many=20_000,
    ),
    "queries of nodes": Attack(
        "wx.createSelectorQuery().selectAll('view').fields({rect: true, size: true}).exec()", 10_000
    ),
    "animations": Attack(
        "page().animate('#some', [{opacity: 0}, {opacity: 1}], 1000)", 5_000, PAGE
    ),
    "sounds": Attack(
        "const sound = wx.createInnerAudioContext(); sound.src = 'http://127.0.0.1:9/' + N;"
        " sound.play()",
        500,
    ),
    "timers": Attack("setInterval(() => wx.vibrateShort({}), 1)", 1_000),
    "vibrations": Attack("wx.vibrateShort({})", 100_000),
    "canvases": Attack(
        "const canvas = wx.createOffscreenCanvas({type: '2d', width: MANY, height: MANY});"
        " canvas.getContext('2d').fillRect(0, 0, 9, 9); wx.canvasToTempFilePath({canvas})",
        5,
        many=8_000,
    ),
    "endless sheets": Attack(
        "wx.showActionSheet({itemList: Array.from({length: MANY}, (_, at) => 'item ' + at)})",
        20,
        many=50_000,
    ),
    "long addresses": Attack(
        "wx.navigateTo({url: '/pages/index/index?a=' + 'x'.repeat(MANY)})",
        20,
        many=1_000_000,
    ),
    "long pictures": Attack(
        "wx.previewImage({urls:"
        " Array.from({length: MANY}, (_, at) => 'http://127.0.0.1:9/' + at)})",
        20,
        many=20_000,
    ),
    "loops": Attack("while (true);", 1, ends=False),
    "catastrophic expressions": Attack("/^(a+)+$/.test('a'.repeat(50) + '!')", 1, ends=False),
    "focus that comes back": Attack(
        "page().setData({first: N % 2 === 0})",
        500,
        PAGE,
        "<input focus='{{first}}' bindblur='again' bindfocus='again'/>"
        "<input focus='{{!first}}' bindblur='again' bindfocus='again'/>",
        handlers="again() { this.setData({first: !this.data.first}) },",
    ),
    "wheels of many rows": Attack(
        "page().setData({rows: Array.from({length: MANY}, (_, at) => 'row ' + at)})",
        1,
        PAGE,
        "<picker range='{{rows}}'>pick</picker><picker-view style='height: 200px'>"
        "<picker-view-column><view wx:for='{{rows}}'>{{item}}</view></picker-view-column>"
        "</picker-view>",
        many=100_000,
    ),
    "components in themselves": Attack(
        "page().setData({shown: true})",
        1,
        PAGE,
        "<part wx:if='{{shown}}'/>",
        files={
            "index.json": json.dumps({"usingComponents": {"part": "/part"}}),
            "part.json": json.dumps({"component": True, "usingComponents": {"part": "/part"}}),
            "part.js": "Component({})",
            "part.wxml": "<part/><part/>",
        },
    ),
    "observers": Attack(
        "page().createIntersectionObserver({observeAll: true, thresholds: [0, 0.5, 1]})"
        ".relativeToViewport().observe('view', () => wx.vibrateShort({}))",
        5_000,
        PAGE,
    ),
    "badges": Attack(
        "const text = 'x'.repeat(MANY); wx.setTabBarBadge({index: 0, text});"
        " wx.showTabBarRedDot({index: N % 2});"
        " wx.setTabBarItem({index: 0, text, iconPath: 'http://127.0.0.1:9/' + N});"
        " wx.hideTabBar({animation: true}); wx.showTabBar({animation: true})",
        1_000,
        many=100_000,
        files={"pages/other/other.wxml": "<view/>"},
    ),
    "loadings": Attack("wx.showLoading({title: 'wait ' + N, mask: true})", 5_000),
    "scrolls": Attack(
        "wx.pageScrollTo({scrollTop: N % 2 ? 100_000 : 0, duration: 0})",
        5_000,
        wxml="<view style='height: 200000px'/>",
        handlers="onPageScroll(e) { wx.pageScrollTo({scrollTop: 1e5 - e.scrollTop}) },",
    ),
    "huge canvases": Attack(
        "wx.createSelectorQuery().select('#some').fields({node: true}).exec(([{node}]) => {"
        " node.width = node.height = 20_000; node.getContext('2d').fillRect(0, 0, 20_000, 20_000);"
        " wx.canvasToTempFilePath({canvas: node}) })",
        3,
        wxml="<canvas id='some' type='2d'/>",
    ),
    "full storage": Attack("wx.setStorageSync('k' + N, 'x'.repeat(MANY))", 50, many=900_000),
    "traps in arguments": Attack(
        "const trap = new Proxy(() => 1, {get: (_, key) => key === 'length' ? 1e9 : trap,"
        " ownKeys: () => { throw trap }, has: () => true});"
        " const deep = {get inside() { return deep }, toJSON() { return this }};"
        " wx.request(trap); wx.showModal(trap); wx.setStorage({key: trap, data: trap});"
        " wx.request({url: 'http://127.0.0.1:9/', data: deep, [Symbol('a')]: trap});"
        " wx.setStorageSync(Symbol('b'), trap)",
        500,
    ),
}
