"""Reads a file of a program whole, if it is a plain file of a size that the phone takes.

What a program's folder holds is foreign: a pipe would make the phone wait, a file of gigabytes
fill its memory. So the opened file is looked at, not the name, and read no further than its limit.
"""

import errno
import os
import stat
from pathlib import Path

MOST_TEXT = 16_000_000
"""Bytes that are read of a file that is text."""
MOST_BYTES = 64_000_000
"""Bytes that are read of any other file."""
_NOT_REGULAR = "it is no plain file"
_TOO_LARGE = {
    MOST_TEXT: "it is larger than 16 MB",
    MOST_BYTES: "it is larger than 64 MB",
}


class FileLimitError(OSError):
    """A file that is larger than the phone reads; `strerror` says how large it may be."""


def read_regular(file: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file, of which `most` is the limit; raises OSError, also FileLimitError."""
    # Without O_NONBLOCK opening a pipe waits for whoever writes into it.
    number = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(number, "rb") as opened:
        about = os.fstat(number)
        if stat.S_ISDIR(about.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))
        if not stat.S_ISREG(about.st_mode):
            raise OSError(errno.EINVAL, _NOT_REGULAR, str(file))
        body = b"" if about.st_size > most else opened.read(most + 1)
    if about.st_size > most or len(body) > most:
        raise FileLimitError(errno.EFBIG, _TOO_LARGE.get(most, os.strerror(errno.EFBIG)), str(file))
    return body
