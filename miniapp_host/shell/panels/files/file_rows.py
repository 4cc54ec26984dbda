"""The columns of the panel Files, and what lets rows through."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from miniapp_host.programs.file_list import ListedFile, Place
from miniapp_host.shell.inspector.record_model import Column
from miniapp_host.shell.inspector.table_cell import Cut, TableCell
from miniapp_host.shell.panels.network.measures import said_size
from miniapp_host.texts import Texts


def place_words(texts: Texts) -> dict[Place, str]:
    """What each place is called."""
    return {
        Place.PACKAGE: texts("Package"),
        Place.USER: texts("User files"),
        Place.SAVED: texts("Saved"),
        Place.TEMPORARY: texts("Temporary"),
    }


def file_columns(texts: Texts) -> tuple[Column[ListedFile], ...]:
    """The columns, left to right."""
    return (
        Column(texts("Name"), _name, stretches=True),
        Column(texts("Place"), _place(texts), 96),
        Column(texts("Changed"), _changed, 96, hint=_exact_time, value=_seconds),
        Column(texts("Size"), _size, 76, right=True, value=_bytes),
    )


def _name(listed: ListedFile) -> TableCell:
    return TableCell(listed.name, code=True)


def _place(texts: Texts) -> Callable[[ListedFile], TableCell]:
    words = place_words(texts)
    return lambda listed: TableCell(words[listed.place], tone="fg_1", cut=Cut.END)


def _changed(listed: ListedFile) -> TableCell:
    """The time of today, the day of what is older."""
    at = datetime.fromtimestamp(listed.changed)
    today = at.date() == datetime.now().date()
    return TableCell(f"{at:%H:%M:%S}" if today else f"{at:%Y-%m-%d}", tone="fg_1", code=True)


def _exact_time(listed: ListedFile) -> str:
    return f"{datetime.fromtimestamp(listed.changed):%Y-%m-%d %H:%M:%S}"


def _size(listed: ListedFile) -> TableCell:
    return TableCell(said_size(listed.size), tone="fg_1", code=True, right=True)


def _seconds(listed: ListedFile) -> float:
    return listed.changed


def _bytes(listed: ListedFile) -> float:
    return listed.size


@dataclass(frozen=True)
class FileFilter:
    """Lets files through by place ("all" for any) and by a word in their names."""

    word: str
    place: str

    def __call__(self, listed: ListedFile) -> bool:
        """Whether the file is shown."""
        fits = self.place in ("all", listed.place.value)
        return fits and self.word in listed.name.casefold()
