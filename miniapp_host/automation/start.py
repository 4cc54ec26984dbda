"""Starts the phone of a data folder, or brings the one that runs already to the front."""

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from miniapp_host.automation.claim import Claim
from miniapp_host.automation.reach import ACTIVATION_TOKEN, OPEN, folder_of, reach
from miniapp_host.automation.verb_error import HungUpError
from miniapp_host.phone.inspection import HOST, free_port
from miniapp_host.phone.openable import check_program
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from miniapp_host.phone.running import run
from miniapp_host.programs.open_error import OpenError
from miniapp_host.texts import Sentence, ToldError, tell_terminal


def start(options: Options) -> int:
    """Show the phone until it is closed, and return the exit code.

    If a phone runs over the same data folder it comes to the front and opens the program, and this
    process is done. Raises ToldError if what `options` ask for can't be met.
    """
    if options.folder is not None:
        check_program(options.folder, options.page)
    options.read_files()
    claim = Claim(folder_of(options.data_dir))
    if _hand_over(claim, options):
        return 0
    options = replace(options, data_dir=claim.folder, inspect=_inspect_port(options.inspect))

    def listen(phone: Phone) -> None:
        from miniapp_host.automation.listener import Listener  # while the window is painted

        Listener(phone, options)
        phone.first_steps.begin(QGuiApplication.platformName())

    return run(options, listen)


def _hand_over(claim: Claim, options: Options) -> bool:
    """Whether a running phone has taken what `options` ask for; False once the claim is ours.

    A phone that closes meanwhile takes nothing; then its end is waited for.
    """
    while (line := reach(claim)) is not None:
        if options.inspect is not None:
            raise ToldError(
                Sentence("A phone runs already: close it, so that one can be inspected.")
            )
        with suppress(HungUpError):
            line.ask(OPEN, wish_of(options))
            _end_startup_notice()
            return True
    return False


def _end_startup_notice() -> None:
    from miniapp_host.automation.startup_notice import end_startup_notice  # loads ctypes

    end_startup_notice(os.environ)


def _inspect_port(wanted: int | None) -> int | None:
    """The port at which Chromium will listen, told on the terminal; None if it is not wanted.

    Raises ToldError if it is taken.
    """
    if wanted is None:
        return None
    port = free_port(wanted)
    tell_terminal(
        Sentence(
            "Programs can be inspected at http://{host}:{port} once one is open (in Chrome: "
            "chrome://inspect).",
            host=HOST,
            port=port,
        )
    )
    return port


def claim_alone(data_dir: Path | None) -> Claim:
    """The claim of a data folder for a phone that nobody else may run; keep it while that runs.

    Raises OpenError if a phone runs there already.
    """
    claim = Claim(folder_of(data_dir))
    if reach(claim) is None:
        return claim
    raise OpenError(
        Sentence(
            "A phone runs over {folder} already. Close it, or name another folder with --data-dir.",
            folder=claim.folder,
        )
    )


def wish_of(options: Options) -> dict[str, object]:
    """The parameters of Host.open, which say the same as `options`."""
    return {
        "folder": _absolute(options.folder),
        "page": options.page,
        "versionType": options.version,
        "fixtures": _absolute(options.fixtures),
        "domains": _absolute(options.domains),
        "activationToken": os.environ.get(ACTIVATION_TOKEN),
    }


def _absolute(path: Path | None) -> str | None:
    return None if path is None else str(path.absolute())
