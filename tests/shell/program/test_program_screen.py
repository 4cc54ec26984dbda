"""One program's screen: bars, menu, and what it answers a program."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.api.calls.screen import ActionSheet, Modal, ModalAnswer, Screen, Toast
from miniapp_host.devices.places import PLACES
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.prompts import Answer, Requester, make_prompt
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.shell.asking.authorization_dialog import AuthorizationDialog
from miniapp_host.shell.kit.overlay import Overlay, open_overlays
from miniapp_host.shell.kit.overlay_line import MOST_SHOWN, MOST_WAITING
from miniapp_host.shell.kit.theme import (
    BLACK,
    DARK,
    LIGHT_CONTRAST,
    WHITE,
    palette,
    set_motion,
)
from miniapp_host.shell.program.chrome import Chrome, Tab, TabBarLook
from miniapp_host.shell.program.navigation_bar import NavigationBar
from miniapp_host.shell.program.pickers import ONE_PICKER
from miniapp_host.shell.program.program_screen import ProgramScreen
from miniapp_host.texts import Texts
from tests.accessible_tree import Node, Role, nodes_of
from tests.drawn_texts import faint_texts, texts_of
from tests.shell.in_front import in_front
from tests.shell.program_parts import DETAILS, FakeParts, click, shown

TABS = TabBarLook((Tab("Home"), Tab("Me")), background="#202020")
PAGE = Chrome(title="Nearby", can_go_back=True, background="#fafafa")
QUESTION = Modal(title="Sure?", cancel_text="No", confirm_text="Yes")


@pytest.fixture
def parts(texts: Texts) -> Iterator[FakeParts]:
    made = FakeParts(texts)
    yield made
    made.database.close()


@pytest.fixture
def make_program(qtbot: QtBot) -> Callable[[FakeParts], ProgramScreen]:
    def make(parts: FakeParts) -> ProgramScreen:
        made = parts.screen()
        made.resize(390, 844)
        set_motion(made, False)
        in_front(made, qtbot)
        made.show_chrome(PAGE)
        made.show_page()
        return made

    return make


@pytest.fixture
def program(parts: FakeParts, make_program: Callable[..., ProgramScreen]) -> ProgramScreen:
    return make_program(parts)


class Painted(QWidget):
    """Counts how often it is painted."""

    times = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.times += 1


def view_of(program: ProgramScreen) -> QLabel:
    found = [label for label in program.findChildren(QLabel) if label.text() == "page"]
    return found[-1]


def answers() -> tuple[list[Any], Callable[[Any], None]]:
    heard: list[Any] = []
    return heard, heard.append


def test_it_is_what_the_api_calls_a_screen(program: ProgramScreen) -> None:
    screen: Screen = program
    assert screen.settings_open is False


def test_it_has_the_pixels_of_a_phone_on_any_desktop(program: ProgramScreen) -> None:
    assert program.metrics().pixel_ratio == 3


# Bars


def test_the_page_begins_under_the_bars_and_ends_at_the_glass(program: ProgramScreen) -> None:
    assert view_of(program).geometry().getRect() == (0, 88, 390, 756)
    assert program.metrics().window_height == 756


def test_tabs_take_their_room_from_the_page(program: ProgramScreen) -> None:
    program.show_chrome(replace(PAGE, tab=0, tab_bar=TABS))
    assert view_of(program).geometry().getRect() == (0, 88, 390, 672)
    assert program.metrics().tab_bar_height == 84
    assert program.ground == "#202020"


def test_a_page_with_its_own_bar_has_the_whole_glass(program: ProgramScreen) -> None:
    program.show_chrome(replace(PAGE, bar_hidden=True))
    assert view_of(program).geometry().getRect() == (0, 0, 390, 844)
    assert not shown(program, "navigationBar")
    assert shown(program, "capsuleMenu")
    assert program.metrics().window_top == 0


def test_clicks_left_of_the_capsule_reach_such_a_page(program: ProgramScreen) -> None:
    program.show_chrome(replace(PAGE, bar_hidden=True))
    assert program.childAt(100, 20) is view_of(program)
    assert program.childAt(200, 66) is view_of(program)


def test_back_home_and_tabs_are_told(program: ProgramScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.back_requested):
        click(program, "navigationBack")
    home = replace(PAGE, can_go_back=False, home_button=True, tab=0, tab_bar=TABS)
    program.show_chrome(home)
    with qtbot.waitSignal(program.home_requested):
        click(program, "navigationHome")
    with qtbot.waitSignal(program.tab_chosen) as chosen:
        click(program, "tab_1")
    assert chosen.args == [1]


def test_the_title_is_the_pages(program: ProgramScreen) -> None:
    assert program.findChild(NavigationBar).title == "Nearby"


def test_a_splash_covers_the_view_until_the_first_page(
    parts: FakeParts, program: ProgramScreen
) -> None:
    program.set_view(QLabel("page"))
    assert shown(program, "splash")
    assert not shown(program, "navigationBar")
    assert shown(program, "capsuleClose")
    program.show_chrome(PAGE)
    program.show_page()
    assert not shown(program, "splash")
    assert shown(program, "navigationBar")


def test_what_lies_below_it_is_not_painted_again_with_it(
    parts: FakeParts, screen: QWidget, qtbot: QtBot
) -> None:
    launcher = Painted(screen)
    launcher.setGeometry(screen.rect())
    launcher.show()
    program = parts.screen()
    program.setParent(screen)
    program.setGeometry(screen.rect())
    program.show()
    qtbot.waitUntil(lambda: shown(program, "capsuleMenu"))
    QApplication.processEvents()
    launcher.times = 0
    program.repaint()
    assert launcher.times == 0


# Menu


def test_the_capsule_closes(program: ProgramScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.closed):
        click(program, "capsuleClose")


def test_the_menu_leads_to_about(program: ProgramScreen, qtbot: QtBot) -> None:
    click(program, "capsuleMenu")
    click(program, "menuAbout")
    qtbot.waitUntil(lambda: shown(program, "aboutPage"))


def test_the_menu_restarts(program: ProgramScreen, qtbot: QtBot) -> None:
    click(program, "capsuleMenu")
    with qtbot.waitSignal(program.restart_requested):
        click(program, "menuRestart")


def test_the_menu_asks_before_it_deletes(program: ProgramScreen, qtbot: QtBot) -> None:
    click(program, "capsuleMenu")
    with qtbot.assertNotEmitted(program.delete_confirmed):
        click(program, "menuDelete")
        qtbot.waitUntil(lambda: shown(program, "modalConfirm"))
    with qtbot.waitSignal(program.delete_confirmed):
        click(program, "modalConfirm")


def test_the_menu_opens_the_settings_once(
    program: ProgramScreen, parts: FakeParts, qtbot: QtBot
) -> None:
    click(program, "capsuleMenu")
    click(program, "menuSettings")
    qtbot.waitUntil(lambda: shown(program, "settingsPanel"))
    assert program.settings_open
    heard: list[str] = []
    program.open_settings(lambda: heard.append("closed"))
    assert len(program.findChildren(QWidget, "settingsPanel")) == 1
    program.go_back()
    assert heard == ["closed"]
    assert not program.settings_open


def test_the_settings_show_what_is_decided(program: ProgramScreen, parts: FakeParts) -> None:
    subject = Subject("wx1", "develop")
    parts.store.decide(subject, "scope.userLocation", Decision.GRANTED, Actor.PROMPT)
    program.open_settings(lambda: None)
    assert shown(program, "scopes")
    (listed,) = program.findChildren(QListView, "scopes")
    assert [listed.model().index(0, 0).data()] == ["Location"]


# What a program asks of it


def test_a_modal_is_answered_once(program: ProgramScreen) -> None:
    heard, hear = answers()
    program.show_modal(QUESTION, hear)
    click(program, "modalConfirm")
    assert heard == [ModalAnswer(True, None)]


def test_an_action_sheet_names_the_item(program: ProgramScreen) -> None:
    heard, hear = answers()
    program.show_action_sheet(ActionSheet(("One", "Two"), "#000000"), hear)
    click(program, "actionSheetItem_1")
    program.show_action_sheet(ActionSheet(("One", "Two"), "#000000"), hear)
    click(program, "actionSheetCancel")
    assert heard == [1, None]


def test_a_toast_comes_and_goes(program: ProgramScreen) -> None:
    program.show_toast(Toast("Saved"))
    assert shown(program, "toast")
    program.hide_toast(False)
    assert not shown(program, "toast")


@pytest.mark.parametrize("mask", [True, False])
def test_a_question_can_be_answered_while_a_note_takes_the_clicks_of_the_page(
    program: ProgramScreen, mask: bool
) -> None:
    heard, hear = answers()
    program.show()
    program.show_modal(QUESTION, hear)
    program.show_toast(Toast("Saving", duration_ms=None, mask=mask))
    confirm = program.findChild(QWidget, "modalConfirm")
    assert confirm is not None
    place = confirm.mapTo(program, confirm.rect().center())
    assert program.childAt(place) is confirm
    click(program, "modalConfirm")
    assert heard == [ModalAnswer(True, None)]


def test_a_note_that_never_goes_does_not_keep_the_person_from_the_capsule(
    program: ProgramScreen,
) -> None:
    program.show()
    program.show_toast(Toast("Loading", duration_ms=None, mask=True))
    button = program.findChild(QWidget, "capsuleMenu")
    assert button is not None
    assert program.childAt(button.mapTo(program, button.rect().center())) is button
    click(program, "capsuleMenu")
    assert shown(program, "capsuleMenuSheet")


def test_a_place_is_chosen_or_not(program: ProgramScreen) -> None:
    heard, hear = answers()
    program.choose_place(None, hear)
    click(program, "place_2")
    click(program, "placeDone")
    program.choose_place(PLACES[1], hear)
    program.go_back()
    assert heard == [PLACES[2], None]


def test_pictures_are_chosen_from_the_album(
    program: ProgramScreen, parts: FakeParts, tmp_path: Path
) -> None:
    parts.album = (tmp_path / "a.png", tmp_path / "b.png")
    heard, hear = answers()
    program.choose_pictures(9, hear)
    click(program, "picture_1")
    click(program, "pictureDone")
    program.choose_pictures(9, hear)
    program.go_back()
    assert heard == [(tmp_path / "b.png",), ()]


def test_a_second_picker_beside_an_open_one_counts_as_cancelled(program: ProgramScreen) -> None:
    heard, hear = answers()
    program.choose_place(None, hear)
    for _ in range(5):
        program.choose_pictures(9, hear)
    assert heard == [()] * 5
    assert len(open_overlays(program)) == 1
    assert program.console.entries[-1].text == ONE_PICKER
    click(program, "place_2")
    click(program, "placeDone")
    assert heard[5:] == [PLACES[2]]
    program.choose_pictures(9, hear)
    assert shown(program, "pictureDone")


def test_the_next_picker_may_come_while_the_last_one_leaves(
    program: ProgramScreen, qtbot: QtBot
) -> None:
    set_motion(program, True)
    heard, hear = answers()
    program.choose_place(None, hear)
    program.go_back()
    program.choose_pictures(9, hear)
    qtbot.waitUntil(lambda: heard == [None])
    assert shown(program, "pictureDone")


def test_a_program_that_asks_in_a_loop_gets_one_answer_each(program: ProgramScreen) -> None:
    heard, hear = answers()
    for _ in range(10):
        program.show_modal(QUESTION, hear)
    assert len(open_overlays(program)) == MOST_SHOWN
    for _ in range(10):
        program.go_back()
    assert heard == [ModalAnswer(False, None)] * 10
    assert open_overlays(program) == []


def test_where_no_more_can_wait_the_answer_is_no_choice(program: ProgramScreen) -> None:
    heard, hear = answers()
    for _ in range(MOST_SHOWN + MOST_WAITING + 2):
        program.show_action_sheet(ActionSheet(("One", "Two"), "#000000"), hear)
    assert heard == [None, None]


def test_a_restart_forgets_who_waited(program: ProgramScreen, qtbot: QtBot) -> None:
    heard, hear = answers()
    for _ in range(10):
        program.show_modal(QUESTION, hear)
    program.choose_place(None, hear)
    program.set_view(QLabel("page"))
    program.show_page()
    assert open_overlays(program) == []
    program.choose_place(None, hear)
    assert shown(program, "placeDone")
    assert heard == []


def test_of_what_only_shows_something_the_last_one_stays(program: ProgramScreen) -> None:
    for _ in range(5):
        program.preview_pictures(("/nowhere/a.png",), 0)
        program.show_place(PLACES[0])
        QApplication.processEvents()
    assert len(open_overlays(program)) == 1
    assert shown(program, "placePage")


def test_of_what_is_wanted_in_one_turn_only_the_last_is_made(
    program: ProgramScreen, qtbot: QtBot
) -> None:
    for _ in range(300):
        program.preview_pictures(("/nowhere/a.png",), 0)
        program.show_place(PLACES[0])
    assert open_overlays(program) == []
    qtbot.waitUntil(lambda: shown(program, "placePage"))
    assert len(program.findChildren(Overlay)) == 1


# The capsule under what asks


def prompt_on(program: ProgramScreen, texts: Texts, guard_ms: int = 0) -> list[Answer]:
    heard: list[Answer] = []
    requester = Requester("Nearby", None, "wx1", "develop", Path("/somewhere"))
    prompt = make_prompt(Subject("wx1", "develop"), requester, SCOPES[1], purpose="Why")
    dialog = AuthorizationDialog(prompt, texts, program, guard_ms=guard_ms)
    dialog.answered.connect(heard.append)
    dialog.open()
    return heard


def click_at(program: ProgramScreen, name: str) -> None:
    """Where it is, on whatever lies on top there."""
    QApplication.processEvents()
    button = program.findChild(QWidget, name)
    assert button is not None
    window = program.windowHandle()
    assert window is not None
    place = button.mapTo(program, button.rect().center())
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=place)


def test_a_program_that_asks_can_be_left_in_one_click(
    program: ProgramScreen, texts: Texts, qtbot: QtBot
) -> None:
    heard = prompt_on(program, texts, guard_ms=100_000)
    with qtbot.waitSignal(program.closed):
        click_at(program, "capsuleClose")
    assert heard == []


def test_the_menu_is_a_click_outside_of_the_prompt(program: ProgramScreen, texts: Texts) -> None:
    heard = prompt_on(program, texts)
    click_at(program, "capsuleMenu")
    assert heard == [Answer.DISMISS]
    assert shown(program, "capsuleMenuSheet")
    click_at(program, "capsuleMenu")
    assert not shown(program, "capsuleMenuSheet")


def test_a_click_that_comes_too_early_for_the_prompt_opens_no_menu(
    program: ProgramScreen, texts: Texts
) -> None:
    heard = prompt_on(program, texts, guard_ms=100_000)
    click_at(program, "capsuleMenu")
    assert heard == []
    assert not shown(program, "capsuleMenuSheet")


def test_over_a_modal_the_menu_and_its_pages_come_up_and_the_modal_waits(
    program: ProgramScreen, qtbot: QtBot
) -> None:
    heard, hear = answers()
    program.show_modal(QUESTION, hear)
    click_at(program, "capsuleMenu")
    click(program, "menuAbout")
    qtbot.waitUntil(lambda: shown(program, "aboutPage"))
    assert [type(one).__name__ for one in open_overlays(program)] == ["ModalDialog", "AboutPage"]
    program.go_back()
    click(program, "modalConfirm")
    assert heard == [ModalAnswer(True, None)]


def test_a_page_of_the_host_covers_the_capsule(program: ProgramScreen, qtbot: QtBot) -> None:
    program.show_place(PLACES[0])
    QApplication.processEvents()
    with qtbot.assertNotEmitted(program.closed):
        click_at(program, "capsuleClose")
    program.go_back()
    with qtbot.waitSignal(program.closed):
        click_at(program, "capsuleClose")


def test_a_preview_makes_the_ground_black(program: ProgramScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.ground_changed):
        program.preview_pictures(("/nowhere/a.png",), 0)
    assert program.ground == "#000000"
    with qtbot.waitSignal(program.ground_changed):
        program.go_back()
    assert program.ground == "#fafafa"


# Back


def test_a_question_over_a_page_leaves_the_ground_to_the_page(program: ProgramScreen) -> None:
    program.show_place(PLACES[0])
    QApplication.processEvents()
    beneath = program.ground
    program.show_modal(QUESTION, lambda _answer: None)
    assert program.ground == beneath != "#fafafa"


def test_back_closes_what_is_on_top_first(program: ProgramScreen, qtbot: QtBot) -> None:
    heard, hear = answers()
    program.show_modal(QUESTION, hear)
    with qtbot.assertNotEmitted(program.back_requested):
        program.go_back()
    assert heard == [ModalAnswer(False, None)]
    with qtbot.waitSignal(program.back_requested):
        program.go_back()


def test_there_is_no_back_from_a_first_page(program: ProgramScreen, qtbot: QtBot) -> None:
    program.show_chrome(replace(PAGE, can_go_back=False))
    with qtbot.assertNotEmitted(program.back_requested):
        program.go_back()


# Console and failures


def test_an_error_shows_a_pill_that_opens_the_console(program: ProgramScreen) -> None:
    assert not shown(program, "errorPill")
    program.log("warn", "not this one")
    assert not shown(program, "errorPill")
    program.log("error", "boom", "pages/index/index.js", 3)
    click(program, "errorPill")
    assert shown(program, "consoleSheet")


def test_a_page_that_cannot_be_drawn_says_why_in_place(
    program: ProgramScreen, qtbot: QtBot
) -> None:
    program.log("error", "boom", "pages/index/index.js", 3)
    program.log("error", "later")
    program.show_failure()
    assert program.findChild(QLabel, "failurePlace").text() == "pages/index/index.js:3"
    assert not shown(program, "errorPill")
    assert shown(program, "capsuleClose")
    with qtbot.waitSignal(program.restart_requested):
        click(program, "failureRestart")
    click(program, "failureConsole")
    assert shown(program, "consoleSheet")


def test_a_page_drawn_after_all_takes_the_place_of_the_failure(program: ProgramScreen) -> None:
    program.show_failure()
    program.show_page()
    assert not shown(program, "failurePage")
    assert shown(program, "navigationBar")


# Ends


def test_a_restart_forgets_what_the_old_run_brought_up(
    program: ProgramScreen, qtbot: QtBot
) -> None:
    heard, hear = answers()
    old = view_of(program)
    program.show_modal(QUESTION, hear)
    program.open_settings(lambda: heard.append("closed"))
    program.log("error", "boom")
    program.show_toast(Toast("Saved", duration_ms=None))
    with qtbot.waitSignal(old.destroyed):
        program.set_view(QLabel("page"))
    assert heard == []
    assert not program.settings_open
    assert not shown(program, "modal")
    assert not shown(program, "toast")
    assert program.console.entries == ()


def test_a_retired_screen_answers_nobody(program: ProgramScreen, qtbot: QtBot) -> None:
    heard, hear = answers()
    program.show_modal(QUESTION, hear)
    program.retire()
    button = program.findChild(QWidget, "modalConfirm")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(program.closed):
        click(program, "capsuleClose")
    assert heard == []


# Looks


def test_metrics_tell_the_theme(chinese: Texts, make_program: Callable[..., ProgramScreen]) -> None:
    program = make_program(FakeParts(chinese))
    program.setPalette(palette(DARK))
    assert program.metrics().theme == "dark"


def test_a_dark_phone_starts_its_programs_on_dark_ground(
    parts: FakeParts, make_program: Callable[..., ProgramScreen]
) -> None:
    program = make_program(parts)
    program.setPalette(palette(DARK))
    program.set_view(QLabel("page"))
    assert program.ground == DARK.bg_2
    assert program.program_id == DETAILS.face.id


@pytest.mark.parametrize(
    ("background", "wished", "drawn"),
    [
        ("#ffffff", True, False),
        ("#101010", False, True),
        ("#07c160", True, False),
        ("#b3261e", True, True),
        ("#ffffff", False, False),
    ],
)
def test_with_more_contrast_the_title_can_be_read_whatever_the_program_wishes(
    program: ProgramScreen, background: str, wished: bool, drawn: bool
) -> None:
    program.show_page()
    chrome = replace(PAGE, bar_background=background, bar_white=wished)
    bar = program.findChild(NavigationBar)
    assert bar is not None
    program.show_chrome(chrome)
    assert texts_of(bar)[0].ink == QColor(WHITE if wished else BLACK)
    program.setPalette(palette(LIGHT_CONTRAST))
    assert texts_of(bar)[0].ink == QColor(WHITE if drawn else BLACK)
    assert faint_texts(program) == []


def test_a_sheet_in_the_page_takes_the_bars_out_of_use_while_it_is_up(
    program: ProgramScreen,
) -> None:
    program.show_page()
    program.show_chrome(replace(PAGE, page=1, tab=0, tab_bar=TABS))
    before = {node.names[-1] for node in _usable(program)}
    assert {"navigationBack", "tab_0", "tab_1"} <= before
    program.mask_bars(1, True)
    assert {node.names[-1] for node in _usable(program)} == {"capsuleMenu", "capsuleClose"}
    program.mask_bars(1, False)
    assert {node.names[-1] for node in _usable(program)} == before


def _usable(program: ProgramScreen) -> list[Node]:
    """The buttons and tabs that can be pressed, as a screen reader finds them."""
    pressed = {Role.Button, Role.PageTab}
    nodes = nodes_of(program)
    return [node for node in nodes if node.role in pressed and not node.state.disabled]
