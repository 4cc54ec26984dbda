"""Why the phone can't get its place in the desktop's menu."""

from pathlib import Path

from miniapp_host.texts import Sentence, ToldError, reason_of


class DesktopError(ToldError):
    """The launcher can't be written or removed; the text says where, why and what to do."""


def refused(problem: OSError, path: Path) -> DesktopError:
    """The error for what the disk says of `path`, or of the file that `problem` names itself."""
    return DesktopError(
        Sentence(
            "{path} can't be changed: {reason}. Allow writing there, then try again.",
            path=problem.filename or path,
            reason=reason_of(problem),
        )
    )
