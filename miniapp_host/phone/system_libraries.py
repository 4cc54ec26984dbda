"""Finds the system libraries that Qt needs and this machine lacks, and their Debian packages.

They are looked for only after something failed: a start that succeeds pays nothing.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from miniapp_host.programs.open_error import OpenError
from miniapp_host.texts import Sentence

QT_MODULES = (
    "QtCore",
    "QtGui",
    "QtWidgets",
    "QtSvg",
    "QtTest",
    "QtNetwork",
    "QtWebSockets",
    "QtWebChannel",
    "QtWebEngineCore",
    "QtWebEngineWidgets",
)
"""The modules of Qt that the phone uses, and `testing/`, which drives it."""
_QTS_OWN = ("libQt6", "libpyside6", "libshiboken6")
_SONAME = re.compile(r"(?P<name>lib\S+?)\.so(?:\.(?P<version>\d+)[.\d]*)?")
_PACKAGES = {
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libnssutil3.so": "libnss3",
    "libplc4.so": "libnspr4",
    "libplds4.so": "libnspr4",
    "libsmime3.so": "libnss3",
    "libz.so.1": "zlib1g",
}
"""Packages that are not named after their library by Debian's rule."""


@contextmanager
def lacks_told() -> Iterator[None]:
    """Turn an ImportError inside that comes from a missing system library into an OpenError."""
    try:
        yield
    except ImportError as error:
        libraries = [*_named_in(str(error)), *missing_libraries()]
        if not libraries:
            raise
        raise _lack_of(libraries) from error


def lack_of_screen() -> OpenError:
    """What to tell the person when Qt could start none of its platforms."""
    libraries = missing_libraries()
    if libraries:
        return _lack_of(libraries)
    return OpenError(
        Sentence(
            "Qt finds no screen: neither an X server (DISPLAY) nor a Wayland compositor "
            "(WAYLAND_DISPLAY) answers."
        )
    )


def missing_libraries() -> list[str]:
    """The names of all system libraries that the phone's parts of Qt need and don't find."""
    spec = find_spec("PySide6")
    found: list[str] = []
    for folder in map(Path, (spec and spec.submodule_search_locations) or ()):
        files = [folder / f"{name}.abi3.so" for name in QT_MODULES] + list(_platforms(folder))
        found += [name for file in files for name in _not_found(file)]
    return [name for name in dict.fromkeys(found) if not name.startswith(_QTS_OWN)]


def debian_package(library: str) -> str:
    """The package by Debian's rule for libraries: `libXtst.so.6` is in `libxtst6`."""
    parts = _SONAME.fullmatch(library)
    if library in _PACKAGES or parts is None:
        return _PACKAGES.get(library, library)
    name, version = parts["name"].lower().replace("_", "-"), parts["version"] or ""
    return f"{name}-{version}" if version and name[-1].isdigit() else name + version


def _named_in(error: str) -> list[str]:
    """The library that the message names; the linker names one, shiboken may name none."""
    failed = _SONAME.match(error)
    return [failed[0]] if failed and not failed[0].startswith(_QTS_OWN) else []


def _lack_of(libraries: list[str]) -> OpenError:
    names = dict.fromkeys(libraries)
    packages = dict.fromkeys(map(debian_package, names))
    return OpenError(
        Sentence(
            "Qt needs libraries that this machine lacks: {libraries}. "
            "On Debian: sudo apt-get install {packages}",
            libraries=", ".join(names),
            packages=" ".join(packages),
        )
    )


def _platforms(pyside: Path) -> Iterator[Path]:
    """The plugins with which Qt would open a screen here."""
    folders = [
        Path(os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH", "")),
        pyside / "Qt/plugins/platforms",
    ]
    wanted = os.environ.get("QT_QPA_PLATFORM") or _usual_platforms()
    for name in wanted.split(";"):
        plugins = (folder / f"libq{name.partition(':')[0]}.so" for folder in folders)
        yield from [one for one in plugins if one.is_file()][:1]


def _usual_platforms() -> str:
    return "wayland;xcb" if "WAYLAND_DISPLAY" in os.environ else "xcb"


def _not_found(file: Path) -> Iterator[str]:
    """The libraries that `ldd` does not find; none on a system without `ldd`."""
    import subprocess  # here, because a start that succeeds needs none

    try:
        said = subprocess.run(["ldd", str(file)], capture_output=True, text=True, check=False)
    except OSError:
        return
    for line in said.stdout.splitlines():
        name, arrow, where = line.strip().partition(" => ")
        if arrow and where.startswith("not found"):
            yield name
