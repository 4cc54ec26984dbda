"""The panel Walkthrough over a desk that a test lays out."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host import paths
from miniapp_host.shell.panels.walkthrough.walkthrough_panel import WalkthroughPanel
from miniapp_host.texts import Language, Texts
from miniapp_host.walkthroughs.report_files import ReportFiles
from miniapp_host.walkthroughs.shelf import Shelf, shelf_for
from miniapp_host.walkthroughs.walk import Result, Walk
from miniapp_host.walkthroughs.walkthrough import Offer, Walkthrough
from miniapp_host.walkthroughs.wording import Wording
from miniapp_host.watchers import Watchers

LOCATION = "scope.userLocation"
LONG = "A program whose name is much longer than any panel is wide, and goes on " * 3


class Desk:
    """A desk without a phone: walks pass by hand only."""

    def __init__(self, folder: Path) -> None:
        self.walk: Walk | None = None
        self.files: ReportFiles | None = None
        self.program_name = ""
        self.program_runs = True
        self.taken_up: list[Offer] = []
        self._folder = folder
        self._watchers: Watchers[Walk | None] = Watchers()

    def scopes(self) -> tuple[str, ...]:
        return (LOCATION, "scope.camera")

    def shelf(self) -> Shelf:
        return shelf_for(self._folder, "wx1", self.scopes())

    def watch(self, callback: Callable[[Walk | None], None]) -> Callable[[], None]:
        return self._watchers.watch(callback)

    def begin(self, walkthrough: Walkthrough, scope: str | None) -> None:
        self.walk = Walk(walkthrough, scope, tuple, lambda: datetime.now(UTC))
        self.walk.watch(lambda _moved: self._watchers.announce(self.walk))
        self._watchers.announce(self.walk)

    def end(self) -> None:
        self.walk = self.files = None
        self._watchers.announce(None)

    def finish(self) -> None:
        self.write_report(self._folder)

    def write_report(self, folder: Path) -> None:
        names = (folder / f"report{end}" for end in (".html", ".json", ".xml"))
        self.files = ReportFiles(*names)
        self._watchers.announce(self.walk)

    def wording(self) -> Wording:
        return Wording(self.program_name, self.walk.scope if self.walk else None)

    def take_up(self, offer: Offer) -> None:
        self.taken_up.append(offer)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.program_name = "Tea"
    return made


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> WalkthroughPanel:
    made = WalkthroughPanel(desk, Texts(Language.EN, paths.resources() / "i18n"))
    qtbot.addWidget(made)
    made.resize(480, 700)
    made.show()
    return made


def find(panel: QWidget, name: str) -> QWidget:
    (found,) = (one for one in panel.findChildren(QWidget, name) if one.isVisible())
    return found


def press(panel: QWidget, name: str) -> None:
    button = find(panel, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def reads(panel: QWidget, name: str) -> str:
    label = find(panel, name)
    assert isinstance(label, QLabel)
    return label.text()


def steps_of(panel: QWidget) -> QListView:
    steps = find(panel, "walkSteps")
    assert isinstance(steps, QListView)
    return steps


def rows_of(panel: QWidget) -> list[str]:
    """What the steps say, from the first to the last that is shown."""
    model = steps_of(panel).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def begun(qtbot: QtBot, panel: WalkthroughPanel, desk: Desk) -> Walk:
    qtbot.waitUntil(lambda: bool(panel.findChildren(QWidget, "walkthrough_first-ask")))
    (row,) = panel.findChildren(QAbstractButton, "walkthrough_first-ask")
    row.click()
    assert desk.walk is not None
    return desk.walk


def places(panel: QWidget) -> dict[QWidget, QRect]:
    """Where everything that is shown stands in the panel."""
    shown = (one for one in panel.findChildren(QWidget) if one.isVisible())
    return {one: QRect(one.mapTo(panel, QPoint()), one.size()) for one in shown}


def test_a_step_stands_where_it_stays_before_it_is_painted(
    qtbot: QtBot, panel: WalkthroughPanel, desk: Desk
) -> None:
    desk.program_name = LONG
    panel.resize(330, 700)
    walk = begun(qtbot, panel, desk)
    for press_next in (
        walk.tick,
        lambda: press(panel, "walkFailed"),
        lambda: walk.fail(LONG),
        walk.tick,
        walk.back,
    ):
        press_next()
        at_once = places(panel)
        for _ in range(20):
            QCoreApplication.processEvents()
        assert places(panel) == at_once


def test_without_a_program_it_says_what_would_be_here(
    qtbot: QtBot, panel: WalkthroughPanel, desk: Desk
) -> None:
    assert not panel.is_empty
    desk.program_name = ""
    panel.follow()
    assert panel.is_empty


def test_what_does_not_suit_the_chosen_scope_cannot_be_begun(
    qtbot: QtBot, panel: WalkthroughPanel
) -> None:
    def enabled() -> bool:
        return panel.findChildren(QWidget, "walkthrough_switched-off")[-1].isEnabled()

    assert enabled()
    panel.choose_scope("scope.userInfo")
    assert not enabled()


def test_enter_in_the_comment_saves_the_failure(
    qtbot: QtBot, panel: WalkthroughPanel, desk: Desk
) -> None:
    walk = begun(qtbot, panel, desk)
    press(panel, "walkFailed")
    field = find(panel, "walkComment")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "It hangs")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (walk.verdicts[0].result, walk.verdicts[0].comment) == (Result.FAILED, "It hangs")
    assert rows_of(panel)[0].endswith("[It hangs]")


def test_escape_leaves_the_comment_and_nothing_is_said(
    qtbot: QtBot, panel: WalkthroughPanel, desk: Desk
) -> None:
    walk = begun(qtbot, panel, desk)
    press(panel, "walkFailed")
    QTest.keyClick(find(panel, "walkComment"), Qt.Key.Key_Escape)
    assert walk.verdicts == {}
    assert find(panel, "walkPassed").isVisible()


def test_the_button_of_a_step_says_what_it_offers(
    qtbot: QtBot, panel: WalkthroughPanel, desk: Desk
) -> None:
    begun(qtbot, panel, desk)
    button = find(panel, "walkOffer")
    assert isinstance(button, QAbstractButton)
    assert button.text() == "Forget the decision"
    button.click()
    assert desk.taken_up == [Offer.FORGET]


def test_a_long_name_makes_nothing_wider(qtbot: QtBot, panel: WalkthroughPanel, desk: Desk) -> None:
    desk.program_name = LONG
    begun(qtbot, panel, desk)
    press(panel, "walkPassed")
    qtbot.waitUntil(lambda: LONG[:20] in reads(panel, "walkText"))
    card = find(panel, "walkCard")
    assert card.width() <= panel.width()
    assert panel.width() == 480


class Desktop(QObject):
    """What opens files on the person's desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_at_the_end_the_report_opens_and_the_walk_begins_once_more(
    qtbot: QtBot, panel: WalkthroughPanel, desk: Desk, tmp_path: Path
) -> None:
    walk = begun(qtbot, panel, desk)
    while not walk.finished:
        press(panel, "walkPassed")
    assert reads(panel, "walkResult") == "Passed"
    assert not find(panel, "walkOpenReport").isEnabled()
    desk.finish()
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    try:
        press(panel, "walkOpenReport")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert desktop.opened == [str(tmp_path / "report.html")]
    press(panel, "walkAgain")
    assert desk.walk is not walk
    press(panel, "walkthroughLeave")
    assert desk.walk is None


def test_a_walk_whose_program_is_closed_says_so_and_opens_it(
    qtbot: QtBot, panel: WalkthroughPanel, desk: Desk
) -> None:
    begun(qtbot, panel, desk)
    assert not panel.findChild(QWidget, "walkClosed").isVisible()
    desk.program_runs = False
    desk._watchers.announce(desk.walk)
    labels = find(panel, "walkClosed").findChildren(QLabel)
    assert "Tea is closed: nothing of it is seen here." in [one.text() for one in labels]
    press(panel, "walkOpen")
    assert desk.taken_up == [Offer.OPEN]
    desk.program_runs = True
    desk._watchers.announce(desk.walk)
    assert not panel.findChild(QWidget, "walkClosed").isVisible()


def test_words_filter_walkthroughs_and_steps_and_what_is_shown_is_copied(
    qtbot: QtBot, panel: WalkthroughPanel, desk: Desk
) -> None:
    field = panel.findChild(QLineEdit, "walkthroughFilter")
    QTest.keyClicks(field, "REINSTALL")
    rows = [one for one in panel.findChildren(QAbstractButton) if one.isVisible()]
    shown = [one.objectName() for one in rows if one.objectName().startswith("walkthrough_")]
    assert shown == ["walkthrough_delete-and-reinstall"]
    press(panel, "walkthroughCopyAll")
    assert QGuiApplication.clipboard().text().startswith("Delete and reinstall: ")
    field.clear()
    walk = begun(qtbot, panel, desk)
    walk.tick()
    press(panel, "walkthroughCopyAll")
    first = QGuiApplication.clipboard().text().splitlines()[0]
    assert first.startswith("1. ")
    assert first.endswith("[Ticked by hand]")


def test_the_steps_follow_the_walk(qtbot: QtBot, panel: WalkthroughPanel, desk: Desk) -> None:
    walk = begun(qtbot, panel, desk)
    walk.tick()
    walk.fail("")
    walk.skip()
    ends = [said.rpartition("[")[2] for said in rows_of(panel)]
    assert ends[:3] == ["Ticked by hand]", "Failed]", "Skipped]"]
    assert "[" not in rows_of(panel)[3]
    walk.back()
    assert "[" not in rows_of(panel)[2]


def test_the_arrows_go_from_step_to_step_and_bring_each_into_view(
    qtbot: QtBot, panel: WalkthroughPanel, desk: Desk
) -> None:
    begun(qtbot, panel, desk)
    panel.resize(480, 300)
    steps = steps_of(panel)
    steps.setFocus(Qt.FocusReason.TabFocusReason)
    area = steps.parentWidget()
    while not isinstance(area, QScrollArea):
        area = area.parentWidget()
    for row in range(steps.model().rowCount()):
        QTest.keyClick(steps, Qt.Key.Key_Home if row == 0 else Qt.Key.Key_Down)
        assert steps.currentIndex().row() == row
        place = steps.visualRect(steps.currentIndex())
        top = steps.viewport().mapTo(area.viewport(), place.topLeft()).y()
        assert top >= 0
        assert top + place.height() <= area.viewport().height()
    QTest.keyClick(steps, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == rows_of(panel)[-1]


def test_the_list_is_as_high_as_its_steps_however_narrow_it_is(
    qtbot: QtBot, panel: WalkthroughPanel, desk: Desk
) -> None:
    walk = begun(qtbot, panel, desk)
    steps = steps_of(panel)

    def is_whole() -> bool:
        last = steps.model().index(steps.model().rowCount() - 1, 0)
        return steps.visualRect(last).bottom() + 1 == steps.height()

    qtbot.waitUntil(is_whole)
    wide = steps.height()
    panel.resize(300, 700)
    qtbot.waitUntil(lambda: steps.height() > wide and is_whole())
    before = steps.height()
    walk.fail("It hangs, and what is said of it takes more than one line here " * 3)
    qtbot.waitUntil(lambda: steps.height() > before + 20 and is_whole())
