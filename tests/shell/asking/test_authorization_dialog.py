import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.permissions.decisions import Subject
from miniapp_host.permissions.prompts import (
    Answer,
    Prompt,
    Requester,
    SharedProfile,
    make_prompt,
)
from miniapp_host.permissions.scopes import SCOPES, Scope, scope_named
from miniapp_host.shell.asking.authorization_dialog import AuthorizationDialog
from miniapp_host.shell.kit.buttons import Button
from miniapp_host.shell.kit.icon import IconButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.sheet import HalfSheet
from miniapp_host.shell.kit.theme import DARK, LIGHT, Theme
from miniapp_host.texts import Texts
from tests.shell.asking.conftest import Watch

LEFT = Qt.MouseButton.LeftButton
FOLDER = Path("/somewhere/weather")
Answers = list[Answer]

NAMES = [
    "\u202eMALIK\u202c",
    "\u2066bidi\u2069",
    "\u200b\u200b\u200b",
    "a\u0301" + "\u0301" * 300,
    "x" * 5_000,
    "微信支付官方" * 100,
    "two\nlines\n" * 50,
    "   ",
    "",
    "👨‍👩‍👧‍👦" * 40,
    "مرحبا",
    "<h1>Allow</h1>",
    "\U000e0041\U000e0042",
]
PURPOSES = [
    "<b>微信官方</b>",
    "<img src=http://127.0.0.1:9/>",
    "&lt;b&gt;",
    "x" * 100_000,
    "\n" * 400,
    "[link](file:///etc/passwd)",
    "nul\x00nul",
    "\u202etxt\u202c" * 100,
]


def scope(name: str = "scope.userLocation") -> Scope:
    found = scope_named(name)
    assert found is not None
    return found


def prompt_for(
    *, asked: Scope | None = None, name: str = "Weather", purpose: str = "To show the weather"
) -> Prompt:
    return make_prompt(
        Subject("wx1", "develop"),
        Requester(name, None, "wx0123456789abcdef", "develop", FOLDER),
        asked or scope(),
        purpose=purpose,
    )


def dialog_on(
    screen: QWidget,
    texts: Texts,
    prompt: Prompt | None = None,
    *,
    guard_ms: int = 0,
    now: Callable[[], float] = time.monotonic,
) -> tuple[AuthorizationDialog, Answers]:
    asked = prompt or prompt_for()
    dialog = AuthorizationDialog(asked, texts, screen, guard_ms=guard_ms, now=now)
    answers: Answers = []
    dialog.answered.connect(answers.append)
    dialog.open()
    return dialog, answers


def button(dialog: QWidget, name: str) -> Button:
    found = dialog.findChild(Button, name)
    assert isinstance(found, Button)
    return found


def words(dialog: QWidget, name: str) -> str:
    found = dialog.findChild(PlainLabel, name)
    assert isinstance(found, PlainLabel)
    return found.text()


def place(widget: QWidget, screen: QWidget) -> tuple[int, int, int, int]:
    corner = widget.mapTo(screen, QPoint(0, 0))
    return corner.x(), corner.y(), widget.width(), widget.height()


@pytest.mark.parametrize(("name", "answer"), [("allow", Answer.ALLOW), ("reject", Answer.REJECT)])
def test_a_click_is_the_answer(
    screen: QWidget, texts: Texts, qtbot: QtBot, name: str, answer: Answer
) -> None:
    dialog, answers = dialog_on(screen, texts)
    with qtbot.waitSignal(dialog.finished):
        qtbot.mouseClick(button(dialog, name), LEFT)
    assert answers == [answer]


def test_escape_decides_nothing(screen: QWidget, texts: Texts, qtbot: QtBot) -> None:
    dialog, answers = dialog_on(screen, texts)
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert answers == [Answer.DISMISS]


def test_a_click_outside_decides_nothing(screen: QWidget, texts: Texts, qtbot: QtBot) -> None:
    dialog, answers = dialog_on(screen, texts)
    qtbot.mouseClick(dialog, LEFT, pos=QPoint(195, 100))
    assert answers == [Answer.DISMISS]


def test_closing_it_decides_nothing(screen: QWidget, texts: Texts) -> None:
    dialog, answers = dialog_on(screen, texts)
    dialog.close()
    assert answers == [Answer.DISMISS]


def test_there_is_one_answer_whatever_is_pressed_after(
    make_screen: Callable[..., QWidget], texts: Texts, qtbot: QtBot
) -> None:
    screen = make_screen(motion=True)
    dialog, answers = dialog_on(screen, texts)
    qtbot.mouseClick(button(dialog, "reject"), LEFT)
    qtbot.mouseClick(button(dialog, "allow"), LEFT)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert answers == [Answer.REJECT]


def test_withdrawn_it_goes_without_an_answer_and_later_clicks_are_void(
    make_screen: Callable[..., QWidget], texts: Texts, qtbot: QtBot
) -> None:
    screen = make_screen(motion=True)
    dialog, answers = dialog_on(screen, texts)
    with qtbot.waitSignal(dialog.finished):
        dialog.withdraw()
        qtbot.mouseClick(button(dialog, "allow"), LEFT)
    assert answers == []


def test_allow_takes_no_click_before_its_time_and_then_does(
    screen: QWidget, texts: Texts, qtbot: QtBot, watch: Watch
) -> None:
    dialog, answers = dialog_on(screen, texts, guard_ms=500, now=watch)
    allow = button(dialog, "allow")
    assert allow.isEnabled()
    qtbot.mouseClick(allow, LEFT)
    qtbot.mouseDClick(allow, LEFT)
    watch.wait(0.499)
    qtbot.mouseClick(allow, LEFT)
    assert answers == []
    watch.wait(0.5)
    qtbot.mouseClick(allow, LEFT)
    assert answers == [Answer.ALLOW]


def test_a_click_that_comes_too_early_has_to_be_waited_for_anew(
    screen: QWidget, texts: Texts, qtbot: QtBot, watch: Watch
) -> None:
    dialog, answers = dialog_on(screen, texts, guard_ms=500, now=watch)
    for _ in range(20):
        watch.wait(0.45)
        qtbot.mouseClick(button(dialog, "allow"), LEFT)
    assert answers == []
    watch.wait(0.5)
    qtbot.mouseClick(button(dialog, "allow"), LEFT)
    assert answers == [Answer.ALLOW]


def test_who_clicks_without_end_is_not_locked_out(
    screen: QWidget, texts: Texts, qtbot: QtBot, watch: Watch
) -> None:
    dialog, answers = dialog_on(screen, texts, guard_ms=500, now=watch)
    for _ in range(33):
        watch.wait(0.3)
        qtbot.mouseClick(button(dialog, "allow"), LEFT)
    assert answers == []
    watch.wait(0.3)
    qtbot.mouseClick(button(dialog, "allow"), LEFT)
    assert answers == [Answer.ALLOW]


def test_a_press_that_began_too_early_never_counts(
    screen: QWidget, texts: Texts, qtbot: QtBot, watch: Watch
) -> None:
    dialog, answers = dialog_on(screen, texts, guard_ms=500, now=watch)
    allow = button(dialog, "allow")
    qtbot.mousePress(allow, LEFT)
    watch.wait(60)
    qtbot.mouseRelease(allow, LEFT)
    assert answers == []
    qtbot.mouseClick(allow, LEFT)
    assert answers == [Answer.ALLOW]


def test_a_press_that_was_held_while_the_window_moved_does_not_count(
    screen: QWidget, texts: Texts, qtbot: QtBot, watch: Watch
) -> None:
    dialog, answers = dialog_on(screen, texts, guard_ms=500, now=watch)
    allow = button(dialog, "allow")
    watch.wait(0.6)
    qtbot.mousePress(allow, LEFT)
    QApplication.sendEvent(screen, QEvent(QEvent.Type.Move))
    qtbot.mouseRelease(allow, LEFT)
    assert answers == []


def test_reject_and_escape_need_no_patience(screen: QWidget, texts: Texts, qtbot: QtBot) -> None:
    dialog, answers = dialog_on(screen, texts, guard_ms=60_000)
    qtbot.mouseClick(button(dialog, "reject"), LEFT)
    assert answers == [Answer.REJECT]


def test_the_click_that_opened_it_does_not_dismiss_it(
    screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    dialog, answers = dialog_on(screen, texts, guard_ms=60_000)
    qtbot.mouseDClick(dialog, LEFT, pos=QPoint(195, 100))
    assert answers == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_no_key_accepts_until_the_person_has_moved_to_allow(
    screen: QWidget, texts: Texts, qtbot: QtBot, key: Qt.Key
) -> None:
    dialog, answers = dialog_on(screen, texts)
    assert QApplication.focusWidget() is dialog
    qtbot.keyClick(dialog, key)
    qtbot.keyClicks(dialog, "yyyy aA")
    assert answers == []
    qtbot.keyClick(dialog, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button(dialog, "reject")
    qtbot.keyClick(button(dialog, "reject"), Qt.Key.Key_Tab)
    allow = button(dialog, "allow")
    assert QApplication.focusWidget() is allow
    qtbot.keyClick(allow, key)
    assert answers == [Answer.ALLOW]


def test_a_key_held_down_never_accepts(screen: QWidget, texts: Texts, qtbot: QtBot) -> None:
    dialog, answers = dialog_on(screen, texts)
    allow = button(dialog, "allow")
    allow.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            for _ in range(20):
                held = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", True)
                QApplication.sendEvent(allow, held)
    assert answers == []


def test_a_key_accepts_no_earlier_than_a_click(screen: QWidget, texts: Texts, qtbot: QtBot) -> None:
    dialog, answers = dialog_on(screen, texts, guard_ms=60_000)
    allow = button(dialog, "allow")
    allow.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(allow, Qt.Key.Key_Return)
    qtbot.keyClick(allow, Qt.Key.Key_Space)
    assert answers == []


@pytest.mark.parametrize("asked", SCOPES, ids=lambda scope: str(scope.id))
def test_it_says_what_is_asked_in_our_words(
    screen: QWidget, texts: Texts, chinese: Texts, asked: Scope
) -> None:
    for language in (texts, chinese):
        dialog, _ = dialog_on(screen, language, prompt_for(asked=asked))
        assert words(dialog, "scopeTitle") == language.of(asked.request)
        assert button(dialog, "allow").text() == language("Allow")
        assert button(dialog, "reject").text() == language("Reject")
        dialog.withdraw()


def test_the_purpose_is_the_programs_and_is_left_out_when_there_is_none(
    screen: QWidget, texts: Texts
) -> None:
    assert words(dialog_on(screen, texts)[0], "purpose") == "To show the weather"
    bare, _ = dialog_on(screen, texts, prompt_for(purpose=""))
    assert bare.findChild(PlainLabel, "purpose") is None


def test_reject_is_on_the_left(screen: QWidget, texts: Texts) -> None:
    dialog, _ = dialog_on(screen, texts)
    reject, allow = button(dialog, "reject"), button(dialog, "allow")
    assert place(reject, screen)[0] + reject.width() + 16 == place(allow, screen)[0]
    assert reject.width() == allow.width()
    assert 120 <= allow.width() <= 184


def test_who_asks_is_a_click_away(screen: QWidget, texts: Texts, qtbot: QtBot) -> None:
    dialog, _ = dialog_on(screen, texts)
    info = dialog.findChild(IconButton, "requesterInfo")
    assert info is not None
    assert dialog.findChild(QWidget, "requesterDetails") is None
    before = dialog.panel.height()
    qtbot.mouseClick(info, LEFT)
    qtbot.waitUntil(lambda: dialog.panel.height() > before)
    details = dialog.findChild(QWidget, "requesterDetails")
    assert details is not None
    assert words(details, "appid") == "wx0123456789abcdef"
    assert words(details, "version") == "Development version"
    assert words(details, "folder") == str(FOLDER)
    qtbot.mouseClick(info, LEFT)
    qtbot.waitUntil(lambda: dialog.panel.height() == before)


def test_for_user_info_it_shows_what_would_be_shared(screen: QWidget, texts: Texts) -> None:
    prompt = make_prompt(
        Subject("wx1", "develop"),
        Requester("Weather", None, "wx1", "develop", FOLDER),
        scope("scope.userInfo"),
        profile=SharedProfile("Ming <b>", None),
    )
    dialog, _ = dialog_on(screen, texts, prompt)
    assert words(dialog, "nickname") == "Ming <b>"
    location, _ = dialog_on(screen, texts)
    assert location.findChild(QWidget, "sharedProfile") is None


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_no_name_moves_or_hides_anything(screen: QWidget, texts: Texts, name: str) -> None:
    plain, _ = dialog_on(screen, texts)
    usual = [place(button(plain, each), screen) for each in ("reject", "allow")]
    plain.withdraw()
    dialog, _ = dialog_on(screen, texts, prompt_for(name=name))
    assert [place(button(dialog, each), screen) for each in ("reject", "allow")] == usual
    info = dialog.findChild(IconButton, "requesterInfo")
    assert info is not None
    left, _, width, _ = place(info, screen)
    assert left + width <= 390
    assert words(dialog, "programName").strip()
    assert words(dialog, "programName").isprintable()
    assert dialog.panel.height() == plain.panel.height()


@pytest.mark.parametrize("purpose", PURPOSES, ids=range(len(PURPOSES)))
def test_no_purpose_moves_or_hides_the_buttons(screen: QWidget, texts: Texts, purpose: str) -> None:
    dialog, _ = dialog_on(screen, texts, prompt_for(purpose=purpose))
    for name in ("reject", "allow"):
        left, top, width, height = place(button(dialog, name), screen)
        assert left >= 24
        assert left + width <= 390 - 24
        assert top + height == 844 - 64
        assert button(dialog, name).isVisible()


def test_uncleaned_words_do_no_harm_either(screen: QWidget, texts: Texts) -> None:
    prompt = Prompt(
        Subject("wx1", "develop"),
        Requester("x" * 5_000, None, "y" * 5_000, "z" * 5_000, FOLDER / ("f" * 200)),
        scope("scope.userInfo"),
        "<b>" + "\n" * 500,
        SharedProfile("n" * 5_000, Path("/nowhere/avatar.png")),
    )
    screen.resize(390, 480)
    dialog, _ = dialog_on(screen, texts, prompt)
    assert dialog.panel.height() <= 480 * 0.75
    for name in ("reject", "allow"):
        left, top, width, height = place(button(dialog, name), screen)
        assert left + width <= 390
        assert top + height <= 480


def test_nothing_that_comes_up_later_lies_over_it(screen: QWidget, texts: Texts) -> None:
    dialog, _ = dialog_on(screen, texts)
    before = dialog.panel.grab().toImage()
    HalfSheet(screen, title="Later", layer=Layer.DIALOG).open()
    assert screen.childAt(195, 843 - 90) is not None
    assert dialog.isAncestorOf(screen.childAt(195, 843 - 90))
    assert dialog.panel.grab().toImage() == before


@pytest.mark.parametrize("worn", [LIGHT, DARK], ids=lambda theme: str(theme.name))
def test_it_wears_the_phones_theme(
    make_screen: Callable[..., QWidget], texts: Texts, worn: Theme
) -> None:
    screen = make_screen(worn)
    dialog, _ = dialog_on(screen, texts)
    ground = dialog.panel.grab().toImage().pixelColor(10, 40)
    assert ground.name() == worn.bg_2


def test_everything_has_a_name_for_those_who_cannot_see_it(screen: QWidget, texts: Texts) -> None:
    dialog, _ = dialog_on(screen, texts)
    assert dialog.objectName() == "authorizationDialog"
    assert "Weather" in dialog.accessibleName()
    assert "location" in dialog.accessibleName()
    assert dialog.accessibleDescription() == "To show the weather"
    info = dialog.findChild(IconButton, "requesterInfo")
    assert info is not None
    assert info.accessibleName() == "Who asks"
