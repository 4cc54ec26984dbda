"""`miniapp-host install-desktop`: puts the phone into the desktop's menu."""

import argparse


def add_words(parser: argparse.ArgumentParser) -> None:
    """Describes the sub-command, which understands no words."""
    parser.description = (
        "Puts MiniApp Host into the menu of your desktop, with its icon, so that it starts by "
        "double click and opens a program's folder that is dropped on it. Run it again after you "
        "have moved the installation. “miniapp-host uninstall-desktop” takes it out again."
    )


def run(words: argparse.Namespace) -> int:
    """Put it there, say where, and return 0; raises DesktopError if it can't be done."""
    from miniapp_host.desktop.menu import menu_of_this_system
    from miniapp_host.desktop.own_program import own_program

    program = own_program()
    place = menu_of_this_system().install(program)
    print(words.texts("MiniApp Host is in the menu of your desktop: {place}", place=place))
    print(words.texts("It starts {program}", program=program))
    return 0
