"""The launcher's file in the form of the Desktop Entry Specification."""

from pathlib import Path

from miniapp_host.desktop.desktop_error import DesktopError
from miniapp_host.texts import Sentence

_ESCAPED = str.maketrans({one: f"\\{one}" for one in '"`$\\'})
_FORBIDDEN = "=%\n"
"""The specification forbids "=", and GLib looks for a program with the "%%" that "%" has to be."""


def desktop_entry(template: str, program: Path) -> str:
    """`template`, a whole .desktop file, with `program` as what it starts.

    It has no MimeType on purpose: what a person's own folder of launchers says of folders and
    archives wins, and the phone would open every one of them on a desktop without a usual program.
    Raises DesktopError if the path can't stand in such a file.
    """
    if any(one in str(program) for one in _FORBIDDEN):
        raise DesktopError(
            Sentence(
                "No launcher can start {program}, because its path has “=” or “%”. Install "
                "MiniApp Host in another folder, then try again.",
                program=program,
            )
        )
    lines = [line for line in template.splitlines() if not line.startswith("Exec=")]
    starts = (f"TryExec={_value(str(program))}", f"Exec={_value(_quoted(program))} %f")
    return "\n".join([*lines, *starts]) + "\n"


def _quoted(program: Path) -> str:
    """One argument of an Exec line: in quotes, what means something in quotes escaped."""
    return f'"{str(program).translate(_ESCAPED)}"'


def _value(text: str) -> str:
    """Any value escapes its backslashes once more."""
    return text.replace("\\", "\\\\")
