"""What the open inspector costs the phone while a program makes 100,000 calls.

Gap: how much longer the phone's thread works at most without a look at its event loop than with the
inspector closed, as the median of ten rounds of each. Memory: what the process grows by meanwhile.
"""

import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer

from miniapp_host.phone.phone import Phone
from miniapp_host.phone.program import OpenProgram
from miniapp_host.phone.running import set_start_aside
from tests.benchmarks.measure import Figure
from tests.benchmarks.processes import fresh_folder
from tests.benchmarks.running import wait_for
from tests.benchmarks.shown_phone import shown_phone
from tests.program_folder import write_program

CALLS = 100_000
ROUNDS = 10
IN_FLIGHT = 50
MOST_EXTRA_GAP_MS = 50
MOST_GROWTH_MB = 20
PATIENCE_MS = 600_000
SETTLE_MS = 500

PROGRAM = {
    "index.wxml": "<view>flood</view>",
    "index.js": """
Page({
  onLoad() { wx.onThemeChange(({theme}) => this.flood(Number(theme))) },
  flood(calls) {
    let left = calls, open = 0
    const next = () => {
      if (open === 0 && left <= 0) return console.log('flooded')
      while (left > 0 && open < IN_FLIGHT_COUNT) {
        left--, open++
        wx.getStorage({key: 'k' + left, complete: () => { open--; next() }})
      }
    }
    next()
  },
})""".replace("IN_FLIGHT_COUNT", str(IN_FLIGHT)),
}


class Heartbeat(QObject):
    """Ticks as often as the event loop lets it.

    `longest` is the most that passed between two ticks by `clock`, in milliseconds. Usually that is
    the processor time of the phone's thread: how long others kept it waiting does not count.
    """

    def __init__(self, clock: Callable[[], float] = time.thread_time) -> None:
        super().__init__()
        self._clock = clock
        self.longest = 0.0
        self._last = 0.0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.longest = 0.0
        self._last = self._clock()
        self._timer.start()

    def stop(self) -> float:
        self._timer.stop()
        return self.longest

    def _beat(self) -> None:
        now = self._clock()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def measure_inspector(calls: int = CALLS) -> list[Figure]:
    """Needs the built runtime; takes some minutes."""
    with shown_phone() as phone:
        set_start_aside(phone)
        return _figures(phone, calls)


def _figures(phone: Phone, calls: int) -> list[Figure]:
    """Takes turns, so that what else the machine does meets both alike."""
    program = phone.open_folder(write_program(fresh_folder() / "flood", PROGRAM))
    wait_for(program.page_shown)
    beat = Heartbeat()
    phone.tools.workbench.show_panel("calls")
    _flood(program, calls // ROUNDS)  # fills the table; what is made at first counts for neither
    before = megabytes()
    pairs = [_pair(phone, program, beat, calls // ROUNDS) for _ in range(ROUNDS)]
    grown = max(0.0, megabytes() - before)
    closed, opened = (statistics.median(gaps) for gaps in zip(*pairs, strict=True))
    return [
        Figure("inspector_gap", max(0.0, opened - closed), MOST_EXTRA_GAP_MS, 1.0, "ms"),
        Figure("inspector_memory", grown, MOST_GROWTH_MB, 1.0, "MB"),
    ]


def _pair(phone: Phone, program: OpenProgram, beat: Heartbeat, calls: int) -> tuple[float, float]:
    """The longest gap with the inspector closed, and with it open."""
    phone.tools.workbench.place.close()
    settle()
    closed = _longest_gap(beat, program, calls)
    phone.tools.workbench.show_panel("calls")
    settle()
    return closed, _longest_gap(beat, program, calls)


def settle() -> None:
    """Lets what was opened or closed be laid out and painted."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def _longest_gap(beat: Heartbeat, program: OpenProgram, calls: int) -> float:
    beat.start()
    _flood(program, calls)
    return beat.stop()


def _flood(program: OpenProgram, calls: int) -> None:
    """Lets the page make that many calls, and waits for the last answer."""
    console = program.screen.console
    console.clear()
    QTimer.singleShot(0, lambda: program.session.emit("themeChange", {"theme": str(calls)}))
    wait_for(console.rowsInserted, PATIENCE_MS)


def megabytes() -> float:
    """What the phone's own process has in memory now; its most if the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 1024 / 1024
