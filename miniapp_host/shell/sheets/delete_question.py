"""The question before a program is deleted: it says what goes and what stays."""

from miniapp_host.api.calls.screen import Modal
from miniapp_host.shell.kit.theme import LIGHT
from miniapp_host.shell.sheets.host_modals import question
from miniapp_host.texts import Texts


def delete_question(name: str, *, owned: bool, texts: Texts) -> Modal:
    """The question for the program `name`; `owned`: its folder is the phone's own copy."""
    goes = texts(
        "Its permission decisions, its stored data and its files on this phone will be gone. "
        "This cannot be undone."
    )
    folder = (
        texts("The phone's copy of the program goes too.")
        if owned
        else texts("The folder you opened stays where it is.")
    )
    title = texts("Delete “{name}”?", name=name)
    return question(title, f"{goes}\n{folder}", texts("Delete"), texts, confirm_color=LIGHT.red)
