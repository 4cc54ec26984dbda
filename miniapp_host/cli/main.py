"""The entry point of `miniapp-host`."""

import os
import subprocess
import sys
from collections.abc import Sequence

from miniapp_host.cli import commands
from miniapp_host.cli.failure import tell
from miniapp_host.cli.kept_nowhere import keeps_nothing
from miniapp_host.cli.terminal_notices import told_on_terminal
from miniapp_host.cli.terminal_texts import terminal_texts
from miniapp_host.paths import own_command
from miniapp_host.phone.options import STARTS_ANEW
from miniapp_host.phone.system_libraries import lacks_told
from miniapp_host.texts import ToldError

INTERRUPTED = 130
"""What shells expect of a program that Ctrl+C has ended."""
UNREAD = 141
"""What shells expect of a program whose reader has left, as `head` does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what the words ask for and returns its exit code.

    It is 2, after a line on standard error, when something outside of us is in the way.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    texts, words = terminal_texts(given, os.environ)
    try:
        with lacks_told(), told_on_terminal(texts):
            code = commands.run(words, texts)
            print(end="", flush=True)  # a reader who has left is noticed here, not at Python's end
        return _start_anew(given) if code == STARTS_ANEW else code
    except ToldError as error:
        return tell(error, texts)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _nobody_reads()


def _nobody_reads() -> int:
    """Let what is still to be written go nowhere: Python would complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return UNREAD


def _start_anew(given: Sequence[str]) -> int:
    """Runs the same words in a new process, in place of this one where systems can do that.

    This one stays if it has a folder to remove at its end.
    """
    command = [*own_command(), *given]
    if os.name == "posix" and not keeps_nothing(os.environ):
        os.execv(command[0], command)
    return subprocess.call(command)
