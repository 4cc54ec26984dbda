import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.program_colour import contrast, program_colour
from miniapp_host.shell.kit.theme import (
    DARK,
    DARK_CONTRAST,
    LIGHT,
    LIGHT_CONTRAST,
    TOAST_GROUND,
    TOAST_INK,
    WHITE,
    Theme,
    motion,
    palette,
    set_motion,
    theme_of,
    tone_of,
)

READ = ("bg_0", "bg_1", "bg_2", "bg_5")


def over(ground: str, ink: str) -> QColor:
    """The colour that the eye sees where a translucent `ink` lies on `ground`."""
    below, above = QColor(ground), QColor(ink)
    share = above.alphaF()
    mixed = [
        a * share + b * (1 - share)
        for a, b in zip(above.getRgbF()[:3], below.getRgbF()[:3], strict=True)
    ]
    return QColor.fromRgbF(*mixed)


def test_a_theme_put_on_the_screen_reaches_everything_in_it(screen: QWidget) -> None:
    inside = QWidget(QWidget(screen))
    assert theme_of(inside) is LIGHT
    screen.setPalette(palette(DARK))
    assert theme_of(inside) is DARK
    assert tone_of(inside, "fg_0") == QColor(DARK.fg_0)


def test_a_phone_without_motion_has_no_animation_anywhere_in_it(screen: QWidget) -> None:
    inside = QWidget(QWidget(screen))
    assert motion(inside, 300) == 0
    set_motion(screen, True)
    assert motion(inside, 300) == 300


@pytest.mark.parametrize("worn", [LIGHT, DARK], ids=lambda theme: str(theme.name))
@pytest.mark.parametrize("ground", READ)
@pytest.mark.parametrize("ink", ["fg_0", "fg_1"])
def test_what_must_be_read_has_contrast_enough(worn: Theme, ground: str, ink: str) -> None:
    below = getattr(worn, ground)
    assert contrast(over(below, getattr(worn, ink)), QColor(below)) >= 4.5


STRONG = pytest.mark.parametrize(
    "worn", [LIGHT_CONTRAST, DARK_CONTRAST], ids=lambda theme: str(theme.name)
)
INKS = (
    *("fg_0", "fg_1", "fg_2", "brand", "red", "link"),
    *("error_ink", "warning_ink", "string_ink", "number_ink"),
)
SIGNS = ("fg_3", "brand", "link")
"""What icons, edges and marks of focus are drawn in."""


@STRONG
@pytest.mark.parametrize("ground", READ)
@pytest.mark.parametrize("ink", INKS)
def test_in_more_contrast_every_text_reaches_aa_on_every_ground(
    worn: Theme, ground: str, ink: str
) -> None:
    below = getattr(worn, ground)
    assert contrast(over(below, getattr(worn, ink)), QColor(below)) >= 4.5


@STRONG
@pytest.mark.parametrize("ground", READ)
def test_in_more_contrast_so_does_the_text_of_every_button(worn: Theme, ground: str) -> None:
    default = over(getattr(worn, ground), worn.fg_5)
    for ink in ("fg_0", "fg_1", "fg_2"):
        assert contrast(over(default.name(), getattr(worn, ink)), default) >= 4.5
    if ground != "bg_5":
        assert contrast(over(default.name(), worn.red), default) >= 4.5
    for green in (worn.brand, worn.brand_pressed):
        assert contrast(QColor(worn.on_brand), QColor(green)) >= 4.5
    for red in (worn.badge, worn.alarm):
        assert contrast(QColor(WHITE), QColor(red)) >= 4.5
    assert contrast(over(TOAST_GROUND, TOAST_INK), QColor(TOAST_GROUND)) >= 4.5


@STRONG
@pytest.mark.parametrize("ground", READ)
@pytest.mark.parametrize("sign", SIGNS)
def test_in_more_contrast_signs_and_marks_of_focus_are_seen(
    worn: Theme, ground: str, sign: str
) -> None:
    below = getattr(worn, ground)
    assert contrast(over(below, getattr(worn, sign)), QColor(below)) >= 3
    assert contrast(QColor(WHITE), over(below, worn.fg_3)) >= 3 or not worn.dark


def test_more_contrast_reaches_everything_in_the_screen(screen: QWidget) -> None:
    inside = QWidget(QWidget(screen))
    for worn in (LIGHT_CONTRAST, DARK_CONTRAST, LIGHT, DARK):
        screen.setPalette(palette(worn))
        assert theme_of(inside) is worn


def test_a_colour_of_a_program_becomes_readable_in_more_contrast_and_keeps_its_hue() -> None:
    given = program_colour("#fa5151", "", "", LIGHT_CONTRAST)
    assert contrast(given, QColor(LIGHT_CONTRAST.bg_5)) >= 4.5
    assert abs(given.hue() - QColor("#fa5151").hue()) <= 2
    assert program_colour("#fa5151", "", "", LIGHT) == QColor("#fa5151")
    assert program_colour("#333333", "", "", LIGHT_CONTRAST) == QColor("#333333")
