"""Which program starts this phone, whatever it was installed from."""

import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from miniapp_host import paths
from miniapp_host.desktop.desktop_error import DesktopError
from miniapp_host.texts import Sentence

NAME = "miniapp-host-desktop.exe" if sys.platform == "win32" else paths.APP_NAME
"""On Windows the one that opens no terminal."""


def own_program() -> Path:
    """The program that a launcher must start, as an absolute path.

    Raises DesktopError if there is none, as in a checkout that nobody has installed.
    """
    if paths.is_bundle():
        return Path(sys.executable).absolute()
    found = next((one for one in _candidates() if one.is_file()), None)
    if found is None:
        raise DesktopError(
            Sentence(
                "MiniApp Host is not installed for {python}: it has no program {name}. Install it "
                "with “pip install .” in its folder, then run “miniapp-host install-desktop”.",
                python=sys.executable,
                name=NAME,
            )
        )
    return found


def _candidates() -> Iterator[Path]:
    """Beside what runs now, then where this Python's programs are, then the person's own."""
    yield Path(sys.argv[0]).absolute().with_name(NAME)
    for scheme in (sysconfig.get_default_scheme(), sysconfig.get_preferred_scheme("user")):
        yield Path(sysconfig.get_path("scripts", scheme)) / NAME
