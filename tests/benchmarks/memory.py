"""Private memory of all processes: the phone alone, and what one open program adds."""

import subprocess
from pathlib import Path

from tests.benchmarks.measure import Figure, compare
from tests.benchmarks.processes import BARE_WINDOW, PHONE, ROOT, fresh_folder, run_script

SETTLE_MS = 3000
SAY_WHEN_SETTLED = f"""
from PySide6.QtCore import QTimer
window.show()
QTimer.singleShot({SETTLE_MS}, lambda: print('settled', flush=True))
QTimer.singleShot(60_000, app.quit)
app.exec()
"""
OPEN_NEARBY = f"""
program = phone.open_folder(Path({str(ROOT / "resources/programs/nearby")!r}))
"""
OPEN_BARE_VIEW = """
from PySide6.QtWebEngineWidgets import QWebEngineView
view = QWebEngineView()
window.setCentralWidget(view)
view.setHtml('<!doctype html><title>bare</title><p>A static page</p>')
"""
SHARE_CONTEXTS = """
from PySide6.QtCore import QCoreApplication, Qt
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
"""


def measure_memory() -> list[Figure]:
    folder = fresh_folder()
    return [
        compare(
            "memory_idle",
            ours=lambda: _megabytes(PHONE, folder),
            bare=lambda: _megabytes(BARE_WINDOW, folder),
            goal=1.3,
            unit="MB",
            runs=3,
        ),
        compare(
            "memory_program",
            ours=lambda: _megabytes(PHONE + OPEN_NEARBY, folder) - _megabytes(PHONE, folder),
            bare=lambda: (
                _megabytes(SHARE_CONTEXTS + BARE_WINDOW + OPEN_BARE_VIEW, folder)
                - _megabytes(BARE_WINDOW, folder)
            ),
            goal=1.5,
            unit="MB",
            runs=3,
        ),
    ]


def _megabytes(setup: str, data_dir: Path) -> float:
    """Private memory of the process that runs `setup` and of its children, once settled."""
    process = run_script(setup + SAY_WHEN_SETTLED, str(data_dir))
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "settled"
    total = sum(_private_kilobytes(pid) for pid in _family(process.pid))
    process.kill()
    process.wait()
    return total / 1024


def _family(pid: int) -> list[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    children = [int(word) for word in listed.stdout.split()]
    return [pid, *(member for child in children for member in _family(child))]


def _private_kilobytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))
