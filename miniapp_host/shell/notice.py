"""Tells the person something, with one button to go on."""

from PySide6.QtWidgets import QWidget

from miniapp_host.api.screen import Modal
from miniapp_host.shell.modal import USUAL_CANCEL, USUAL_CONFIRM, ModalDialog
from miniapp_host.texts import Texts


def show_notice(screen: QWidget, title: str, text: str, texts: Texts) -> None:
    """Tells the person something over `screen`, with one button to go on."""
    modal = Modal(
        title=title,
        content=text,
        show_cancel=False,
        cancel_text="",
        cancel_color=USUAL_CANCEL,
        confirm_text=texts("Got it"),
        confirm_color=USUAL_CONFIRM,
    )
    ModalDialog(screen, modal).open()
