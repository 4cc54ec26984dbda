"""The table of sub-commands. A sub-command is one row here and one module in this room."""

import argparse
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from miniapp_host.cli.words import WordsParser, add_language
from miniapp_host.programs.open_error import OpenError
from miniapp_host.texts import Sentence, Texts


@dataclass(frozen=True)
class Command:
    """A sub-command: its word, its module, which is loaded only when it is used, and its help."""

    name: str
    module: str
    summary: str


class CommandModule(Protocol):
    """What the module of a sub-command defines."""

    def add_words(self, parser: argparse.ArgumentParser) -> None:
        """Describes the sub-command and the words it understands."""
        ...

    def run(self, words: argparse.Namespace) -> int:
        """Do it and return the exit code; raises ToldError if it can't be done."""
        ...


OPEN = Command("open", "miniapp_host.cli.open", "shows the phone and opens a program (the default)")
COMMANDS = (
    OPEN,
    Command("check", "miniapp_host.cli.check", "says what is wrong with a program"),
    Command("walk", "miniapp_host.cli.walk", "shows a walkthrough beside the phone"),
    Command("record", "miniapp_host.cli.record", "makes a test of what is done on the phone"),
    Command("permissions", "miniapp_host.cli.permissions", "lists, sets and resets decisions"),
    Command("prompt", "miniapp_host.cli.prompt", "sees and answers the prompt of a running phone"),
    Command("programs", "miniapp_host.cli.programs", "lists, adds and deletes programs"),
    Command("auto", "miniapp_host.cli.auto", "runs a program that scripts drive"),
    Command("cli-path", "miniapp_host.cli.cli_path", "names the program that clients start"),
    Command("stand-in", "miniapp_host.cli.stand_in", "what that program runs"),
    Command("device", "miniapp_host.cli.device", "moves the phone, turns its switches"),
    Command("completion", "miniapp_host.cli.completion", "makes a shell complete these words"),
    Command("history", "miniapp_host.cli.history", "tells what was decided, when and by whom"),
    Command("install-desktop", "miniapp_host.cli.install_desktop", "puts the phone into the menu"),
    Command(
        "uninstall-desktop", "miniapp_host.cli.uninstall_desktop", "takes it out of the menu again"
    ),
)


def command_of(given: Sequence[str]) -> tuple[Command, Sequence[str]]:
    """The sub-command that the first word names, else OPEN, and the words that are left for it.

    Raises OpenError if the first word looks like a misspelt sub-command.
    """
    named = {command.name: command for command in COMMANDS}
    first = given[0] if given else ""
    if first in named:
        return named[first], given[1:]
    if _could_be_command(first):
        _refuse_misspelt(first, named)
    return OPEN, given


def run(given: Sequence[str], texts: Texts) -> int:
    """Run the sub-command that the words name; raises ToldError if it can't be done.

    Its module finds `texts`, what it speaks to the terminal with, among the words.
    """
    command, words = command_of(given)
    module = module_of(command)
    parser = WordsParser(
        prog="miniapp-host" if command is OPEN else f"miniapp-host {command.name}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add_words(parser)
    add_language(parser)
    return module.run(parser.parse_args(words, argparse.Namespace(texts=texts)))


def module_of(command: Command) -> CommandModule:
    """The module of the sub-command, loaded."""
    return cast(CommandModule, import_module(command.module))


def listed() -> str:
    """The sub-commands with their help, a line each."""
    width = max(len(command.name) for command in COMMANDS)
    return "\n".join(f"  {command.name:{width}}  {command.summary}" for command in COMMANDS)


def _could_be_command(word: str) -> bool:
    return word.replace("-", "_").isidentifier() and word[0] != "-" and not Path(word).exists()


def _refuse_misspelt(word: str, names: Collection[str]) -> None:
    from miniapp_host.nearest import nearest

    meant = nearest(word, names)
    if meant is not None:
        raise OpenError(
            Sentence(
                "There is neither a command nor a folder {word}. Did you mean {command}?",
                word=word,
                command=meant,
            )
        )
