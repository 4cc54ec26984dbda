"""The panel Check: what it says of a check, in the language of the phone."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from miniapp_host.checks.issues import Issue, error
from miniapp_host.shell.panels.check.check_desk import CheckState, Stage
from miniapp_host.shell.panels.check.check_panel import CheckPanel
from miniapp_host.texts import Sentence, Texts
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


@pytest.fixture
def panel(chinese: Texts, qtbot: QtBot) -> CheckPanel:
    """A panel of a Chinese phone with what the host and what the program says."""
    lost = Sentence("the module {name} is not in the package", name="./tea")
    remedy = Sentence("Add the file, or correct the path.")
    issues = (error("app.js", 3, lost, remedy), error("app.js", 4, "TypeError: a is undefined"))
    made = CheckPanel(Desk(CheckState(Stage.DONE, issues)), tuple, chinese)
    qtbot.addWidget(made)
    made.show()
    return made


def test_issues_are_said_in_the_phone_s_language_and_the_program_s_words_stay(
    panel: CheckPanel,
) -> None:
    texts = [panel.rows.index(row, 2).data() for row in range(panel.rows.rowCount())]
    assert texts == ["代码包中没有模块 ./tea", "TypeError: a is undefined"]


def test_the_chosen_issue_its_remedy_and_the_copy_are_in_that_language_too(
    panel: CheckPanel,
) -> None:
    panel.table.choose_row(0)
    detail = panel.detail_of(panel.rows.record(0))
    assert detail.sentence == "代码包中没有模块 ./tea"
    assert "请添加文件或更正路径。" in [fact.text for fact in detail.facts]
    assert panel.copied().splitlines()[0] == "错误 app.js:3 代码包中没有模块 ./tea"
