"""The modals in which the phone itself speaks: a notice, a question, one line to write."""

from miniapp_host.api.calls.screen import Modal
from miniapp_host.programs.usual_colours import MODAL_CONFIRM
from miniapp_host.texts import Texts


def notice(title: str, content: str, confirm: str) -> Modal:
    """Tells something; `confirm` is its only button."""
    return Modal(title=title, content=content, confirm_text=confirm, show_cancel=False)


def question(
    title: str, content: str, confirm: str, texts: Texts, confirm_color: str = MODAL_CONFIRM
) -> Modal:
    """Asks whether to do what `confirm` says."""
    return Modal(
        title=title,
        content=content,
        confirm_text=confirm,
        confirm_color=confirm_color,
        cancel_text=texts("Cancel"),
    )


def text_input(title: str, written: str, placeholder: str, texts: Texts) -> Modal:
    """Asks for one line; `written` stands there at first, `placeholder` while there is nothing."""
    return Modal(
        title=title,
        content=written,
        confirm_text=texts("Done"),
        cancel_text=texts("Cancel"),
        editable=True,
        placeholder=placeholder,
    )
