"""The program of a start that needs it open before it goes on.

Whoever only shows a phone lets it be read or unpacked beside the window instead: `Phone.give`,
which a large folder or a busy disk makes come later.
"""

from dataclasses import replace

from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from miniapp_host.programs.openable import is_archive


def without_program(options: Options) -> Options:
    """The options of a phone that starts without its program."""
    return replace(options, folder=None, page=None)


def open_first(phone: Phone, options: Options) -> None:
    """Read or unpack the program of `options`, if it has one, and open it; raises ToldError."""
    if options.folder is None:
        return
    if is_archive(options.folder):
        program, _notice = phone.memory.add(options.folder)
        phone.open(program.id, options.page)
    else:
        phone.open_folder(options.folder, options.page)
