"""Makes a change of what is kept, and tells the person if the disk refuses it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from miniapp_host.texts import Texts, ToldError


def saved(change: Callable[[], object], screen: QWidget, texts: Texts) -> bool:
    """Make `change` and return whether that worked; an error is shown over `screen`."""
    try:
        change()
    except (ToldError, OSError) as problem:
        tell_unsaved(problem, screen, texts)
        return False
    return True


def tell_unsaved(problem: Exception, screen: QWidget, texts: Texts) -> None:
    """Show over `screen` why a change was not kept."""
    from miniapp_host.shell.sheets.notice import show_notice  # nearly everything is kept

    show_notice(screen, problem, texts, texts("This could not be saved"))
