"""The programs that mean harm, and one that is not to be harmed."""

import json
from pathlib import Path

from tests.hostile.attack import OVER, Attack
from tests.hostile.escapes import ESCAPES
from tests.hostile.floods import FLOODS
from tests.hostile.heavy_pages import HEAVY_PAGES
from tests.hostile.indirect import INDIRECT
from tests.program_folder import write_program

ATTACKS = {**FLOODS, **HEAVY_PAGES, **ESCAPES, **INDIRECT}


_TABS = {
    "pages": ["pages/index/index", "pages/other/other"],
    "tabBar": {
        "list": [
            {"pagePath": "pages/index/index", "text": "one"},
            {"pagePath": "pages/other/other", "text": "two"},
        ]
    },
}


def write_attack(folder: Path, attack: Attack, *, quick: bool = False) -> Path:
    """The program; its page attacks as soon as it is shown, and then logs OVER."""
    app = {
        "pages": ["pages/index/index"],
        "workers": "workers",
        "permission": {"scope.userLocation": {"desc": "to find you"}},
        "requiredPrivateInfos": ["getLocation", "chooseLocation"],
    }
    times, many = (attack.quick_times, attack.quick_many) if quick else (attack.times, attack.many)
    script = f"""
const MANY = {many};
{attack.setup}
Page({{
  onReady() {{
    setTimeout(() => {{
      for (let N = 0; N < {times}; N++) {{
        try {{ {attack.deed} }} catch {{}}
      }}
      setTimeout(() => console.log({json.dumps(OVER)}), {attack.settles_ms})
    }}, 100)
  }},
  {attack.handlers}
}})"""
    if "pages/other/other.wxml" in attack.files:
        app |= _TABS
    files = {
        "app.json": json.dumps(app),
        "project.config.json": json.dumps({"appid": "wxhostile"}),
        "index.wxml": attack.wxml,
        "index.js": script,
        "workers/w.js": "while (true);",
        **attack.files,
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
