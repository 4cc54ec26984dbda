"""Qt's own words on the phone."""

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from miniapp_host.shell.settings.appearance import LanguageChoice


def field_menu(qtbot: QtBot) -> str:
    """What the menu of a text field says."""
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    return " ".join(action.text() for action in menu.actions())


def test_the_menu_of_a_field_speaks_the_phone_s_language_at_once(
    phone: Phone, qtbot: QtBot
) -> None:
    phone.appearance.choose_language(LanguageChoice.ZH)
    assert "复制" in field_menu(qtbot)
    phone.appearance.choose_language(LanguageChoice.EN)
    assert "Copy" in field_menu(qtbot)


def test_the_buttons_of_a_dialog_do_too(phone: Phone, qtbot: QtBot) -> None:
    phone.appearance.choose_language(LanguageChoice.ZH)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.buttons()[0].text() == "取消"


def test_a_phone_that_is_closed_leaves_no_words_behind(phone: Phone, qtbot: QtBot) -> None:
    phone.appearance.choose_language(LanguageChoice.ZH)
    phone.close()
    assert "Copy" in field_menu(qtbot)
    assert phone.findChildren(QTranslator) == []
