"""Keeps messages of Qt, Chromium and Mesa about the machine off the terminal."""

import os

from miniapp_host.web.chromium import FLAGS_VARIABLE, add_flags

_QUIET = {
    "QT_LOGGING_RULES": "*.info=false;*.warning=false;*.critical=false",
    "EGL_LOG_LEVEL": "fatal",
    "LIBGL_DEBUG": "quiet",
}
"""Variables that silence Qt, and Mesa below it."""
_LOG_FLAGS = ("--log-level", "--enable-logging", "--v=")


def silence_engines() -> None:
    """Let them print only fatal messages; must be called before Qt is loaded.

    What the person set stays. Python's tracebacks and log lines are not touched.
    """
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    if not any(flag in os.environ.get(FLAGS_VARIABLE, "") for flag in _LOG_FLAGS):
        add_flags("--log-level=3")
