from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.api.calls.screen import Modal, ModalAnswer
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.theme import DARK, palette, theme_of
from miniapp_host.shell.sheets.modal import ModalButton, ModalDialog

LEFT = Qt.MouseButton.LeftButton
MODAL = Modal(
    title="Tip",
    content="Really?",
    show_cancel=True,
    cancel_text="No",
    cancel_color="#000000",
    confirm_text="Yes",
    confirm_color="#576B95",
)
Answers = list[ModalAnswer]


def modal_on(screen: QWidget, modal: Modal = MODAL) -> tuple[ModalDialog, Answers]:
    dialog = ModalDialog(screen, modal)
    answers: Answers = []
    dialog.answered.connect(answers.append)
    dialog.open()
    return dialog, answers


def button(dialog: QWidget, name: str) -> ModalButton:
    found = dialog.findChild(ModalButton, name)
    assert isinstance(found, ModalButton)
    return found


def field(dialog: QWidget) -> QLineEdit:
    found = dialog.findChild(QLineEdit, "modalField")
    assert isinstance(found, QLineEdit)
    return found


@pytest.mark.parametrize(("name", "confirmed"), [("modalConfirm", True), ("modalCancel", False)])
def test_a_button_is_the_answer(screen: QWidget, qtbot: QtBot, name: str, confirmed: bool) -> None:
    dialog, answers = modal_on(screen)
    with qtbot.waitSignal(dialog.finished):
        qtbot.mouseClick(button(dialog, name), LEFT)
    assert answers == [ModalAnswer(confirmed)]


def test_a_pressed_button_is_shaded_to_its_foot_and_keeps_the_dialogs_corner(
    screen: QWidget, qtbot: QtBot
) -> None:
    dialog, _ = modal_on(screen)
    confirm = button(dialog, "modalConfirm")
    before = screen.grab().toImage()
    qtbot.mousePress(confirm, LEFT)
    after = screen.grab().toImage()
    foot = confirm.mapTo(screen, QPoint(confirm.width() // 2, confirm.height() - 2))
    corner = confirm.mapTo(screen, confirm.rect().bottomRight())
    assert after.pixelColor(foot) != before.pixelColor(foot)
    assert after.pixelColor(corner) == before.pixelColor(corner)


@pytest.mark.parametrize("height", [480, 844])
def test_however_long_the_dialog_leaves_the_bars_in_sight(
    make_screen: Callable[..., QWidget], height: int
) -> None:
    screen = make_screen(height=height)
    dialog, _ = modal_on(screen, replace(MODAL, content="Really? " * 500))
    assert dialog.panel.y() >= 88


def test_escape_is_cancel_and_the_mask_is_nothing(screen: QWidget, qtbot: QtBot) -> None:
    dialog, answers = modal_on(screen)
    qtbot.mouseClick(dialog, LEFT, pos=QPoint(10, 10))
    assert answers == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert answers == [ModalAnswer(False)]


def test_it_answers_once(make_screen: Callable[..., QWidget], qtbot: QtBot) -> None:
    screen = make_screen(motion=True)
    dialog, answers = modal_on(screen)
    qtbot.mouseClick(button(dialog, "modalCancel"), LEFT)
    qtbot.mouseClick(button(dialog, "modalConfirm"), LEFT)
    dialog.reject()
    assert answers == [ModalAnswer(False)]


def test_without_cancel_the_one_button_is_as_wide_as_the_dialog(screen: QWidget) -> None:
    dialog, _ = modal_on(screen, replace(MODAL, show_cancel=False))
    assert dialog.findChild(ModalButton, "modalCancel") is None
    assert button(dialog, "modalConfirm").width() == 320


def test_it_is_320_wide_in_the_middle_and_narrower_on_a_narrow_screen(screen: QWidget) -> None:
    dialog, _ = modal_on(screen)
    assert dialog.panel.width() == 320
    assert abs(dialog.panel.geometry().center().x() - 195) <= 1
    assert abs(dialog.panel.geometry().center().y() - 422) <= 1
    screen.resize(300, 600)
    assert dialog.panel.width() == 300 - 32


@pytest.mark.parametrize("content", ["x" * 100_000, "line\n" * 2_000, "<b>bold</b>" * 3_000])
def test_a_long_content_scrolls_and_the_buttons_stay(screen: QWidget, content: str) -> None:
    dialog, _ = modal_on(screen, replace(MODAL, content=content))
    assert dialog.panel.height() <= 844 * 0.75
    for name in ("modalCancel", "modalConfirm"):
        bottom = button(dialog, name).mapTo(screen, QPoint(0, 55)).y()
        assert bottom == dialog.panel.geometry().bottom()


def test_its_words_are_plain_text(screen: QWidget) -> None:
    dialog, _ = modal_on(screen, replace(MODAL, title="<i>t</i>", content="<b>c</b>"))
    texts = {label.objectName(): label.text() for label in dialog.findChildren(PlainLabel)}
    assert texts == {"modalTitle": "<i>t</i>", "modalContent": "<b>c</b>"}


def test_an_editable_one_answers_what_was_written(screen: QWidget, qtbot: QtBot) -> None:
    dialog, answers = modal_on(
        screen, replace(MODAL, editable=True, content="Mi", placeholder="Your name")
    )
    written = field(dialog)
    assert QApplication.focusWidget() is written
    assert written.placeholderText() == "Your name"
    qtbot.keyClicks(written, "ng")
    qtbot.mouseClick(button(dialog, "modalConfirm"), LEFT)
    assert answers == [ModalAnswer(True, "Ming")]


def test_enter_in_the_field_confirms_and_escape_gives_nothing_away(
    screen: QWidget, qtbot: QtBot
) -> None:
    editable = replace(MODAL, editable=True, content="Ming")
    dialog, answers = modal_on(screen, editable)
    qtbot.keyClick(field(dialog), Qt.Key.Key_Return)
    assert answers == [ModalAnswer(True, "Ming")]
    dialog, answers = modal_on(screen, editable)
    qtbot.keyClick(field(dialog), Qt.Key.Key_Escape)
    assert answers == [ModalAnswer(False)]


def test_enter_confirms_nothing_elsewhere(screen: QWidget, qtbot: QtBot) -> None:
    dialog, answers = modal_on(screen)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.keyClick(dialog, Qt.Key.Key_Space)
    assert answers == []


def inks(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    sides = range(image.width()), range(image.height())
    return {image.pixelColor(x, y).name() for x in sides[0] for y in sides[1]}


def test_the_programs_colours_are_used(screen: QWidget) -> None:
    dialog, _ = modal_on(screen, replace(MODAL, confirm_text="██", confirm_color="#ff0000"))
    assert "#ff0000" in inks(button(dialog, "modalConfirm"))


def test_the_usual_black_is_light_on_a_dark_phone(make_screen: Callable[..., QWidget]) -> None:
    screen = make_screen(DARK)
    dialog, _ = modal_on(screen, replace(MODAL, cancel_text="██"))
    assert "#000000" not in inks(button(dialog, "modalCancel"))


def test_an_open_one_follows_the_phone_into_the_dark(screen: QWidget) -> None:
    dialog, _ = modal_on(screen, replace(MODAL, editable=True))
    screen.setPalette(palette(DARK))
    assert theme_of(field(dialog)) is DARK
    ground = dialog.panel.grab().toImage().pixelColor(160, 8)
    assert ground.name() == DARK.bg_5
    ink = field(dialog).palette().color(QPalette.ColorRole.Text)
    assert ink == QColor(DARK.fg_0)
