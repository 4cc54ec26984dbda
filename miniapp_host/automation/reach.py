"""Reaches the phone of a data folder: the running one if there is one, else its memory."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from miniapp_host import paths
from miniapp_host.automation.claim import Claim, address_of
from miniapp_host.automation.verb_error import FolderError, HungUpError, VerbError
from miniapp_host.texts import Sentence, reason_of

if TYPE_CHECKING:
    from miniapp_host.automation.local_line import LocalLine

GET_INFO = "Host.getInfo"
OPEN = "Host.open"
CLOSE = "Host.close"
ACTIVATION_TOKEN = "XDG_ACTIVATION_TOKEN"
"""With this a Wayland compositor lets the window of another process come to the front."""
PATIENCE_SECONDS = 10.0
"""How long a phone is waited for: it starts, ends, or opens a program on a busy machine."""
_PAUSE_SECONDS = 0.02


def folder_of(data_dir: Path | None) -> Path:
    """The data folder, made if absent; raises FolderError if it can't be made."""
    try:
        return paths.data_dir(data_dir)
    except OSError as problem:
        raise FolderError(
            Sentence(
                "{folder} can't be the phone's folder: {reason}. Allow writing there, or name "
                "another folder with --data-dir.",
                folder=problem.filename or data_dir or "",
                reason=reason_of(problem),
            )
        ) from problem


def reach(claim: Claim, patience: float = PATIENCE_SECONDS) -> "LocalLine | None":
    """A line to the phone that has the claim, or None once the claim is ours.

    Raises VerbError if for `patience` seconds that phone does not answer, or nobody listens.
    """
    end = time.monotonic() + patience
    while not claim.take():
        line = _line_to(claim.folder, patience)
        if line is not None:
            return line
        if time.monotonic() > end:
            raise _silent(claim.folder)
        time.sleep(_PAUSE_SECONDS)
    return None


def _line_to(folder: Path, patience: float) -> "LocalLine | None":
    """A line on which somebody has answered; None if nobody listens, or no longer.

    Raises VerbError if somebody listens and is silent for `patience` seconds.
    """
    from miniapp_host.automation.local_line import LocalLine  # loads QtNetwork

    try:
        line = LocalLine(address_of(folder))
        if line.connect_within(patience):
            line.ask(GET_INFO, {}, patience)
            return line
    except (OSError, HungUpError):
        pass
    except VerbError as silence:
        raise _silent(folder) from silence
    return None


def _silent(folder: Path) -> VerbError:
    return VerbError(
        Sentence(
            "Another phone uses {folder} and does not answer. Close it, or name another folder "
            "with --data-dir.",
            folder=folder,
        )
    )
