"""How Chromium is started: sandboxed, except as root where it can't be, and that is said."""

import os
import sys

FLAGS_VARIABLE = "QTWEBENGINE_CHROMIUM_FLAGS"
NO_SANDBOX = "--no-sandbox"
QUIET = "--disable-background-networking"


def prepare_chromium() -> None:
    """Sets Chromium's flags; call it before the first web page is made."""
    flags = os.environ.get(FLAGS_VARIABLE, "").split()
    if _is_root() and NO_SANDBOX not in flags:
        print("miniapp-host: running as root, so Chromium's sandbox is off", file=sys.stderr)
        flags.append(NO_SANDBOX)
    if QUIET not in flags:
        flags.append(QUIET)
    os.environ[FLAGS_VARIABLE] = " ".join(flags)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
