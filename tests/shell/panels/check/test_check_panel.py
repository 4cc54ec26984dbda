"""The panel Check: what it says of a check that found nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from miniapp_host.checks.issues import Issue
from miniapp_host.shell.panels.check.check_desk import CheckState, Stage
from miniapp_host.shell.panels.check.check_panel import CheckPanel
from miniapp_host.texts import Texts
from miniapp_host.watchers import Unwatch, Watchers


class Desk:
    """A check that stands as it is told."""

    program_name = "Shop"

    def __init__(self, state: CheckState) -> None:
        self.state = state
        self._watchers: Watchers[CheckState] = Watchers()

    def watch(self, callback: Callable[[CheckState], None]) -> Unwatch:
        return self._watchers.watch(callback)

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def open_file(self, issue: Issue) -> None: ...

    def open_page(self, issue: Issue) -> None: ...


@pytest.mark.parametrize(
    ("problem", "title"),
    [("", "Nothing is wrong"), ("The pages could not be opened.", "Nothing found")],
)
def test_a_program_is_only_right_if_its_pages_could_be_opened(
    problem: str, title: str, texts: Texts, qtbot: QtBot
) -> None:
    panel = CheckPanel(Desk(CheckState(Stage.DONE, problem=problem)), tuple, texts)
    qtbot.addWidget(panel)
    panel.show()
    said = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert title in said
    if problem:
        assert problem in said
