import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.program_colour import contrast
from miniapp_host.shell.kit.theme import (
    DARK,
    LIGHT,
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
