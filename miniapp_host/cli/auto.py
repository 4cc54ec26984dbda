"""`miniapp-host auto`: runs a program that scripts drive over the automator's protocol."""

import argparse
from pathlib import Path

from miniapp_host.cli.failure import tell
from miniapp_host.cli.permissions import read_states
from miniapp_host.cli.words import add_phone, options_of, port_number
from miniapp_host.texts import ToldError

PORT = 9420
POLICIES = ("ask", "allow", "deny")


def add_words(parser: argparse.ArgumentParser) -> None:
    """Describes the sub-command and the words it understands."""
    parser.description = (
        "Runs a program that scripts drive at ws://127.0.0.1:PORT: miniprogram-automator, jest, "
        "minium, and whoever speaks their protocol. The first line of the output names the token "
        "that the phone's own Host.* methods want."
    )
    parser.add_argument(
        "--project", type=Path, required=True, metavar="FOLDER", help="its folder or .zip"
    )
    parser.add_argument(
        "--auto-port",
        type=port_number,
        default=PORT,
        metavar="PORT",
        help=f"default: {PORT}; 0: any free",
    )
    add_answers(parser)
    add_phone(parser)


def add_answers(parser: argparse.ArgumentParser) -> None:
    """Adds who sees the phone, what is decided before the start and who answers prompts."""
    parser.add_argument("--headless", action="store_true", help="without a window on the screen")
    parser.add_argument(
        "--permissions",
        type=Path,
        metavar="FILE",
        help='what is decided before the start: {"scope.camera": "denied", "all": "undecided"}',
    )
    parser.add_argument(
        "--prompt-policy",
        choices=POLICIES,
        default=POLICIES[0],
        help="allow or deny every prompt, or ask: the script or a person answers (default)",
    )


def run(words: argparse.Namespace) -> int:
    """Run it until the phone is closed and return 0; 2 if it can't start."""
    from miniapp_host.phone.plain_imports import plain_imports

    with plain_imports():
        from miniapp_host.automation.auto import Wire, start_auto
        from miniapp_host.automation.prompt_policy import POLICIES as ANSWERS

        try:
            wire = Wire(
                folder=words.project.absolute(),
                port=words.auto_port,
                headless=words.headless,
                states=read_states(words.permissions) if words.permissions else {},
                answer=ANSWERS[words.prompt_policy],
            )
            return start_auto(options_of(words), wire)
        except ToldError as error:
            return tell(error, words.texts)
