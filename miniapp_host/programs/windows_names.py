"""Names of files that Windows takes for something else."""

import re

# Microsoft: "Naming Files, Paths, and Namespaces". The superscript digits count as digits.
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])[ ]*([.:].*)?", re.I | re.S
)


def reserved_on_windows(name: str) -> bool:
    """Whether the name of a file names a device there, or loses its end: dots and spaces."""
    return _DEVICE.fullmatch(name) is not None or name != name.rstrip(". ")
