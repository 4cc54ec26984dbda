"""The programs that mean harm: what they do in one turn, and how often when it is measured."""

import json
from dataclasses import dataclass
from pathlib import Path

from tests.program_folder import write_program

OVER = "the attack is over"
LONG = "'字'.repeat(100000)"


@dataclass(frozen=True)
class Attack:
    """`deed` is done `times` times in one turn; N is how often it was done before."""

    deed: str
    times: int
    setup: str = ""

    @property
    def quick_times(self) -> int:
        """How often it is done where only the outcome counts."""
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
        "index.wxml": "<view>harmless</view>",
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
