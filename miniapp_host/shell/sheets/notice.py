"""Tells the person something, with one button to go on."""

from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.screen import Modal
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.sheets.modal import USUAL_CANCEL, USUAL_CONFIRM, ModalDialog
from miniapp_host.texts import Texts


def show_notice(screen: QWidget, words: object, texts: Texts, title: str = "") -> None:
    """Tells the person over `screen` what `words`, a sentence or an error, say.

    It lies over everything else, so that it can be read at once.
    """
    modal = Modal(
        title=title,
        content=texts.said(words),
        show_cancel=False,
        cancel_text="",
        cancel_color=USUAL_CANCEL,
        confirm_text=texts("Got it"),
        confirm_color=USUAL_CONFIRM,
    )
    ModalDialog(screen, modal, Layer.NOTICE).open()
