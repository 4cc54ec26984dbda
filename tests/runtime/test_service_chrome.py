"""What a program makes the phone draw around its page, and how the phone's own buttons reach it."""

import json

from tests.runtime.recording import Record, record

__all__ = ["record"]

TABS = [
    {
        "pagePath": "pages/index/index",
        "text": "One",
        "iconPath": "one.png",
        "selectedIconPath": "on.png",
    },
    {"pagePath": "pages/two/two", "text": "Two"},
]
PICTURES = {"one.png": "", "on.png": ""}


def program(script: str, app: dict[str, object] | None = None, page: str = "{}") -> dict[str, str]:
    config = {"pages": ["pages/index/index", "pages/two/two"], **(app or {})}
    return {
        "app.json": json.dumps(config),
        "index.wxml": '<view id="go" bindtap="go">go</view>',
        "index.json": page,
        "index.js": script,
        "pages/two/two.wxml": "<view>two</view>",
    }


def test_bars_start_as_json_says(record: Record) -> None:
    window = {"navigationBarTitleText": "App", "navigationBarBackgroundColor": "#123456"}
    page = '{"navigationBarTitleText": "Page", "navigationBarTextStyle": "black", "enablePullDownRefresh": true}'
    running = record(
        program("Page({})", {"window": window, "tabBar": {"list": TABS, "color": "#111111"}}, page)
        | PICTURES
    )
    chrome = running.wait_chrome(
        title="Page", barBackground="#123456", barText="black", tab=0, depth=1
    )
    assert (
        chrome["tabBar"]["items"][0] | {"badge": "", "dot": False} == chrome["tabBar"]["items"][0]
    )
    assert [item["text"] for item in chrome["tabBar"]["items"]] == ["One", "Two"]
    assert (chrome["canGoBack"], chrome["homeButton"], chrome["barHidden"]) == (False, False, False)


def test_the_program_changes_its_bars(record: Record) -> None:
    script = """Page({ async onShow() {
      await wx.setNavigationBarTitle({ title: 'New' })
      await wx.setNavigationBarColor({ frontColor: '#ffffff', backgroundColor: '#ff0000' })
      await wx.showNavigationBarLoading()
      await wx.setTabBarBadge({ index: 1, text: '9' })
      await wx.showTabBarRedDot({ index: 0 })
      await wx.setTabBarItem({ index: 1, text: 'Zwei' })
      await wx.setTabBarStyle({ color: '#222222' })
      await wx.setTabBarItem({ index: 7, text: 'none' }).catch(({ errMsg }) => console.log(errMsg))
      await wx.hideTabBar()
    } })"""
    running = record(program(script, {"tabBar": {"list": TABS}}) | PICTURES)
    chrome = running.wait_chrome(
        title="New", barText="white", barBackground="#ff0000", barLoading=True
    )
    running.wait(lambda: running.chromes[-1]["tabBar"]["visible"] is False, "the tab bar hidden")
    bar = running.chromes[-1]["tabBar"]
    assert [(item["text"], item["badge"], item["dot"]) for item in bar["items"]] == [
        ("One", "", True),
        ("Zwei", "9", False),
    ]
    assert bar["color"] == "#222222"
    assert chrome["path"] == "pages/index/index"
    assert "setTabBarItem:fail tabbar item not found" in [line.text for line in running.lines]


def test_a_change_of_a_bar_names_what_it_lacks(record: Record) -> None:
    script = """Page({ onShow() {
      for (const [name, given] of [
        ['setNavigationBarTitle', {}], ['setNavigationBarTitle', { title: 5 }], ['setNavigationBarColor', { frontColor: '#ffffff' }],
        ['setNavigationBarColor', { frontColor: '#FFFFFF', backgroundColor: '#000000' }], ['setTabBarBadge', { text: '1' }],
      ]) wx[name](given).catch(({ errMsg }) => console.log(errMsg))
      wx.setNavigationBarTitle({ title: 'last' })
    } })"""
    running = record(program(script, {"tabBar": {"list": TABS}}) | PICTURES)
    chrome = running.wait_chrome(title="last")
    assert (chrome["barText"], chrome["tabBar"]["items"][0]["badge"]) == ("white", "")
    told = [line.text for line in running.lines if ":fail" in line.text]
    wrong = "parameter error: parameter"
    assert told == [
        f"setNavigationBarTitle:fail {wrong}.title should be String instead of Undefined;",
        f"setNavigationBarTitle:fail {wrong}.title should be String instead of Number;",
        f"setNavigationBarColor:fail {wrong}.backgroundColor should be String instead of Undefined;",
        'setNavigationBarColor:fail invalid frontColor "#FFFFFF"',
        f"setTabBarBadge:fail {wrong}.index should be Number instead of Undefined;",
    ]


def test_titles_belong_to_their_page_and_back_brings_them_back(record: Record) -> None:
    script = "Page({ onLoad() { wx.setNavigationBarTitle({ title: 'first' }) }, onReady() { wx.navigateTo({ url: '/pages/two/two?a=1' }) } })"
    running = record(program(script))
    running.wait_chrome(path="pages/two/two", title="", depth=2, canGoBack=True, query={"a": "1"})
    running.view.link.tell("back")
    running.wait_chrome(path="pages/index/index", title="first", depth=1, canGoBack=False)
    running.view.link.tell("back")
    running.wait(lambda: running.exits == 1, "the first page's back leaves the program")


def test_a_page_may_ask_before_it_is_left(record: Record) -> None:
    script = "Page({ onReady() { wx.enableAlertBeforeUnload({ message: 'Really?' }) } })"
    answers = iter([False, True])
    running = record(
        program(script),
        {"showModal": lambda _: {"errMsg": "showModal:ok", "confirm": next(answers)}},
    )
    running.view.link.tell("back")
    running.wait(lambda: len(running.calls) == 1, "the first question")
    running.view.link.tell("back")
    running.wait(lambda: running.exits == 1, "the program left")
    assert running.calls == [("showModal", {"title": "", "content": "Really?"})] * 2


def test_theme_variables_follow_the_phone(record: Record) -> None:
    app = {
        "darkmode": True,
        "themeLocation": "theme.json",
        "window": {"navigationBarBackgroundColor": "@bar", "navigationBarTextStyle": "@text"},
    }
    theme = {
        "light": {"bar": "#ffffff", "text": "black"},
        "dark": {"bar": "#191919", "text": "white"},
    }
    running = record(program("Page({})", app) | {"theme.json": json.dumps(theme)})
    running.wait_chrome(barBackground="#ffffff", barText="black")
    running.view.link.emit("themeChange", {"theme": "dark"})
    running.wait_chrome(barBackground="#191919", barText="white")


def test_a_page_that_is_not_the_first_offers_the_way_home(record: Record) -> None:
    running = record(program("Page({ onReady() { wx.reLaunch({ url: '/pages/two/two' }) } })"))
    running.wait_chrome(path="pages/two/two", homeButton=True, depth=1)


def test_the_menu_asks_the_page_what_to_share(record: Record) -> None:
    script = "Page({ onShareAppMessage({ from }) { return { title: 'from ' + from } } })"
    running = record(program(script))
    running.view.link.tell("share")
    running.wait(lambda: any("from menu" in line.text for line in running.lines), "the shared card")


def test_open_types_ask_the_host_and_tell_the_button(record: Record) -> None:
    files = program(
        """Page({ settings({ detail }) { console.log('settings ' + JSON.stringify(detail)) },
          user({ detail }) { console.log('user ' + detail.userInfo.nickName) },
          phone({ detail }) { console.log('phone ' + detail.errMsg) },
          onShareAppMessage({ from, target }) { return { title: from + target.dataset.n } } })"""
    )
    files["index.wxml"] = (
        '<button id="settings" open-type="openSetting" bindopensetting="settings">s</button>'
        '<button id="user" open-type="getUserInfo" bindgetuserinfo="user">u</button>'
        '<button id="phone" open-type="getPhoneNumber" bindgetphonenumber="phone">p</button>'
        '<button id="share" open-type="share" data-n="7">x</button>'
    )
    setting = {"errMsg": "openSetting:ok", "authSetting": {"scope.userInfo": True}}
    user = {"errMsg": "getUserInfo:ok", "userInfo": {"nickName": "Lin"}}
    number = {"errMsg": "getPhoneNumber:fail user deny"}
    running = record(
        files,
        {
            "openSetting": lambda _: setting,
            "getUserInfo": lambda _: user,
            "getPhoneNumber": lambda _: number,
        },
    )
    for button in ("settings", "user", "phone", "share"):
        running.tap(f"#{button}")

    def said(text: str) -> bool:
        return any(text in line.text for line in running.lines)

    running.wait(lambda: said('"scope.userInfo":true'), "the setting")
    running.wait(lambda: said("user Lin"), "the user")
    running.wait(lambda: said("phone getPhoneNumber:fail user deny"), "the phone number")
    running.wait(lambda: said("button7"), "the shared card")


def test_compiled_templates_are_kept_for_the_next_start(record: Record) -> None:
    files = program("Page({})")
    first = record(files)
    first.wait(lambda: len(first.compiled) == 1, "templates handed to the host")
    second = record(files)
    assert second.compiled == []
    assert second.run("page.getElementById('go').textContent") == "go"


def test_a_batch_of_words_is_one_message(record: Record) -> None:
    script = (
        "Page({ onReady() { for (let n = 0; n < 3; n++) wx.getSetting({ n, success() {} }) } })"
    )
    running = record(program(script), {"getSetting": lambda _: {"errMsg": "getSetting:ok"}})
    running.wait(lambda: len(running.calls) == 3, "three calls")
    assert running.calls == [("getSetting", {"n": n}) for n in range(3)]
