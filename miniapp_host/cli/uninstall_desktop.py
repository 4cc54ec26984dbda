"""`miniapp-host uninstall-desktop`: takes the phone out of the desktop's menu."""

import argparse


def add_words(parser: argparse.ArgumentParser) -> None:
    """Describes the sub-command, which understands no words."""
    parser.description = (
        "Removes what “miniapp-host install-desktop” has written, and nothing else: the phone and "
        "all that it remembers stay."
    )


def run(words: argparse.Namespace) -> int:
    """Remove it, say what was removed, and return 0; raises DesktopError if it can't be done."""
    from miniapp_host.desktop.menu import menu_of_this_system

    removed = menu_of_this_system().uninstall()
    for path in removed:
        print(words.texts("removed {path}", path=path))
    if not removed:
        print(words.texts("MiniApp Host was not in the menu of your desktop."))
    return 0
