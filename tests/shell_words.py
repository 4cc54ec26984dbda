"""Runs `miniapp-host` as a shell does."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_SCREENS = ("QT_", "QTWEBENGINE_", "DISPLAY", "WAYLAND_DISPLAY")


def bare_environment() -> dict[str, str]:
    """Without what this process was told of screens and of Chromium."""
    return {name: one for name, one in os.environ.items() if not name.startswith(_SCREENS)}


def run(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """`python -m miniapp_host` without any screen to open a window on, `more` set beside."""
    return subprocess.run(
        [sys.executable, "-m", "miniapp_host", *words],
        cwd=ROOT,
        env=bare_environment() | more,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
