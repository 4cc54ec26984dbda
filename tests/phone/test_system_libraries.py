"""What a person reads where a library of the system is missing: its name and its package."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from miniapp_host.phone.system_libraries import (
    QT_MODULES,
    debian_package,
    lacks_told,
    missing_libraries,
)
from tests.lacking_qt import LACKING, PACKAGE, lacking_module, lacking_platform
from tests.program_folder import write_program
from tests.shell_words import ROOT, run
from tests.test_house import MODULES, imports_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="libraries come with the desktop")

TOLD = (
    f"miniapp-host: Qt needs libraries that this machine lacks: {LACKING}. "
    f"On Debian: sudo apt-get install {PACKAGE}\n"
)
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
IN_THE_LAUNCHER = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import build
from miniapp_host.phone.qt_application import prepare_qt
prepare_qt()
app = QApplication([])
from miniapp_host.shell.home.program_menu import Verb
phone = build(Options(data_dir=Path(sys.argv[1])))
phone.window.show()
program_id = phone.memory.library.programs()[0].id
phone.launcher.{signal}.emit({argument})
print([one.text() for one in phone.window.findChildren(QWidget, "modalContent")])
phone.close()
"""


@pytest.mark.parametrize("module", ["QtCore", "QtGui", "QtWidgets", "QtSvg"])
@pytest.mark.parametrize("words", [(), ("check",)], ids=["phone", "check"])
def test_the_phone_names_the_library_and_its_package_in_one_line(
    tmp_path: Path, module: str, words: tuple[str, ...]
) -> None:
    folder = write_program(tmp_path / "program", {"index.wxml": "<view/>"})
    done = run(*words, str(folder), PYTHONPATH=str(lacking_module(tmp_path / "qt", module)))
    assert (done.stderr, done.returncode) == (TOLD, 2)


@pytest.mark.parametrize("module", ["QtNetwork", "QtWebChannel", "QtWebEngineCore"])
@pytest.mark.parametrize("words", [(), ("check",)], ids=["phone", "check"])
def test_so_it_is_for_what_only_programs_need(
    tmp_path: Path, module: str, words: tuple[str, ...]
) -> None:
    folder = write_program(tmp_path / "program", {"index.wxml": "<view/>"})
    data_dir = () if words else ("--data-dir", str(tmp_path / "data"))
    lacking = str(lacking_module(tmp_path / "qt", module))
    done = run(*words, *data_dir, str(folder), PYTHONPATH=lacking, **OFFSCREEN)
    assert (done.stderr, done.returncode) == (TOLD, 2)


@pytest.mark.parametrize("platform", ["xcb", "wayland"])
def test_a_platform_that_lacks_a_library_is_told_before_qt_aborts(
    tmp_path: Path, platform: str
) -> None:
    folder = str(lacking_platform(tmp_path / "qt", platform))
    wanted = {"QT_QPA_PLATFORM": platform, "QT_QPA_PLATFORM_PLUGIN_PATH": folder}
    desktop = {"XDG_RUNTIME_DIR": str(tmp_path)}  # libwayland says itself where there is none
    done = run("--data-dir", str(tmp_path / "data"), **wanted, **desktop)
    assert (LACKING in done.stderr, done.stderr.count("\n"), done.returncode) == (True, 1, 2)


def test_qt_aborts_no_more_where_there_is_no_screen(tmp_path: Path) -> None:
    done = run("--data-dir", str(tmp_path / "data"), QT_QPA_PLATFORM="xcb")
    assert (done.stderr.count("\n"), done.returncode) == (1, 2)
    assert "DISPLAY" in done.stderr or "lacks" in done.stderr


@pytest.mark.parametrize(
    ("module", "signal", "argument"),
    [
        ("QtWebEngineCore", "program_chosen", "program_id"),
        ("QtWebEngineCore", "folder_chosen", "Path('resources/programs/hello')"),
        ("QtNetwork", "wished", "program_id, Verb.DELETE"),
    ],
)
def test_the_launcher_tells_what_its_programs_lack(
    tmp_path: Path, module: str, signal: str, argument: str
) -> None:
    script = IN_THE_LAUNCHER.format(signal=signal, argument=argument)
    lacking = {"PYTHONPATH": str(lacking_module(tmp_path / "qt", module))}
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "data")],
        cwd=ROOT,
        env=os.environ | OFFSCREEN | lacking,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert TOLD.removeprefix("miniapp-host: ").strip() in done.stdout, done.stderr


@pytest.mark.parametrize(
    "error",
    [
        ModuleNotFoundError("No module named 'appdirs'"),
        ImportError("libQt6Core.so.6: cannot open shared object file: No such file or directory"),
    ],
)
def test_where_no_system_library_is_missing_the_error_is_left_as_it_is(
    monkeypatch: pytest.MonkeyPatch, error: ImportError
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    with pytest.raises(ImportError, match=str(error)), lacks_told():
        raise error


def test_every_part_of_qt_that_the_phone_uses_is_looked_at() -> None:
    used = {name for module in MODULES for name in imports_of(module) if "PySide6." in name}
    assert {name.removeprefix("PySide6.") for name in used} <= set(QT_MODULES)


def test_this_machine_lacks_nothing_that_its_own_platform_needs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert missing_libraries() == []


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libXfixes.so.3", "libxfixes3"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-dri3.so.0", "libxcb-dri3-0"),
        ("libwayland-cursor.so.0", "libwayland-cursor0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libEGL.so.1", "libegl1"),
        ("libstdc++.so.6", "libstdc++6"),
        ("libnss3.so", "libnss3"),
        ("libsmime3.so", "libnss3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_a_library_leads_to_its_package(library: str, package: str) -> None:
    assert debian_package(library) == package
