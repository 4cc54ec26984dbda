"""Which names of entries an archive may have: those that mean the same file on every disk.

Python's zipfile repairs bad names without a word: `../x` becomes `x`, of two equal ones the later
wins. Here the archive is refused, because whoever packs such names means harm or loses files.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate

from miniapp_host.programs.windows_names import reserved_on_windows
from miniapp_host.texts import Sentence

_LONGEST_PART = 255
"""Bytes of a name that every file system takes."""
_LONGEST = 1000
_DEEPEST = 60
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')


def fault_of(name: str) -> Sentence | None:
    """What is wrong with the name of one entry, as it stands in the archive; None if nothing is.

    The name of a folder ends with a slash.
    """
    parts = name.removesuffix("/").split("/")
    if name.startswith("/"):
        return Sentence("it is an absolute path")
    if ".." in parts:
        return Sentence("it leads out of the archive")
    if _FORBIDDEN.search(name):
        return Sentence("it has a character that no file may have everywhere")
    if any(part in ("", ".") for part in parts):
        return Sentence("it has an empty part")
    if any(map(reserved_on_windows, parts)):
        return Sentence("Windows takes it for a device or cuts its end")
    sizes = [len(part.encode()) for part in parts]
    if max(sizes) > _LONGEST_PART or sum(sizes) > _LONGEST or len(parts) > _DEEPEST:
        return Sentence("it is too long")
    return None


def clashing_name(names: Iterable[str]) -> str | None:
    """The first name that means the same file as one before it, or lies in a file; else None.

    Two spellings are one file where case or the form of accents does not count.
    """
    spelt: dict[str, str] = {}
    files: set[str] = set()
    folders: set[str] = set()
    for name in names:
        places = list(accumulate(name.removesuffix("/").split("/"), "{}/{}".format))
        keys = [unicodedata.normalize("NFC", place).casefold() for place in places]
        around = keys if name.endswith("/") else keys[:-1]
        others = [spelt.setdefault(key, place) for key, place in zip(keys, places, strict=True)]
        if others != places or not files.isdisjoint(around):
            return name
        folders.update(around)
        if len(around) < len(keys):
            if keys[-1] in files or keys[-1] in folders:
                return name
            files.add(keys[-1])
    return None
