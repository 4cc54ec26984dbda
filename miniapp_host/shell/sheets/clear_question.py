"""The questions before a program's data or its decisions go: what goes, and what stays."""

from miniapp_host.api.calls.screen import Modal
from miniapp_host.shell.kit.theme import LIGHT
from miniapp_host.shell.sheets.host_modals import question
from miniapp_host.texts import Texts


def clear_question(name: str, texts: Texts) -> Modal:
    """Asks whether what the program `name` has stored is to go."""
    content = texts(
        "Its stored data and its files on this phone will be gone, and it starts anew. "
        "Your permission decisions stay."
    )
    title = texts("Clear the data of “{name}”?", name=name)
    return question(title, content, texts("Clear data"), texts, confirm_color=LIGHT.red)


def ask_again_question(name: str, texts: Texts) -> Modal:
    """Asks whether every decision about the program `name` is to be taken back."""
    content = texts(
        "All permission decisions about “{name}” are taken back, so it asks like the first time. "
        "Its stored data stays.",
        name=name,
    )
    return question(texts("Ask again for everything?"), content, texts("Ask again"), texts)
