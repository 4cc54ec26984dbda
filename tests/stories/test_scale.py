"""At every scale pages and chrome fill the phone, taps land, and programs notice nothing."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.shell_words import ROOT, bare_environment

COLOURS = {
    "left top": "#ff0000",
    "left top, inside": "#ff0000",
    "right top": "#00ff00",
    "right top, inside": "#00ff00",
    "left bottom": "#0000ff",
    "left bottom, inside": "#0000ff",
    "right bottom": "#ff00ff",
    "right bottom, inside": "#ff00ff",
    "bar, left": "#00ffff",
    "bar, right": "#00ffff",
}


def phone_at(folder: Path, factor: str | None, chosen: object = None) -> Any:
    """What `tests.scaled_phone` tells at a factor of the desktop's and one of the person's."""
    data = folder / "data"
    data.mkdir()
    if chosen is not None:
        (data / "preferences.json").write_text(json.dumps({"appearance.scale": chosen}))
    screen = {
        "QT_QPA_PLATFORM": "offscreen",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox --disable-gpu --disable-audio-output",
    }
    told = subprocess.run(
        [sys.executable, "-m", "tests.scaled_phone", str(folder)],
        cwd=ROOT,
        env=bare_environment() | screen | ({"QT_SCALE_FACTOR": factor} if factor else {}),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return json.loads(told.stdout)


@pytest.mark.parametrize("factor", ["0.5", "0.7", "0.75", "1.25", "1.5", "2"])
def test_page_and_chrome_fill_the_phone_at_a_factor_of_the_desktop(
    tmp_path: Path, factor: str
) -> None:
    told = phone_at(tmp_path, factor)
    assert told["ratio"] == pytest.approx(float(factor))
    check(told)


@pytest.mark.parametrize(
    ("factor", "chosen", "ratio"),
    [(None, 50, 0.5), (None, 150, 1.5), ("1.5", 50, 0.75), (None, 3, 1), (None, "75", 1)],
)
def test_the_size_in_the_settings_multiplies_the_desktops(
    tmp_path: Path, factor: str | None, chosen: object, ratio: float
) -> None:
    told = phone_at(tmp_path, factor, chosen)
    assert told["ratio"] == pytest.approx(ratio)
    check(told)


def check(told: Any) -> None:
    assert told["colours"] == COLOURS
    assert told["tap"] == told["middle"]
    tools, inside = told["tools"]
    assert abs(tools - inside) <= 1
    screen, window, _, wide = map(float, told["answers"].split(","))
    assert (screen, window) == (390, 390)
    assert abs(wide - 390) * told["ratio"] < 1, "Chromium rounds a frame to whole pixels"
