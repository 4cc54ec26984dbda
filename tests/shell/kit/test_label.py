import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.label import PlainLabel

HOSTILE = [
    "<b>微信官方</b>",
    '<img src="http://127.0.0.1:9/x.png">',
    '<a href="https://example.org">Allow</a>',
    "&lt;b&gt;",
    "\u202eetirw\u202c",
    "e" + "\u0301" * 300,
    "x" * 5_000,
    "字" * 5_000,
    "\n" * 400 + "end",
    "👨‍👩‍👧‍👦" * 50,
    "مرحبا بالعالم",
    "half a character: \ud83d",
    "🎉" * 300,
    "",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("lines", [1, 2, 4])
def test_however_hostile_the_text_its_place_stays_the_same(
    screen: QWidget, text: str, lines: int
) -> None:
    label = PlainLabel(text, lines=lines, parent=screen)
    assert label.minimumSizeHint().width() <= 24
    assert label.heightForWidth(200) <= lines * 24
    label.resize(200, lines * 24)
    label.show()
    assert not label.grab().isNull()


def test_markup_is_only_text(screen: QWidget) -> None:
    label = PlainLabel("<b>x</b>", parent=screen)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>x</b>"
    assert label.sizeHint().width() > PlainLabel("x", parent=screen).sizeHint().width() * 2


def test_words_that_do_not_fit_go_on_the_next_line(screen: QWidget) -> None:
    label = PlainLabel("one two three four five six seven eight", lines=0, parent=screen)
    assert label.heightForWidth(2_000) == 24
    assert label.heightForWidth(120) > 48


def test_a_word_without_a_gap_breaks_anywhere(screen: QWidget) -> None:
    label = PlainLabel("x" * 200, lines=0, parent=screen)
    assert label.heightForWidth(100) > 10 * 24


def test_line_ends_are_kept_where_there_is_more_than_one_line(screen: QWidget) -> None:
    assert PlainLabel("a\nb\nc", lines=0, parent=screen).heightForWidth(300) == 72
    assert PlainLabel("a\nb\nc", lines=1, parent=screen).heightForWidth(300) == 24


def rows_of_ink(label: PlainLabel) -> list[bool]:
    """Whether each row of the label has any ink."""
    image = label.grab().toImage().scaled(label.size())
    ground = image.pixelColor(label.width() - 1, 0)
    return [
        any(
            image.pixelColor(x, y) != ground
            for y in range(top, top + 24)
            for x in range(label.width())
        )
        for top in range(0, label.height(), 24)
    ]


def ink(label: PlainLabel, row: int) -> tuple[int, int]:
    """The first and the last column of a row, 24 pixels high, that has ink."""
    image = label.grab().toImage()
    ground = image.pixelColor(0, 0)
    inked = [
        x
        for x in range(image.width())
        for y in range(row * 24, row * 24 + 24)
        if image.pixelColor(x, y) != ground
    ]
    return min(inked), max(inked)


def two_rows(
    screen: QWidget, align: Qt.AlignmentFlag, *, balanced: bool = True
) -> list[tuple[int, int]]:
    words = "This program has not asked for anything yet"
    label = PlainLabel(words, lines=0, align=align, balanced=balanced, parent=screen)
    width = next(at for at in range(500, 100, -1) if label.heightForWidth(at) == 48)
    label.resize(width, 48)
    label.show()
    return [ink(label, row) for row in (0, 1)]


def test_centred_rows_are_about_as_wide_so_that_no_word_stands_alone(screen: QWidget) -> None:
    (left, right), (below_left, below_right) = two_rows(screen, Qt.AlignmentFlag.AlignHCenter)
    assert 0.7 < (right - left) / (below_right - below_left) < 1.4
    assert abs((left + right) - (below_left + below_right)) < 4, "both have the same middle"


@pytest.mark.parametrize("align", [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter])
def test_rows_are_filled_from_the_left_and_where_a_program_speaks(
    screen: QWidget, align: Qt.AlignmentFlag
) -> None:
    (left, right), (below_left, below_right) = two_rows(screen, align, balanced=False)
    assert right - left > 4 * (below_right - below_left)


def test_every_row_is_drawn_also_after_characters_of_two_halves(screen: QWidget) -> None:
    label = PlainLabel("🎉🎉🎉🎉\nsecond\nthird\nfourth and last", lines=3, parent=screen)
    label.resize(200, 72)
    label.show()
    assert rows_of_ink(label) == [True, True, True]
    assert label.heightForWidth(200) == 72


def test_heights_asked_for_in_turns_are_those_of_the_text_now(screen: QWidget) -> None:
    label = PlainLabel("word " * 40, lines=0, parent=screen)
    widths = (300, 60, 150, 90, 300)

    def alone(text: str, width: int) -> int:
        return PlainLabel(text, lines=0, parent=screen).heightForWidth(width)

    for text in ("word " * 40, "another " * 90):
        label.setText(text)
        assert [label.heightForWidth(width) for width in widths] == [
            alone(text, width) for width in widths
        ]


def test_words_stand_on_one_line_whatever_script_they_are_in(screen: QWidget) -> None:
    def foot_of_first_letter(text: str) -> int:
        label = PlainLabel(text, pixels=15, parent=screen)
        label.resize(200, 22)
        image = label.grab().toImage()
        ground = image.pixel(0, 0)
        return max(y for y in range(22) for x in range(9) if image.pixel(x, y) != ground)

    assert foot_of_first_letter("Stage 舞台") == foot_of_first_letter("Stage")
