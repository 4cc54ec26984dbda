"""What a person's terminal shows while a program runs: nothing of the engines unless wanted."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from miniapp_host.phone.terminal import silence_engines
from miniapp_host.web.chromium import FLAGS_VARIABLE
from tests.program_folder import write_program
from tests.shell_words import ROOT, bare_environment, run
from tests.web_server import Web, serving

NO_BUS = {
    "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nonexistent/bus",
    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus",
}
"""Chromium looks for the desktop's buses and says that there are none."""
OF_CHROMIUM = "Failed to connect to the bus"
ROOT_NOTE = "miniapp-host: Running as root, so Chromium’s sandbox is off.\n"
OURS = ROOT_NOTE if os.geteuid() == 0 else ""
ASKS = "Page({ onReady() { wx.request({ url: 'URL' }) } })"
FAILS_WITHIN_QT = """
from miniapp_host.phone.terminal import silence_engines
silence_engines()
from PySide6.QtCore import QCoreApplication, QTimer, qWarning
app = QCoreApplication([])
def fail():
    QTimer.singleShot(0, app.quit)
    qWarning("what Qt warns of")
    raise RuntimeError("what Python says")
QTimer.singleShot(0, fail)
app.exec()
"""


def said_while_open(web: Web, folder: Path, *words: str) -> str:
    """Standard error of a phone whose program is open and has asked `web` for something."""
    program = write_program(
        folder / "program", {"index.wxml": "<view/>", "index.js": ASKS.replace("URL", web.url)}
    )
    command = [sys.executable, "-m", "miniapp_host", "--data-dir", str(folder / "data"), *words]
    with subprocess.Popen(
        [*command, str(program)],
        cwd=ROOT,
        env=bare_environment() | NO_BUS | {"QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
    ) as phone:
        while not web.asked and phone.poll() is None:
            with suppress(subprocess.TimeoutExpired):
                phone.wait(0.1)
        phone.terminate()
        return phone.communicate()[1]


def test_a_program_runs_without_a_word_of_chromium(tmp_path: Path) -> None:
    with serving({}) as web:
        assert said_while_open(web, tmp_path) == OURS
        assert web.asked


def test_verbose_shows_what_chromium_says(tmp_path: Path) -> None:
    with serving({}) as web:
        assert OF_CHROMIUM in said_while_open(web, tmp_path, "--verbose")


@pytest.mark.parametrize(("words", "is_told"), [((), False), (("--verbose",), True)])
def test_so_does_a_check(tmp_path: Path, words: tuple[str, ...], is_told: bool) -> None:
    program = write_program(tmp_path / "program", {"index.wxml": "<view/>"})
    done = run("check", str(program), *words, **NO_BUS)
    assert (OF_CHROMIUM in done.stderr, done.returncode) == (is_told, 0)
    assert is_told or done.stderr == OURS


def test_tracebacks_are_always_shown() -> None:
    said = subprocess.run(
        [sys.executable, "-c", FAILS_WITHIN_QT],
        cwd=ROOT,
        env=bare_environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    ).stderr
    assert "RuntimeError: what Python says" in said
    assert "what Qt warns of" not in said


def test_what_the_person_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_LOGGING_RULES", "qt.qpa.*=true")
    monkeypatch.setenv(FLAGS_VARIABLE, "--enable-logging --v=1")
    for name in ("EGL_LOG_LEVEL", "LIBGL_DEBUG"):
        monkeypatch.setenv(name, "debug")
    silence_engines()
    assert os.environ["QT_LOGGING_RULES"] == "qt.qpa.*=true"
    assert os.environ[FLAGS_VARIABLE] == "--enable-logging --v=1"
    assert os.environ["LIBGL_DEBUG"] == "debug"
