"""What each open panel costs the phone while a program makes 100,000 calls in one loop.

The phone's longest gap is measured with the inspector closed and with one panel open, alternating:
how much longer it is with the panel, as the median of some rounds. Of Pending the gap holds the
answer too, which all calls hear that may wait; the others fail at once.
"""

import statistics
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QTimer

from miniapp_host.api.calls.dispatcher import MOST_WAITING
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.permissions.prompts import Answer, Prompt
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from miniapp_host.phone.program import OpenProgram
from miniapp_host.phone.running import set_start_aside
from tests.benchmarks.inspector import (
    MOST_EXTRA_GAP_MS,
    MOST_GROWTH_MB,
    PATIENCE_MS,
    Heartbeat,
    megabytes,
    settle,
)
from tests.benchmarks.measure import Figure
from tests.benchmarks.processes import fresh_folder
from tests.benchmarks.running import wait_for
from tests.benchmarks.shown_phone import shown_phone
from tests.program_folder import write_program

CALLS = 100_000
ROUNDS = 3
WARM_UPS = 4
"""Bursts that do not count: until then the allocator takes more at each, whether open or not."""
CHECK_MS = 5

PROGRAM = {
    "index.wxml": "<view>burst</view>",
    "index.js": """
const DEEDS = {
  calls: (n, done) => wx.getStorage({key: 'k' + n, complete: done}),
  console: (n, done) => (console.log('row', {n, name: 'row ' + n, tags: [n, n + 1]}), done()),
  network: (n, done) => wx.request({url: 'https://burst.test/' + n, complete: done}),
  permissions: (n, done) => wx.getLocation({complete: done}),
  pending: (n, done) => wx.getLocation({complete: done}),
}
Page({
  onLoad() { wx.onThemeChange(({theme}) => this.burst(...theme.split(' '))) },
  burst(deed, times) {
    let left = Number(times)
    const done = () => {
      if (--left === MOST_WAITING) console.log('only those that wait are left')
      if (!left) console.log('burst is over')
    }
    for (let n = Number(times); n; n--) DEEDS[deed](n, done)
  },
})""".replace("MOST_WAITING", str(MOST_WAITING)),
}


@dataclass(frozen=True)
class Burst:
    """What the program does, and which state of the location it needs."""

    panel: str
    location: Decision = Decision.UNDECIDED


BURSTS = (
    Burst("calls"),
    Burst("console"),
    Burst("network"),
    Burst("permissions", Decision.DENIED),
    Burst("pending"),
)


class Silent:
    """A person who does not answer."""

    def ask(self, prompt: Prompt, on_answer: Callable[[Answer], None]) -> None:
        """Leaves the question open."""

    def withdraw(self, prompt: Prompt) -> None:
        """Nothing is shown."""


def measure_bursts(calls: int = CALLS, rounds: int = ROUNDS) -> list[Figure]:
    """Needs the built runtime; takes some minutes."""
    figures: list[Figure] = []
    for burst in BURSTS:
        figures += _measured(burst, calls, rounds)
    return figures


def _measured(burst: Burst, calls: int, rounds: int) -> list[Figure]:
    fixtures = fresh_folder() / "fixtures.json"
    fixtures.write_text('[{"url": "https://burst.test/*", "data": "yes"}]', "utf-8")
    with shown_phone(Options(fixtures=fixtures, prompter=Silent())) as phone:
        set_start_aside(phone)
        return _figures(phone, burst, calls, rounds)


def _figures(phone: Phone, burst: Burst, calls: int, rounds: int) -> list[Figure]:
    program = phone.open_folder(write_program(fresh_folder() / "burst", PROGRAM))
    wait_for(program.page_shown)
    if burst.location is not Decision.UNDECIDED:
        phone.store.decide(program.subject, "scope.userLocation", burst.location, Actor.COMMAND)
    beat = Heartbeat()
    phone.tools.workbench.show_panel(burst.panel)
    for _ in range(WARM_UPS):
        _flood(phone, program, burst, calls)
    before = megabytes()
    pairs = [_pair(phone, program, beat, burst, calls) for _ in range(rounds)]
    extra = statistics.median(opened - closed for closed, opened in pairs)
    grown = max(0.0, megabytes() - before)
    return [
        Figure(f"burst_{burst.panel}", max(0.0, extra), MOST_EXTRA_GAP_MS, 1.0, "ms"),
        Figure(f"burst_{burst.panel}_mem", grown, MOST_GROWTH_MB, 1.0, "MB"),
    ]


def _pair(
    phone: Phone, program: OpenProgram, beat: Heartbeat, burst: Burst, calls: int
) -> tuple[float, float]:
    """The longest gap with the inspector closed, and with it open."""
    phone.tools.workbench.place.close()
    settle()
    closed = _gap(phone, program, beat, burst, calls)
    phone.tools.workbench.show_panel(burst.panel)
    settle()
    opened = _gap(phone, program, beat, burst, calls)
    return closed, opened


def _gap(phone: Phone, program: OpenProgram, beat: Heartbeat, burst: Burst, calls: int) -> float:
    beat.start()
    _flood(phone, program, burst, calls)
    settle()  # what a panel still has to show belongs to the burst
    return beat.stop()


def _answer(broker: Broker, calls: int, said: str) -> None:
    """Dismisses the question once all the calls wait that may, and the others have failed."""
    all_came = calls <= MOST_WAITING or said == "only those that wait are left"
    for question in broker.questions if all_came else ():
        if question.calls == min(calls, MOST_WAITING):
            broker.answer(question.prompt, Answer.DISMISS, Actor.PROMPT)


def _flood(phone: Phone, program: OpenProgram, burst: Burst, calls: int) -> None:
    """Lets the page do its deed that often, and waits until it says that it is over."""
    console = program.screen.console
    console.clear()
    loop = QEventLoop()

    def look() -> None:
        said = console.entries[-1].text if console.entries else ""
        _answer(phone.programs.parts.broker, calls, said)
        if said == "burst is over":
            loop.quit()

    timer = QTimer(interval=CHECK_MS)
    timer.timeout.connect(look)
    timer.start()
    QTimer.singleShot(
        0, lambda: program.session.emit("themeChange", {"theme": f"{burst.panel} {calls}"})
    )
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()
    timer.stop()
