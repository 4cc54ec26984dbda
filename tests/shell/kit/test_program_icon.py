"""A program's picture: its icon, or its letter on a colour that stays."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.program_colour import AA, contrast
from miniapp_host.shell.kit.program_icon import (
    ProgramFace,
    ProgramIcon,
    colour_of,
    letter_of,
    picture_of,
)
from miniapp_host.shell.kit.theme import LIGHT_CONTRAST, WHITE, palette


@pytest.mark.parametrize(
    ("name", "letter"), [("nearby", "N"), ("权限", "权"), ("★ 7up", "7"), ("", "·"), ("!?", "·")]
)
def test_the_letter_is_the_first_that_can_be_read(name: str, letter: str) -> None:
    assert letter_of(ProgramFace("wx1", name)) == letter


def test_the_colour_depends_on_the_program_alone() -> None:
    assert colour_of(ProgramFace("wx1", "Old")) == colour_of(ProgramFace("wx1", "New"))
    colours = {colour_of(ProgramFace(f"wx{number}", "")).name() for number in range(50)}
    assert len(colours) > 5


def test_an_icon_is_shown_and_a_damaged_one_is_not(screen: QWidget, tmp_path: Path) -> None:
    good, bad = tmp_path / "icon.png", tmp_path / "bad.png"
    large = QPixmap(900, 600)
    large.fill(QColor("#123456"))
    large.save(str(good))
    bad.write_bytes(b"no picture")
    assert picture_of(ProgramFace("a", "A", good)).width() < 400
    assert picture_of(ProgramFace("a", "A", bad)).isNull()
    icon = ProgramIcon(ProgramFace("a", "A", good), 48, screen)
    assert icon.grab().toImage().pixelColor(24, 24).name() == "#123456"


def test_the_letter_can_be_read_with_more_contrast(screen: QWidget) -> None:
    screen.setPalette(palette(LIGHT_CONTRAST))
    for number in range(50):
        icon = ProgramIcon(ProgramFace(f"wx{number}", "A"), 48, screen)
        ground = icon.grab().toImage().pixelColor(24, 6)
        assert contrast(ground, QColor(WHITE)) >= AA
