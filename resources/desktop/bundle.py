"""`python resources/desktop/bundle.py [--out FOLDER]`: the phone as a folder that needs no Python.

It is made for the system that it is made on, by PyInstaller (`pip install '.[bundle]'`). On Linux
the folder is packed, too: unpack the archive where it shall stay and run
`miniapp-host/miniapp-host install-desktop`.
"""

import argparse
import platform
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from PyInstaller.__main__ import run as run_pyinstaller

from miniapp_host import __file__ as package
from miniapp_host import __version__, paths
from miniapp_host.desktop.pictures import icns, ico

NAME = paths.APP_NAME
UNNEEDED = ("miniapp_host.testing", "pytest", "_pytest", "pytestqt", "tkinter", "IPython", "numpy")


def main() -> int:
    """Make the folder and, on Linux, the archive; print where they are."""
    parser = argparse.ArgumentParser(description="Makes the phone a folder that needs no Python.")
    parser.add_argument("--out", type=Path, metavar="FOLDER", default=Path("dist"))
    out = parser.parse_args().out.resolve()
    run_pyinstaller(list(_words(out)))
    made = out / NAME
    print(f"bundle: {made}")
    if sys.platform == "linux":
        print(f"archive: {_packed(made)}")
    return 0


def _words(out: Path) -> Iterator[str]:
    """What PyInstaller is told."""
    yield from ("--noconfirm", "--clean", "--log-level", "WARN", "--name", NAME)
    yield from ("--distpath", str(out), "--workpath", str(out / "work"), "--specpath", str(out))
    yield from _looks(out / "work")
    yield from ("--additional-hooks-dir", str(Path(__file__).with_name("hooks")))
    for source, there in _data():
        yield from ("--add-data", f"{source}:{there}")
    yield from ("--collect-data", "miniapp_host")
    yield from ("--collect-submodules", "miniapp_host")
    for module in UNNEEDED:
        yield from ("--exclude-module", module)
    yield str(Path(package).with_name("__main__.py"))


def _looks(work: Path) -> Iterator[str]:
    """The icon in the program, and no terminal beside it, where a system has such things."""
    work.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        work.joinpath("icon.ico").write_bytes(ico())
        yield from ("--icon", str(work / "icon.ico"), "--hide-console", "hide-early")
    elif sys.platform == "darwin":
        work.joinpath("icon.icns").write_bytes(icns())
        yield from ("--icon", str(work / "icon.icns"), "--windowed")


def _data() -> Iterator[tuple[Path, str]]:
    """Folders beside the modules, and where the modules look for them."""
    yield paths.runtime_dir(), "miniapp_host/_runtime"
    for folder in sorted(paths.resources().iterdir()):
        if folder.is_dir() and folder.name != "runtime":
            yield folder, f"miniapp_host/resources/{folder.name}"


def _packed(folder: Path) -> Path:
    """The folder as an archive that is named after version and machine."""
    name = f"{NAME}-{__version__}-linux-{platform.machine()}"
    target = folder.parent / name
    return Path(shutil.make_archive(str(target), "gztar", folder.parent, folder.name))


if __name__ == "__main__":
    sys.exit(main())
