"""The program whose calls bring up most screens: it declares everything and keeps to itself."""

import json
import shutil
from pathlib import Path

from miniapp_host.paths import resources
from miniapp_host.permissions.scopes import SCOPES
from tests.program_folder import write_program

STAGE = "wxstage000000001"
"""The program's id on the phone."""
_PURPOSE = {"desc": "将附近的店铺按距离排序", "desc-en": "Sorts the shops around you by distance"}

_PICTURE = resources() / "programs/permission-lab/images/test.png"
_BARS = {
    "light": {"bar": "#f5f6f8", "ink": "black"},
    "dark": {"bar": "#111111", "ink": "white"},
}
_PROJECT = {"appid": STAGE, "projectname": "Stage 舞台"}
_PAGE = """
<view class="group">Parts</view>
<view class="row"><text>Switch</text><switch checked /></view>
<view class="row"><text>Slider</text><slider value="40" style="width: 60%" /></view>
<view class="row"><text>Radio</text><radio checked /><checkbox checked /></view>
<input class="row" placeholder="Write something 写点什么" />
<button type="primary">Primary 主要</button>
<button>Default 默认</button>
<button type="warn">Warn 警告</button>
<progress percent="60" show-info />
<picker id="pick" mode="selector" range="{{fruits}}"><view class="row">Pick one</view></picker>
<picker id="day" mode="date" value="2026-11-27"><view class="row">Pick a day</view></picker>
<button id="profile" open-type="getUserInfo">Profile</button>
"""

_STYLE = """
page { --ground: #f5f6f8; --cell: #ffffff; background: var(--ground); color: rgba(0, 0, 0, .9); }
.group { padding: 16px; font-size: 14px; }
.row { display: flex; align-items: center; justify-content: space-between;
  min-height: 48px; padding: 0 16px; background: var(--cell); }
button { margin: 12px 16px; }
progress { padding: 16px; }
@media (prefers-color-scheme: dark) {
  page { --ground: #111111; --cell: #191919; color: rgba(255, 255, 255, .8); }
}
"""


def write_stage(folder: Path) -> Path:
    """Write the program into `folder`."""
    (folder / "images").mkdir(parents=True)
    shutil.copy(_PICTURE, folder / "images/one.png")
    return write_program(
        folder,
        {
            "app.json": json.dumps(_app()),
            "theme.json": json.dumps(_BARS),
            "project.config.json": json.dumps(_PROJECT),
            "index.wxml": _PAGE,
            "index.wxss": _STYLE,
            "index.js": "Page({ data: { fruits: ['Apple', 'Pear', 'Plum', 'Fig'] } })",
        },
    )


def write_slow(folder: Path, seconds: float) -> Path:
    """Write a program that does not draw its page, nor answer, for so many seconds."""
    loop = f"const end = Date.now() + {seconds * 1000}\nwhile (Date.now() < end);\nApp({{}})"
    project = '{"appid": "wxslow0000000001", "projectname": "Slow 慢"}'
    return write_program(
        folder, {"app.js": loop, "index.wxml": "<view>Slow</view>", "project.config.json": project}
    )


def write_whole(folder: Path) -> Path:
    """Write a program that runs until somebody breaks its app.json."""
    return write_program(folder, {"index.wxml": "<view>Whole</view>"})


def _app() -> dict[str, object]:
    return {
        "pages": ["pages/index/index"],
        "window": {
            "navigationBarTitleText": "Stage 舞台",
            "navigationBarBackgroundColor": "@bar",
            "navigationBarTextStyle": "@ink",
        },
        "permission": {scope.id: _PURPOSE for scope in SCOPES},
        "requiredBackgroundModes": ["location"],
        "darkmode": True,
        "themeLocation": "theme.json",
        "style": "v2",
    }
