"""wx.saveFileToDisk: a file of the program goes where the person says, on this computer."""

import shutil
from pathlib import Path

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import Endpoint, Parameter
from miniapp_host.api.files.local_files import local_file
from miniapp_host.texts import Sentence, reason_of


class Disk:
    """The only way for a program's file to leave the phone; the person chooses the place."""

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's call."""
        return (Endpoint("saveFileToDisk", save, parameters=(Parameter("filePath"),)),)


def save(call: Call) -> None:
    """Answer when the file is written.

    Raises CallError if there is no such file, or the person chose no place or the disk refused.
    """
    path = call.string("filePath")
    file = local_file(call.session, path)
    if not call.session.in_front:
        raise CallError("cancel", Errno.CANCEL)

    def on_place(place: Path | None) -> None:
        if place is None:
            raise CallError("cancel", Errno.CANCEL)
        try:
            shutil.copyfile(file, place)
        except OSError as problem:
            call.session.log(
                "error",
                Sentence(
                    "{file} could not be written: {reason}.", file=place, reason=reason_of(problem)
                ),
            )
            raise CallError("fail to save", Errno.INTERNAL) from problem
        call.ok()

    call.session.screen.save_file(path.rpartition("/")[2], call.later(on_place))
