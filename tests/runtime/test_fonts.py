"""Text is as wide on every machine: Latin is drawn in the phone's own typeface."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import OpenProgram
from tests.shell_words import ROOT, bare_environment

FONTS = """<?xml version="1.0"?>
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <selectfont><rejectfont><pattern><patelt name="family"><string>{gone}</string></patelt></pattern></rejectfont></selectfont>
  <match target="pattern"><edit name="family" mode="append" binding="weak"><string>{usual}</string></edit></match>
  <cachedir>{cache}</cachedir>
</fontconfig>"""


@pytest.mark.parametrize(
    "name",
    ["No Such Font", "Helvetica Neue", "-apple-system", "BlinkMacSystemFont", "sans-serif"],
)
def test_what_asks_for_a_phones_font_gets_the_phones_typeface(
    run_program: OpenProgram, name: str
) -> None:
    page = run_program(
        {
            "index.wxml": f'<text id="a" style="font-family: {name}">Save it</text>'
            '<text id="b" style="font-family: Inter">Save it</text>'
            '<text id="c" style="font-family: DejaVu Sans">Save it</text>'
        }
    )
    assert page.box("#a")["width"] == page.box("#b")["width"] != page.box("#c")["width"]


def test_the_systems_font_in_a_sheet_is_the_phones(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<text id="a" class="system-ui">Save it</text><text id="b">Save it</text>',
            "index.wxss": ".system-ui { font: 500 16px system-ui, Arial } #b { font: 500 16px Inter }",
        }
    )
    assert page.style("#a", "font-family") == "-apple-system, Arial"
    assert page.box("#a")["width"] == page.box("#b")["width"]


def test_a_programs_own_font_wins(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<text id="a">Save it</text><text id="b" style="font-family: Inter">Save it</text>',
            "index.wxss": "#a { font-family: DejaVu Sans Mono, -apple-system }",
        }
    )
    assert page.box("#a")["width"] != page.box("#b")["width"]


def test_medium_and_bold_are_weights_of_the_typeface(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "".join(
                f'<text id="w{weight}" style="font-weight: {weight}">Save it</text>'
                for weight in (400, 500, 700)
            )
        }
    )
    regular, medium, bold = (page.box(f"#w{weight}")["width"] for weight in (400, 500, 700))
    assert regular < medium < bold


def test_ten_labels_are_as_wide_on_machines_with_other_fonts(tmp_path: Path) -> None:
    one = _widths(tmp_path / "one", usual="DejaVu Sans", gone="No such")
    other = _widths(tmp_path / "other", usual="Noto Serif CJK SC", gone="DejaVu*")
    assert one.keys() == other.keys()
    assert len(one) == 20
    apart = {label: other[label] / width for label, width in one.items()}
    assert all(0.98 < ratio < 1.02 for ratio in apart.values()), apart


def _widths(folder: Path, usual: str, gone: str) -> dict[str, float]:
    """The widths of labels of chrome and of a page, on a machine whose usual font is `usual`."""
    folder.mkdir()
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(usual=usual, gone=gone, cache=folder / "cache"))
    screen = {name: os.environ[name] for name in ("QT_QPA_PLATFORM", "QTWEBENGINE_CHROMIUM_FLAGS")}
    answer = subprocess.run(
        [sys.executable, "-m", "tests.label_widths", str(folder)],
        cwd=ROOT,
        env=bare_environment() | screen | {"FONTCONFIG_FILE": str(fonts)},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return dict(json.loads(answer.stdout))
