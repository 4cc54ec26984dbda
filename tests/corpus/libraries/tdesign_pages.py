"""A program of our own over the npm package of TDesign: a page for each thing it can do.

Every page has `set` (keeps an event's value under `data-key`), `flip` (turns the flag `data-key`)
and `hear` (shows what an event brought under `.said`).
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

NAME = "tdesign-miniprogram"
_CHOICES = [
    {"label": "North", "value": "n"},
    {"label": "South", "value": "s"},
    {"label": "West", "value": "w"},
]
_PLACES = [
    {"label": "Zhejiang", "value": "z", "children": [
        {"label": "Hangzhou", "value": "zh"},
        {"label": "Ningbo", "value": "zn"},
    ]},
    {"label": "Jiangsu", "value": "j", "children": [{"label": "Nanjing", "value": "jn"}]},
]  # fmt: skip
_OPENER = '<t-button id="open" data-key="on" bind:tap="flip">open</t-button>'

_DATA: Mapping[str, object] = {
    "on": False,
    "said": "",
    "value": None,
    "choices": _CHOICES,
    "places": _PLACES,
    "cities": [{"label": f"City {number}", "value": f"c{number}"} for number in range(1, 8)],
    "actions": [
        "Copy",
        {"label": "Delete", "color": "#d54941"},
        {"label": "Never", "disabled": True},
    ],
    "files": [{"url": "https://example.com/a.png", "name": "a", "type": "image"}],
    "deletes": [{"text": "Delete", "className": "delete"}],
    "banners": ["https://example.com/1.png", "https://example.com/2.png"],
    "letters": ["A", "B", "C", "D", "E", "F", "G", "H"],
}

PAGES: Mapping[str, str] = {
    "button": """
        <t-button id="large" theme="primary" size="large" block>large</t-button>
        <t-button id="medium" theme="primary">medium</t-button>
        <t-button id="small" theme="danger" size="small" variant="outline">small</t-button>
        <t-button id="off" theme="primary" disabled bind:tap="hear">off</t-button>
        <t-button id="round" shape="round" bind:tap="hear">round</t-button>
        <t-button id="loading" loading>loading</t-button>""",
    "cell": """
        <t-cell-group theme="card"><t-cell title="Name" note="Ada" arrow bind:click="hear" />
        <t-cell title="Story" description="a long one" required /></t-cell-group>
        <t-badge count="16"><view style="width: 48px; height: 48px" class="square"></view></t-badge>
        <t-tag theme="primary" class="tag">new</t-tag><t-tag theme="danger" closable
        bind:close="hear">gone</t-tag>
        <t-divider content="end" />""",
    "switch": """
        <t-switch value="{{on}}" data-key="on" bind:change="set" />
        <t-switch defaultValue="{{true}}" size="large" /><t-switch disabled />""",
    "stepper": """
        <t-stepper defaultValue="{{3}}" min="{{0}}" max="{{5}}" theme="filled"
        bind:change="hear" />""",
    "slider": """
        <view style="margin: 40px 0"><t-slider defaultValue="{{20}}" label
        bind:dragend="hear" bind:change="hear" /></view>
        <view style="margin: 80px 0"><t-slider range defaultValue="{{[10, 50]}}" /></view>""",
    "rate": '<t-rate value="{{value}}" data-key="value" bind:change="set" count="5" size="24" />',
    "checkbox": """
        <t-checkbox-group options="{{choices}}" value="{{value}}" data-key="value"
        bind:change="set" max="{{2}}" />""",
    "radio": """
        <t-radio-group options="{{choices}}" value="{{value}}" data-key="value"
        bind:change="set" />""",
    "input": """
        <t-input label="Name" placeholder="who" value="{{value}}" data-key="value"
        bind:change="set" clearable tips="at most ten" maxlength="{{10}}" />
        <t-input label="Secret" type="password" value="abc" />
        <t-textarea label="Story" placeholder="tell"
        maxlength="{{50}}" indicator autosize bind:change="hear" />
        <t-search placeholder="seek" bind:submit="hear" bind:change="hear" />""",
    "tabs": """
        <t-tabs defaultValue="0" bind:change="hear"><t-tab-panel label="First" value="0">
        <view class="in">one</view></t-tab-panel>
        <t-tab-panel label="Second" value="1"><view class="in">two</view></t-tab-panel>
        <t-tab-panel label="Third" value="2" badge-props="{{ {count: 8} }}"><view
        class="in">three</view></t-tab-panel></t-tabs>""",
    "collapse": """
        <t-collapse value="{{value}}" data-key="value" bind:change="set" expandMutex>
        <t-collapse-panel header="One" value="{{0}}"><view
        style="height: 100px">first</view></t-collapse-panel>
        <t-collapse-panel header="Two" value="{{1}}"><view
        style="height: 60px">second</view></t-collapse-panel></t-collapse>""",
    "dialog": f"""{_OPENER}
        <t-dialog visible="{{{{on}}}}" title="Sure?" content="It is gone then."
        cancel-btn="No" confirm-btn="Yes"
        data-key="on" bind:confirm="flip" bind:cancel="flip" />""",
    "popup": f"""{_OPENER}
        <t-popup visible="{{{{on}}}}" placement="bottom" data-key="on" bind:visible-change="shown">
        <view class="inside" style="height: 240px">inside</view></t-popup>""",
    "action-sheet": f"""{_OPENER}
        <t-action-sheet visible="{{{{on}}}}" items="{{{{actions}}}}"
        description="What now?" bind:selected="hear"
        data-key="on" bind:cancel="flip" bind:close="shown" />""",
    "picker": f"""{_OPENER}
        <t-picker visible="{{{{on}}}}" title="City" cancelBtn="No" confirmBtn="Yes"
        value="{{{{value}}}}"
        bind:confirm="hear" bind:close="shown" data-key="on" usePopup>
        <t-picker-item options="{{{{cities}}}}" /></t-picker>""",
    "date-time-picker": f"""{_OPENER}
        <t-date-time-picker visible="{{{{on}}}}" title="Day" mode="date" value="2022-02-28"
        start="2020-01-01" end="2026-12-31"
        format="YYYY-MM-DD" bindconfirm="hear" />""",
    "calendar": f"""{_OPENER}
        <t-calendar visible="{{{{on}}}}" value="{{{{1645185600000}}}}"
        minDate="{{{{1643716800000}}}}" maxDate="{{{{1648728000000}}}}"
        bind:confirm="hear" />""",
    "cascader": f"""{_OPENER}
        <t-cascader visible="{{{{on}}}}" options="{{{{places}}}}" title="Where"
        bind:change="hear" />""",
    "dropdown-menu": """
        <t-dropdown-menu><t-dropdown-item options="{{choices}}" value="{{value || 'n'}}"
        data-key="value" bind:change="set" />
        <t-dropdown-item options="{{cities}}" label="More" multiple
        value="{{['c2']}}" bind:confirm="hear" /></t-dropdown-menu>""",
    "swipe-cell": """
        <t-swipe-cell right="{{deletes}}" bind:click="hear"><t-cell
        title="pull me" /></t-swipe-cell>""",
    "toast": """
        <t-button id="plain" bind:tap="toast" data-message="done">toast</t-button>
        <t-button id="ok" bind:tap="toast" data-message="saved"
        data-theme="success">toast</t-button>
        <t-button id="news" bind:tap="message">message</t-button><t-toast id="t-toast" />
        <t-message id="t-message" />""",
    "steps": """
        <t-steps current="{{1}}"><t-step-item title="Order" /><t-step-item title="Pay"
        content="now" /><t-step-item title="Send" /></t-steps>
        <view class="line"><t-progress percentage="40" /></view>
        <t-count-down time="{{3725000}}" format="HH:mm:ss" />""",
    "notice-bar": """
        <t-notice-bar visible
        content="a notice that is so long that nobody can read the whole of it in one line of a
        phone, and runs along"
        marquee="{{ {speed: 80, loop: -1, delay: 0} }}" />
        <t-notice-bar visible theme="error" content="short" prefixIcon="{{false}}" />""",
    "upload": """
        <t-upload mediaType="{{['image']}}" files="{{files}}" max="3" bind:success="take"
        bind:add="hear" bind:remove="drop" />""",
    "tree-select": """
        <t-tree-select options="{{places}}" defaultValue="{{['z', 'zh']}}"
        bind:change="hear" height="300" />""",
    "side-bar": """
        <t-side-bar defaultValue="0" bind:change="hear"><t-side-bar-item value="0" label="First" />
        <t-side-bar-item value="1" label="Second" badge-props="{{ {count: 8} }}" /></t-side-bar>""",
    "indexes": """
        <t-indexes index-list="{{letters}}" bind:select="hear"><view wx:for="{{letters}}"
        wx:key="*this">
        <t-indexes-anchor index="{{item}}" /><t-cell title="{{item}}1" /><t-cell
        title="{{item}}2" /><t-cell title="{{item}}3" /></view></t-indexes>""",
    "grid": """
        <t-grid column="{{3}}"><t-grid-item text="one" /><t-grid-item text="two"
        badge-props="{{ {count: 8} }}" /><t-grid-item text="three" /></t-grid>
        <t-row gutter="16"><t-col span="8"><view class="col">8</view></t-col><t-col
        span="8" offset="8"><view class="col">8</view></t-col></t-row>
        <t-avatar size="64px">A</t-avatar><t-skeleton row-col="{{[1, {width: '50%'}]}}" />""",
    "swiper": """
        <t-swiper list="{{banners}}" height="200px" navigation="{{ {type: 'dots'} }}"
        autoplay="{{false}}" bind:change="hear" />""",
    "drawer": f"""{_OPENER}
        <t-drawer visible="{{{{on}}}}" placement="left" title="Menu"
        items="{{{{[{{title: 'Alpha'}}, {{title: 'Beta'}}]}}}}" bind:item-click="hear" />""",
    "sticky": """
        <view style="height: 100px"></view><t-sticky offset-top="20"><t-button
        id="stuck">stay</t-button></t-sticky>
        <view style="height: 2000px"></view><t-back-top id="up" theme="round"
        text="up" fixed scroll-top="{{top}}" />""",
    "tab-bar": """
        <t-tab-bar value="{{value || 'n'}}" data-key="value" bind:change="set"
        theme="normal" split="{{false}}">
        <t-tab-bar-item wx:for="{{choices}}" wx:key="value"
        value="{{item.value}}">{{item.label}}</t-tab-bar-item></t-tab-bar>""",
    "image-viewer": f"""{_OPENER}
        <t-image-viewer visible="{{{{on}}}}"
        images="{{{{banners}}}}" showIndex closeBtn bind:change="hear" bind:close="shown"
        data-key="on" />""",
    "image": """
        <t-image src="https://example.com/a.png" width="72" height="72" shape="circle"
        mode="aspectFill" bind:load="hear" />
        <t-empty description="nothing" /><t-result theme="success" title="Sent"
        description="it is on its way" />""",
}  # fmt: skip

_SCRIPT = """
import Toast from '%(name)s/toast/index'
import Message from '%(name)s/message/index'
Page({
  data: %(data)s,
  set({ currentTarget, detail }) { this.setData({ [currentTarget.dataset.key]: detail.value }) },
  flip({ currentTarget }) { const { key } = currentTarget.dataset; this.setData({ [key]:
  !this.data[key] }) },
  shown({ detail }) { this.setData({ on: Boolean(detail.visible) }) },
  hear({ type, detail }) { this.setData({ said: `${type} ${JSON.stringify(detail)}` }) },
  take({ detail }) { this.setData({ files: detail.files }) },
  drop({ detail }) { this.setData({ files: this.data.files.filter((_, index) => index !==
  detail.index) }) },
  toast({ currentTarget }) { Toast({ context: this, selector: '#t-toast', ...currentTarget.dataset,
  duration: 1500 }) },
  message() { Message.info({ context: this, offset: [20, 32], content: 'news', duration: 1500 }) },
  onPageScroll({ scrollTop }) { this.setData({ top: scrollTop }) },
})
"""


def write_pages(program: Path) -> None:
    """Writes the program into a folder; the package itself is not there yet."""
    app = {
        "pages": [page_of(name) for name in PAGES],
        "window": {"navigationBarTitleText": "TDesign"},
    }
    _write(program / "app.json", json.dumps(app))
    _write(program / "app.js", "App({})")
    data = json.dumps(_DATA)
    for name, wxml in PAGES.items():
        place = program / page_of(name)
        tags = sorted(set(re.findall(r"<t-([\w-]+)", wxml)))
        used = {f"t-{tag}": f"{NAME}/{tag}/{tag}" for tag in tags}
        _write(place.with_suffix(".json"), json.dumps({"usingComponents": used}))
        _write(place.with_suffix(".wxml"), f'{wxml}\n<view class="said">{{{{said}}}}</view>')
        _write(place.with_suffix(".js"), _SCRIPT % {"name": NAME, "data": data})


def page_of(name: str) -> str:
    return f"pages/{name}/index"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
