import pytest
from PySide6.QtGui import QColor

from miniapp_host.shell.kit.program_colour import contrast, program_colour
from miniapp_host.shell.kit.theme import DARK, LIGHT

OURS = "#576b95"


@pytest.mark.parametrize("given", ["#ff0000", "#F00", "#fa5151"])
def test_a_colour_that_can_be_read_is_taken(given: str) -> None:
    assert program_colour(given, "#000000", OURS, LIGHT) == QColor(given)


@pytest.mark.parametrize(
    "given", ["", "red", "#ff", "#ff00000", "url(x)", "#000000\n", "#ffffff", "#FEFEFE"]
)
def test_what_is_no_colour_or_cannot_be_read_gives_way_to_ours(given: str) -> None:
    assert program_colour(given, "#000000", OURS, LIGHT) == QColor(OURS)


def test_the_platforms_usual_colour_follows_the_theme() -> None:
    assert program_colour("#000000", "#000000", DARK.fg_0, DARK) == QColor(DARK.fg_0)
    assert program_colour("#576b95", "#576B95", DARK.link, DARK) == QColor(DARK.link)


def test_contrast_is_wcags() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast(QColor("white"), QColor("white")) == pytest.approx(1)
