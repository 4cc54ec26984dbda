"""The panel Permissions follows store and calls while it is seen, and says what is wished for."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from miniapp_host.api.calls.ways import Way, Ways
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.prompts import Answer
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.panels.permissions.permission_row import PermissionRow, PermissionSources
from miniapp_host.shell.panels.permissions.permissions_panel import (
    PermissionOwners,
    PermissionsPanel,
)
from miniapp_host.texts import Texts
from tests.api.pretend_phone import OpenProgram, Phone
from tests.shell.in_front import in_front
from tests.shell.program_parts import click, shown

LOCATION, ALBUM = "scope.userLocation", "scope.writePhotosAlbum"


class Front:
    """A phone of which one program is in front, or none."""

    def __init__(self, folder: Path) -> None:
        self.phone = Phone(folder)
        self.program: OpenProgram | None = self.phone.open()
        store = self.phone.store
        ways = Ways(self.phone.dispatcher.journal, store.history)
        self.sources = PermissionSources(store, ways, lambda: self.phone.broker.questions)

    def subject(self) -> Subject | None:
        return self.program.session.subject if self.program else None

    def rows(self) -> Sequence[PermissionRow]:
        if self.program is None:
            return ()
        session = self.program.session
        used = (LOCATION, ALBUM)
        return self.sources.rows(session.subject, session.package.manifest, used)


@pytest.fixture
def front(tmp_path: Path) -> Iterator[Front]:
    front = Front(tmp_path)
    yield front
    front.phone.database.close()


@pytest.fixture
def make_panel(front: Front, qtbot: QtBot) -> Callable[[Texts], PermissionsPanel]:
    def make(texts: Texts) -> PermissionsPanel:
        owners = PermissionOwners(
            store=front.phone.store,
            journal=front.phone.dispatcher.journal,
            subject=front.subject,
            news_of_questions=front.phone.broker.questions_changed,
            rows=front.rows,
        )
        panel = PermissionsPanel(owners, texts)
        panel.resize(1100, 600)
        return in_front(panel, qtbot)

    return make


@pytest.fixture
def panel(make_panel: Callable[[Texts], PermissionsPanel], texts: Texts) -> PermissionsPanel:
    return make_panel(texts)


def states(panel: PermissionsPanel) -> dict[str, Decision | None]:
    return {row.scope.id: row.decision for row in panel.shown}


def choose(panel: PermissionsPanel, row: int) -> None:
    table = panel.findChild(Table, "permissionsTable")
    place = table.visualRect(table.model().index(row, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_it_lists_the_scopes_with_their_states(panel: PermissionsPanel) -> None:
    assert states(panel) == {LOCATION: Decision.UNDECIDED, ALBUM: Decision.UNDECIDED}


def test_a_decision_made_anywhere_is_shown(
    panel: PermissionsPanel, front: Front, qtbot: QtBot
) -> None:
    subject = front.subject()
    assert subject
    front.phone.store.decide(subject, LOCATION, Decision.GRANTED, Actor.COMMAND)
    qtbot.waitUntil(lambda: states(panel)[LOCATION] is Decision.GRANTED)
    front.phone.store.decide(subject, "scope.camera", Decision.DENIED, Actor.PROMPT)
    qtbot.waitUntil(lambda: "scope.camera" in states(panel))
    front.phone.store.forget(subject.program)
    qtbot.waitUntil(
        lambda: states(panel) == {LOCATION: Decision.UNDECIDED, ALBUM: Decision.UNDECIDED}
    )


def test_a_call_that_is_decided_shows_the_way_it_went(
    panel: PermissionsPanel, front: Front, qtbot: QtBot
) -> None:
    assert front.program
    front.program.call("getLocation")
    front.phone.prompter.press(Answer.DISMISS)
    qtbot.waitUntil(lambda: panel.shown[0].seen == {Way.DISMISSED})


def test_a_scope_that_the_person_is_asked_about_is_listed_and_says_so(
    panel: PermissionsPanel, front: Front, qtbot: QtBot
) -> None:
    def said() -> dict[str, str]:
        model = panel.findChild(Table, "permissionsTable").model()
        texts = [[model.index(row, at).data() for at in (0, 1)] for row in range(model.rowCount())]
        return dict(texts)

    assert front.program
    front.program.call("authorize", {"scope": "scope.camera"})
    qtbot.waitUntil(lambda: said().get("Camera") == "asking")
    assert said()["Location"] == "undecided"
    front.phone.prompter.press(Answer.REJECT)
    qtbot.waitUntil(lambda: said().get("Camera") == "denied")


def test_an_open_row_tells_what_becomes_of_it(
    panel: PermissionsPanel, front: Front, qtbot: QtBot
) -> None:
    choose(panel, 0)
    sentence = panel.findChild(QLabel, "permissionsSentence")
    assert sentence.text() == "Location: undecided."
    subject = front.subject()
    assert subject
    front.phone.store.decide(subject, LOCATION, Decision.DENIED, Actor.PROMPT)
    qtbot.waitUntil(lambda: shown(panel, "permissionsRemedy_undecided"))
    labels = panel.findChildren(QLabel, "permissionsSentence")
    assert "denied since" in labels[-1].text()


@pytest.mark.parametrize("name", ["granted", "denied"])
def test_a_button_wishes_for_another_state(
    panel: PermissionsPanel, front: Front, qtbot: QtBot, name: str
) -> None:
    choose(panel, 1)
    with qtbot.waitSignal(panel.state_wished) as wished:
        click(panel, f"permissionsRemedy_{name}")
    wish = wished.args[0]
    assert (wish.subject, wish.scope.id, wish.decision) == (
        front.subject(),
        ALBUM,
        Decision(name),
    )


def test_everything_can_be_asked_again(panel: PermissionsPanel, front: Front, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.all_again_wished) as wished:
        click(panel, "permissionsAskAgain")
    assert wished.args == [front.subject()]


def test_words_filter_by_title_interface_and_state(
    panel: PermissionsPanel, front: Front, qtbot: QtBot
) -> None:
    field = panel.findChild(QLineEdit, "permissionsFilter")
    QTest.keyClicks(field, "saveImage")
    assert list(states(panel)) == [ALBUM]
    click(panel, "permissionsFilterClear")
    QTest.keyClicks(field, "LOCATION")
    assert list(states(panel)) == [LOCATION]
    click(panel, "permissionsFilterClear")
    QTest.keyClicks(field, "undecided")
    assert len(states(panel)) == 2


def test_rows_are_copied_with_what_they_say(panel: PermissionsPanel) -> None:
    click(panel, "permissionsCopyAll")
    first, second = QGuiApplication.clipboard().text().splitlines()
    assert first.startswith("Location\tundecided\t")
    assert "0 / 6" in second


def test_without_a_program_it_says_what_would_be_here(
    panel: PermissionsPanel, front: Front
) -> None:
    front.program = None
    panel.follow()
    assert shown(panel, "permissionsEmpty")
    front.program = front.phone.open("other")
    panel.follow()
    assert len(panel.shown) == 2


def test_who_does_not_see_it_makes_it_hear_nothing(panel: PermissionsPanel, front: Front) -> None:
    panel.hide()
    subject = front.subject()
    assert subject
    front.phone.store.decide(subject, LOCATION, Decision.GRANTED, Actor.COMMAND)
    assert states(panel)[LOCATION] is Decision.UNDECIDED
    panel.show()
    assert states(panel)[LOCATION] is Decision.GRANTED


def test_it_speaks_chinese(make_panel: Callable[[Texts], PermissionsPanel], chinese: Texts) -> None:
    panel = make_panel(chinese)
    choose(panel, 0)
    assert panel.findChild(QLabel, "permissionsSentence").text() == "位置信息：未决定。"
