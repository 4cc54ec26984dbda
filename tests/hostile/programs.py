"""The programs that mean harm: what they do in one turn, and how often when it is measured."""

import json
from dataclasses import dataclass
from pathlib import Path

from tests.program_folder import write_program

OVER = "the attack is over"
LONG = "'字'.repeat(100000)"
MEGABYTES = "'x'.repeat(10_000_000)"
PAGE = "const page = () => getCurrentPages()[0]"
FILES = (
    "const fs = wx.getFileSystemManager();"
    " const path = (name) => `${wx.env.USER_DATA_PATH}/${name}`"
)


@dataclass(frozen=True)
class Attack:
    """`deed` is done `times` times in one turn; N is how often it was done before.

    One that does not end never gives the turn back.
    """

    deed: str
    times: int
    setup: str = ""
    wxml: str = "<view id='some'>harmless</view>"
    ends: bool = True

    @property
    def quick_times(self) -> int:
        """How often it is done where only the outcome counts."""
        if "_000_000" in self.deed:
            return min(3, self.times)
        return min(20 if LONG in self.deed else 100, self.times)


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
        "if (N === 0) fs.writeFileSync(path('a'), 'x'.repeat(20_000_000));"
        " fs.readFile({filePath: path('a'), encoding: N % 2 ? 'utf8' : undefined})",
        20,
        FILES,
    ),
    "large answers nobody takes": Attack(
        "if (N === 0) fs.writeFileSync(path('a'), 'x'.repeat(20_000_000));"
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
    "clipboard of megabytes": Attack("wx.setClipboardData({data: 'x'.repeat(30_000_000)})", 10),
    "errors of megabytes": Attack(f"setTimeout(() => {{ throw new Error({MEGABYTES}) }})", 20),
    "rejections of megabytes": Attack(f"Promise.reject({MEGABYTES})", 20),
    "pages drawn anew": Attack(
        f"page().setData({{a: {LONG} + N}})", 100, PAGE, "<view>{{a}}</view>"
    ),
    "long lists": Attack(
        "page().setData({list: Array.from({length: 20_000}, (_, at) => at + N)})",
        5,
        PAGE,
        "<view wx:for='{{list}}'>{{item}}</view>",
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
        "const canvas = wx.createOffscreenCanvas({type: '2d', width: 8_000, height: 8_000});"
        " canvas.getContext('2d').fillRect(0, 0, 9, 9); wx.canvasToTempFilePath({canvas})",
        5,
    ),
    "endless sheets": Attack(
        "wx.showActionSheet({itemList: Array.from({length: 50_000}, (_, at) => 'item ' + at)})", 20
    ),
    "long addresses": Attack(
        "wx.navigateTo({url: '/pages/index/index?a=' + 'x'.repeat(1_000_000)})", 20
    ),
    "long pictures": Attack(
        "wx.previewImage({urls:"
        " Array.from({length: 20_000}, (_, at) => 'http://127.0.0.1:9/' + at)})",
        20,
    ),
    "loops": Attack("while (true);", 1, ends=False),
}
"""Each keeps the phone busy as long as it can."""

ESCAPES = {
    "forged tap": Attack(
        "for (const kind of ['tap', 'tapped', 'decide', 'allow']) postMessage({type: 'host',"
        " text: JSON.stringify([[kind, N, {scope: 'scope.userLocation'}]])})",
        50,
    ),
    "garbage": Attack(
        "postMessage({type: 'host', text: ['', '{', '[[[', '[null]', '[[1,2]]', '[\"call\"]',"
        ' \'[["call","x",3]]\', \'[["launched"]]\'][N % 8]})',
        400,
    ),
    "other program's files": Attack(
        "fetch('/__program/../../../../../etc/passwd').then((r) => r.text())"
        ".then((t) => console.log('READ ' + t), () => {})",
        5,
    ),
    "way out by fetch": Attack(
        "fetch('http://127.0.0.1:9/').then(() => console.log('READ'), () => {})", 5
    ),
    "own worker": Attack(
        "try { new Worker('data:text/javascript,postMessage(1)'); console.log('READ') } catch {}",
        5,
    ),
    "script from outside": Attack(
        "try { importScripts('http://127.0.0.1:9/a.js'); console.log('READ') } catch {}", 5
    ),
    "wall of prototypes": Attack(
        "Object.prototype.granted = true; Object.prototype['scope.userLocation'] = true;"
        " wx.getLocation({success: () => console.log('READ')})",
        20,
    ),
}
"""Each tries to reach what it was not given; one that succeeds logs READ."""

ATTACKS = {**FLOODS, **ESCAPES}


def write_attack(folder: Path, attack: Attack, times: int) -> Path:
    """The program; its page attacks as soon as it is shown, and then logs OVER."""
    app = {
        "pages": ["pages/index/index"],
        "workers": "workers",
        "permission": {"scope.userLocation": {"desc": "to find you"}},
        "requiredPrivateInfos": ["getLocation", "chooseLocation"],
    }
    script = f"""
{attack.setup}
Page({{
  onReady() {{
    setTimeout(() => {{
      for (let N = 0; N < {times}; N++) {{
        try {{ {attack.deed} }} catch {{}}
      }}
      console.log({json.dumps(OVER)})
    }}, 100)
  }},
}})"""
    files = {
        "app.json": json.dumps(app),
        "project.config.json": json.dumps({"appid": "wxhostile"}),
        "index.wxml": attack.wxml,
        "index.js": script,
        "workers/w.js": "while (true);",
    }
    return write_program(folder, files)


def write_victim(folder: Path) -> Path:
    """A program that has stored something, and was allowed something."""
    files = {
        "project.config.json": json.dumps({"appid": "wxvictim"}),
        "index.wxml": "<view id='kept'>{{kept}}</view>",
        "index.js": """Page({
          onShow() {
            wx.setStorageSync('kept', 'mine')
            this.setData({kept: wx.getStorageSync('kept')})
          },
        })""",
    }
    return write_program(folder, files)
