"""A program that makes the calls a story is about, and shows every answer it hears, in order.

Its page has one button per call and a list `#heard`: a line is an errMsg, with errno if there is
one, or whatever the call says by itself with `say(text)`.
"""

from collections.abc import Mapping

from miniapp_host.devices.conditions import Preset
from miniapp_host.phone.phone import Phone
from miniapp_host.testing.miniapp import MiniApp

TELLING = """
const lines = []
let show = () => {}
const say = (line) => { lines.push(line); show() }
const line = ({ errMsg, errno }) => errno === undefined ? errMsg : `${errMsg} ${errno}`
module.exports = {
  say,
  told: { success: (result) => say(line(result)), fail: (result) => say(line(result)) },
  line,
  watch(page) { show = () => page.setData({ heard: [...lines] }); show() },
}
"""

SETTINGS = "wx.getSetting({ success: (result) => say(JSON.stringify(result.authSetting)) })"

UNTIL_TOLD = "await new Promise((told) => wx.onNetworkStatusChange(told));"
"""In a call: what follows it is done at the test's `goes_on(phone)`, however slow the machine is."""

_BEGIN = "const { say, told, line, watch } = require('/telling')\n"


def asking_program(
    calls: Mapping[str, str] | None = None,
    *,
    on_load: str = "",
    app: str = "App({})",
    files: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """`calls`: a button's id -> what a tap on it runs; `app`: app.js; all know `say` and `told`."""
    methods = "".join(
        f"  async {name}() {{ {script} }},\n" for name, script in (calls or {}).items()
    )
    page = (
        f"Page({{\n  data: {{ heard: [] }},\n  onLoad() {{ watch(this); {on_load} }},\n{methods}}})"
    )
    return {
        "telling.js": TELLING,
        "app.js": _BEGIN + app,
        "index.js": _BEGIN + page,
        "index.wxml": _page(list(calls or ())),
        **(files or {}),
    }


def goes_on(phone: Phone) -> None:
    """Lets the program do what stands after its `UNTIL_TOLD`."""
    phone.memory.conditions.set(Preset.SLOW_4G.value)


def heard(page: MiniApp) -> list[str]:
    """The lines that the program has heard so far; none before its page is there."""
    return page.texts_of(".heard")


def wait_heard(page: MiniApp, *lines: str) -> None:
    """Until the program has heard exactly these lines."""
    page.wait(lambda: heard(page) == list(lines), f"the program to hear {list(lines)}")


def _page(names: list[str]) -> str:
    buttons = "".join(f'<button id="{name}" bindtap="{name}">{name}</button>' for name in names)
    line = '<view class="heard" wx:for="{{heard}}" wx:key="index">{{item}}</view>'
    return f'{buttons}<view id="heard">{line}</view>'
