"""`miniapp-host completion SHELL`: prints a script with which a shell completes our words.

shtab writes it from the parsers themselves: nothing runs at a press of Tab but for an appid.
"""

import argparse
from collections.abc import Iterator
from typing import Any

from miniapp_host.cli import open as opening
from miniapp_host.cli.commands import COMMANDS, module_of
from miniapp_host.cli.words import WordsParser
from miniapp_host.permissions.scopes import SCOPES

PROGRAM = "miniapp-host"
_FOLDERS = {
    "bash": f"complete -o bashdefault -o default -F _shtab_miniapp_host {PROGRAM}",
    "zsh": "_miniapp_host() { _shtab_miniapp_host; (( CURRENT == 2 )) && _files -/ }\n"
    f"compdef _miniapp_host -N {PROGRAM}",
    "fish": f"complete -c {PROGRAM} -n __fish_use_subcommand -a '(__fish_complete_directories)'",
}
"""What lets the first word be a folder, too, which shtab knows nothing of."""
_APPIDS = f"{PROGRAM} programs list 2>/dev/null | cut -d' ' -f1"


def add_words(parser: argparse.ArgumentParser) -> None:
    """Describes the sub-command and the words it understands."""
    parser.description = (
        "Prints a script that makes a shell complete miniapp-host's words with Tab.\n\n"
        '  bash: eval "$(miniapp-host completion bash)" in ~/.bashrc\n'
        '  zsh:  eval "$(miniapp-host completion zsh)" in ~/.zshrc, after compinit\n'
        "  fish: miniapp-host completion fish > ~/.config/fish/completions/miniapp-host.fish"
    )
    parser.add_argument("shell", choices=tuple(_FOLDERS), metavar="SHELL", help="bash, zsh or fish")


def run(words: argparse.Namespace) -> int:
    """Print the script and return 0."""
    import shtab

    print(shtab.complete(whole_parser(), words.shell, root_prefix="miniapp_host"))
    print(_FOLDERS[words.shell])
    return 0


def whole_parser() -> argparse.ArgumentParser:
    """One parser of all sub-commands, whose actions say how their values are completed."""
    whole = WordsParser(prog=PROGRAM)
    opening.add_options(whole)
    words = whole.add_subparsers()
    for command in COMMANDS:
        module_of(command).add_words(words.add_parser(command.name, help=command.summary))
    for action in _actions(whole):
        _describe(action)
    return whole


def _describe(action: Any) -> None:
    """Tells shtab what the action's value is, which its metavar says to people."""
    import shtab

    match action.metavar:
        case "FILE":
            action.complete = shtab.FILE
        case "FOLDER" | "DIR":
            action.complete = shtab.DIRECTORY
        case "APPID":
            action.complete = shtab.cmd(_APPIDS)
        case "SCOPE":
            action.choices = [*(scope.id for scope in SCOPES), "all"]
        case _:
            pass


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every action of the parser and of all parsers in it."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for inner in dict.fromkeys(action.choices.values()):
                yield from _actions(inner)
