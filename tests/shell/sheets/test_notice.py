"""What the phone tells a person has a title, and says why a change was not kept."""

import pytest
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.shell.sheets.notice import show_notice
from miniapp_host.shell.sheets.saving import saved
from miniapp_host.texts import Sentence, Texts, ToldError

FULL = ToldError(Sentence("{name} is no picture", name="a.txt"))


def told(screen: QWidget) -> list[tuple[str, str]]:
    """Title and words of each notice on the screen."""
    return [
        (
            modal.findChild(PlainLabel, "modalTitle").text(),
            modal.findChild(PlainLabel, "modalContent").text(),
        )
        for modal in screen.findChildren(ModalDialog)
    ]


@pytest.mark.parametrize(
    ("words", "title"), [(FULL, "That did not work"), (Sentence("All is well."), "Please note")]
)
def test_a_notice_has_a_title(screen: QWidget, texts: Texts, words: object, title: str) -> None:
    show_notice(screen, words, texts)
    assert told(screen) == [(title, str(words))]


def test_a_change_that_is_refused_is_told_and_one_that_is_made_is_not(
    screen: QWidget, texts: Texts
) -> None:
    def refused() -> None:
        raise FULL

    made: list[int] = []
    assert saved(lambda: made.append(1), screen, texts)
    assert made == [1]
    assert told(screen) == []
    assert not saved(refused, screen, texts)
    assert told(screen) == [("This could not be saved", "a.txt is no picture")]


def test_a_mistake_of_our_own_is_not_taken_for_a_full_disk(screen: QWidget, texts: Texts) -> None:
    def wrong() -> None:
        raise ValueError("ours")

    with pytest.raises(ValueError, match="ours"):
        saved(wrong, screen, texts)
