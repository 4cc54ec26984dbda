"""`python resources/desktop/bundle.py [--out FOLDER]`: the phone as a folder that needs no Python.

It is made for the system that it is made on, by PyInstaller (`pip install '.[bundle]'`). On Linux
the folder is packed, too: unpack the archive where it shall stay and run
`miniapp-host/miniapp-host install-desktop`.
"""

import argparse
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PyInstaller.__main__ import run as run_pyinstaller

from miniapp_host import __file__ as package
from miniapp_host import __version__, paths
from miniapp_host.desktop.pictures import icns, ico

NAME = paths.APP_NAME
UNNEEDED = ("miniapp_host.testing", "pytest", "_pytest", "pytestqt", "tkinter", "IPython", "numpy")

ON_EVERY_SYSTEM = ("libgcc_s.", "libstdc++.", "libz.")


def main() -> int:
    """Make the folder and, on Linux, the archive; print where they are."""
    parser = argparse.ArgumentParser(description="Makes the phone a folder that needs no Python.")
    parser.add_argument("--out", type=Path, metavar="FOLDER", default=Path("dist"))
    made = parser.parse_args().out.resolve() / NAME
    with tempfile.TemporaryDirectory() as work:
        run_pyinstaller(list(_words(made.parent, Path(work))))
    if sys.platform == "linux":
        _leave_to_the_system(made / "_internal")
        print(f"archive: {_packed(made)}")
    print(f"bundle: {made}")
    return 0


def _words(out: Path, work: Path) -> Iterator[str]:
    """What PyInstaller is told."""
    yield from ("--noconfirm", "--clean", "--log-level", "WARN", "--name", NAME)
    yield from ("--distpath", str(out), "--workpath", str(work), "--specpath", str(work))
    yield from _looks(work)
    hooks = Path(__file__).with_name("hooks")
    yield from ("--additional-hooks-dir", str(hooks))
    if sys.platform == "linux":
        yield from ("--runtime-hook", str(hooks / "others_libraries.py"))
    for source, there in _data():
        yield from ("--add-data", f"{source}:{there}")
    yield from ("--collect-data", "miniapp_host")
    yield from ("--collect-submodules", "miniapp_host")
    for module in UNNEEDED:
        yield from ("--exclude-module", module)
    yield str(Path(package).with_name("__main__.py"))


def _looks(work: Path) -> Iterator[str]:
    """The icon in the program, and no terminal beside it, where a system has such things."""
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


def _leave_to_the_system(folder: Path) -> None:
    """Remove the system's libraries that not Python needs, but Qt: README names their packages.

    They would hide the system's own from its OpenGL drivers, which a newer system has built for
    newer ones: then nothing can be drawn.
    """
    pythons = [*folder.glob("libpython*"), *folder.glob("python3*/lib-dynload/*.so")]
    pythons += [*folder.glob("_cffi*.so"), *folder.glob("cryptography/**/*.so")]
    needed = {name for file in pythons for name in _libraries(file)}
    for file in folder.glob("lib*.so*"):
        everywhere = file.name.startswith(ON_EVERY_SYSTEM)
        if not file.is_symlink() and (everywhere or file.name not in needed):
            file.unlink()


def _libraries(file: Path) -> set[str]:
    """The names of the libraries that `file` needs, those of its libraries among them, and its."""
    said = subprocess.run(["ldd", file], capture_output=True, text=True, check=True).stdout
    return {file.name, *(line.split()[0] for line in said.splitlines())}


def _packed(folder: Path) -> Path:
    """The folder as an archive that is named after version and machine."""
    name = f"{NAME}-{__version__}-linux-{platform.machine()}"
    target = folder.parent / name
    return Path(shutil.make_archive(str(target), "gztar", folder.parent, folder.name))


if __name__ == "__main__":
    sys.exit(main())
