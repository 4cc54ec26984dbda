"""`python -m tests.hostile [NAME…]`: each attack in full, with what it costs a phone of its own.

The longest gap is of the phone's own thread, in milliseconds of its processor time. The exit, from
the click until the launcher is seen, is told by the clock, less what other programs of the machine
kept the thread from a processor (queued), and how much of that the thread worked; so is how long
the phone stands still afterwards, when Chromium ends what was left.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from miniapp_host.phone.phone import Phone
from miniapp_host.phone.program import OpenProgram
from miniapp_host.phone.running import set_start_aside
from miniapp_host.phone.terminal import silence_engines
from tests.benchmarks.inspector import Heartbeat, megabytes
from tests.benchmarks.processes import fresh_folder
from tests.benchmarks.shown_phone import shown_phone
from tests.hostile.leaving import leave
from tests.hostile.programs import ATTACKS, write_attack, write_victim
from tests.hostile.web_pages import WEB_ATTACKS, web_page, write_web_program
from tests.web_server import serving

WATCHED_MS = 10_000
MOST_GAP_MS, MOST_MEGABYTES, MOST_EXIT_MS = 100, 300, 200


def run_for(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def opened(phone: Phone, folder: Path) -> OpenProgram:
    program = phone.open_folder(folder)
    loop = QEventLoop()
    program.page_shown.connect(loop.quit)
    QTimer.singleShot(30_000, loop.quit)
    loop.exec()
    return program


@contextmanager
def attacker(name: str) -> Iterator[Path]:
    """The folder of the program that attacks; its page of the web is served meanwhile."""
    if name in ATTACKS:
        yield write_attack(fresh_folder(), ATTACKS[name])
        return
    attack = WEB_ATTACKS[name]
    with serving(web_page(attack, attack.times)) as web:
        yield write_web_program(fresh_folder(), web.url)


def measured(name: str) -> bool:
    """Print one line; whether it is within the bounds."""
    with shown_phone() as phone:
        set_start_aside(phone)
        opened(phone, write_victim(fresh_folder()))
        heart, before = Heartbeat(), megabytes()
        with attacker(name) as folder:
            program = opened(phone, folder)
            heart.start()
            run_for(WATCHED_MS)
        gap, more = heart.stop(), megabytes() - before
        left = leave(phone, program)
    exit_ms = max(left.work, left.seen - left.queued)
    fine = gap <= MOST_GAP_MS and more <= MOST_MEGABYTES and exit_ms <= MOST_EXIT_MS
    told = "pass" if fine else "FAIL"
    print(
        f"{name:26} {told}  gap {gap:4.0f} ms  {more:+5.0f} MB"
        f"  exit {exit_ms:4.0f} ms ({left.work:.0f} of work, +{left.queued:.0f} queued)"
        f"  then {left.then:4.0f} ms ({left.then_work:.0f} of work)",
        flush=True,
    )
    return fine


def main(names: list[str]) -> int:
    if len(names) == 1:
        silence_engines()
        fine = measured(names[0])
        QApplication.processEvents()
        return 0 if fine else 1
    alone = [sys.executable, "-m", "tests.hostile"]
    codes = [subprocess.call([*alone, name]) for name in names or [*ATTACKS, *WEB_ATTACKS]]
    return 1 if any(codes) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
