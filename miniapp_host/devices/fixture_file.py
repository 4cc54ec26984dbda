"""Reads the text of a file of fixtures, and refuses what is no such file before it fills memory."""

import json
import os
from pathlib import Path
from stat import S_ISREG

from miniapp_host.texts import FileError, Sentence

LARGEST_MB = 64
_LARGEST = LARGEST_MB * 1024 * 1024
_GIVE = Sentence("Give a JSON file.")


class FixtureError(FileError):
    """A file of fixtures that can't be used."""


def read_rules(file: Path) -> list[object]:
    """The list in `file`, as JSON has it; raises FixtureError.

    What is no plain file is not read: a pipe keeps whoever reads it waiting, a device never ends.
    """
    try:
        rules = json.loads(_read(file).decode("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        problem = Sentence("it can't be read: {reason}", reason=Sentence(why or str(error)))
        raise FixtureError(str(file), "", problem, _GIVE) from error
    except (ValueError, RecursionError) as error:
        problem = Sentence("it is no JSON: {mistake}", mistake=error)
        raise FixtureError(str(file), "", problem, Sentence("Correct the JSON.")) from error
    if not isinstance(rules, list):
        remedy = Sentence("Put the rules between [ and ].")
        raise FixtureError(str(file), "", Sentence("it holds no list"), remedy)
    return rules


def _read(file: Path) -> bytes:
    # Without waiting: opening a pipe that nobody writes to would never return.
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        if not S_ISREG(os.fstat(handle).st_mode):
            raise FixtureError(str(file), "", Sentence("it is no plain file"), _GIVE)
        content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        problem = Sentence("it is larger than {most} MB", most=LARGEST_MB)
        raise FixtureError(str(file), "", problem, Sentence("Choose another file."))
    return content
