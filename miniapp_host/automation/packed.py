"""A program in an archive, for starts that need it open before they go on.

Whoever only shows a phone lets it unpack beside the window instead: `Phone.give`.
"""

from dataclasses import replace

from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from miniapp_host.programs.openable import is_archive


def without_packed(options: Options) -> Options:
    """The options of a phone that starts without its program if that is in an archive."""
    return options if options.folder and not is_archive(options.folder) else _alone(options)


def open_packed(phone: Phone, options: Options) -> None:
    """Unpack and open the program of `options` if it is in an archive; raises ToldError."""
    if options.folder is None or not is_archive(options.folder):
        return
    program, _notice = phone.memory.add(options.folder)
    phone.open(program.id, options.page)


def _alone(options: Options) -> Options:
    return replace(options, folder=None, page=None)
