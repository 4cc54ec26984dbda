"""The panel Check: what it says of a check that found nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from miniapp_host.checks.issues import Issue
from miniapp_host.checks.remedies import _KNOWN
from miniapp_host.shell.panels.check.check_desk import CheckState, Stage
from miniapp_host.shell.panels.check.check_panel import CheckPanel
from miniapp_host.shell.panels.check.issue_words import said_issue
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


@pytest.mark.parametrize("remedy", [remedy for _, _, remedy in _KNOWN])
def test_every_remedy_of_a_finding_is_said_in_chinese(remedy: str, chinese: Texts) -> None:
    assert said_issue(remedy, chinese) != remedy
    assert not said_issue(remedy, chinese).isascii()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wx.startHCE is not supported here: it fails with not supported", "wx.startHCE"),
        ("tabBar.box-shadow is not a key that WeChat documents", "tabBar.box-shadow"),
        ('Add "getLocation" to requiredPrivateInfos in app.json.', '"getLocation"'),
        (
            'Add "permission": {"scope.camera": {"desc": "…"}} to app.json, at most 30 characters,'
            " or 60 Latin letters.",
            '{"scope.camera": {"desc": "…"}}',
        ),
        ("tabBar has 7 items; the phone shows 2 to 5", "7"),
    ],
)
def test_what_an_issue_names_stands_in_the_chinese_sentence(
    text: str, expected: str, chinese: Texts, texts: Texts
) -> None:
    said = said_issue(text, chinese)
    assert said != text
    assert expected in said
    assert said_issue(text, texts) == text


def test_what_a_program_itself_says_stays_as_it_is(chinese: Texts) -> None:
    assert said_issue("TypeError: a is undefined", chinese) == "TypeError: a is undefined"
