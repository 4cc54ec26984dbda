"""Tells the person something, with one button to go on."""

from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.sheets.host_modals import notice
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.texts import Texts


def show_notice(screen: QWidget, words: object, texts: Texts, title: str = "") -> None:
    """Tells the person over `screen` what `words`, a sentence or an error, say.

    Without a `title` one says whether it is a failure. It lies over everything else, so that it can
    be read at once.
    """
    failed = isinstance(words, Exception)
    usual = texts("That did not work") if failed else texts("Please note")
    modal = notice(title or usual, texts.said(words), texts("Got it"))
    ModalDialog(screen, modal, Layer.NOTICE).open()
