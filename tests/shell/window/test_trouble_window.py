"""The window that says why the phone can't start."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host import paths
from miniapp_host.memory.store_error import StoreError
from miniapp_host.programs.manifest import ManifestError
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.theme import theme
from miniapp_host.shell.window.trouble_window import TroubleWindow
from miniapp_host.texts import Language, Sentence, Texts, ToldError

FULL = StoreError("The disk is full.", "Free some space and try again.", "errno 28")


def shown(qtbot: QtBot, language: Language = Language.EN, words: ToldError = FULL) -> TroubleWindow:
    texts = Texts(language, paths.resources() / "i18n")
    window = TroubleWindow(words, "line one\nline two", texts, theme(dark=False))
    qtbot.addWidget(window)
    window.show()
    return window


def click(qtbot: QtBot, window: QWidget, name: str) -> None:
    button = window.findChild(QAbstractButton, name)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_what_is_wrong_and_what_to_do_in_the_person_s_language(qtbot: QtBot) -> None:
    english, chinese = shown(qtbot), shown(qtbot, Language.ZH)
    text = english.findChild(PlainLabel, "troubleText").text()
    assert text == "The disk is full. Free some space and try again."
    assert "磁盘已满" in chinese.findChild(PlainLabel, "troubleText").text()


def test_its_title_says_whether_the_program_or_the_phone_is_at_fault(qtbot: QtBot) -> None:
    bad = ManifestError("app.json", "pages", Sentence("it is empty"), Sentence("Add a page."))
    windows = [shown(qtbot, language, words) for language in Language for words in (bad, FULL)]
    titles = [window.findChild(PlainLabel, "troubleTitle").text() for window in windows]
    assert titles == [
        "This can’t be opened",
        "MiniApp Host can’t start",
        "无法打开",
        "MiniApp Host 无法启动",
    ]


def test_the_file_that_is_meant_is_named(qtbot: QtBot) -> None:
    file = "/home/person/phone.sqlite"
    named = shown(qtbot, words=StoreError("It is newer.", "Update.", file))
    label = named.findChild(PlainLabel, "troubleFile")
    assert (label.text(), label.isVisible()) == (file, True)
    assert not shown(qtbot).findChild(PlainLabel, "troubleFile").isVisible()


def test_details_open_and_can_be_copied(qtbot: QtBot) -> None:
    window = shown(qtbot)
    details = window.findChild(QPlainTextEdit)
    assert not details.isVisible()
    click(qtbot, window, "troubleDetails")
    assert details.isVisible()
    click(qtbot, window, "troubleCopy")
    assert QGuiApplication.clipboard().text() == "line one\nline two"
    click(qtbot, window, "troubleDetails")
    assert not details.isVisible()


def test_a_start_that_keeps_nothing_is_offered_where_it_helps(qtbot: QtBot) -> None:
    window = shown(qtbot)
    assert not window.findChild(QAbstractButton, "troubleStart").isVisible()
    window.offer_start()
    click(qtbot, window, "troubleStart")
    assert (window.isVisible(), window.start_wished) == (False, True)


def test_escape_and_its_button_close_it(qtbot: QtBot) -> None:
    window = shown(qtbot)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    window = shown(qtbot)
    click(qtbot, window, "troubleClose")
    assert not window.isVisible()
