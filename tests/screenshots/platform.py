"""Qt without a screen, on a desktop that is large enough for the phone and the inspector."""

import json
import os
import tempfile
from pathlib import Path

_SCREEN = {
    "name": "desk",
    "x": 0,
    "y": 0,
    "width": 1600,
    "height": 1000,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}


def prepare_platform(per_cent: int) -> None:
    """Set the environment before Qt is imported; everything is drawn at `per_cent`."""
    file = Path(tempfile.mkdtemp()) / "screen.json"
    share = per_cent / 100
    screen = {**_SCREEN, "width": round(1600 * share), "height": round(1000 * share)}
    file.write_text(json.dumps({"screens": [screen]}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
    os.environ["QT_SCALE_FACTOR"] = str(share)
    os.environ.setdefault(
        "QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu --disable-audio-output"
    )
