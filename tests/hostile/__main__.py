"""`python -m tests.hostile [NAME…]`: each attack in full, with what it costs the phone.

The longest gap is of the phone's own thread, in milliseconds of its processor time.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone, build, prepare_qt
from miniapp_host.phone.program import OpenProgram
from tests.benchmarks.inspector import Heartbeat, megabytes
from tests.benchmarks.processes import fresh_folder
from tests.hostile.programs import ATTACKS, write_attack, write_victim

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


def measured(name: str) -> bool:
    """Print one line; whether it is within the bounds."""
    phone = build(Options(data_dir=fresh_folder()), guard_ms=0)
    phone.window.show()
    opened(phone, write_victim(fresh_folder()))
    attack = ATTACKS[name]
    heart, before = Heartbeat(), megabytes()
    program = opened(phone, write_attack(fresh_folder(), attack, attack.times))
    heart.start()
    run_for(WATCHED_MS)
    gap, more = heart.stop(), megabytes() - before
    start = time.perf_counter()
    phone.close_program(program.id)
    leaving = (time.perf_counter() - start) * 1000
    phone.close()
    fine = gap <= MOST_GAP_MS and more <= MOST_MEGABYTES and leaving <= MOST_EXIT_MS
    told = "pass" if fine else "FAIL"
    print(
        f"{name:24} {told}  gap {gap:4.0f} ms  +{more:4.0f} MB  exit {leaving:4.0f} ms", flush=True
    )
    return fine


def main() -> int:
    prepare_qt()
    app = QApplication([])
    results = [measured(name) for name in sys.argv[1:] or ATTACKS]
    app.processEvents()
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
