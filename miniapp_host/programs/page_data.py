"""What the pages of a running program hold in their data, as its service tells it.

The service tells it only while somebody watches here; `resources/runtime/service/page-data.js` is
the other half, and says how values travel.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from miniapp_host.watchers import Unwatch, Watchers

Path = tuple[str | int, ...]
Tell = Callable[..., None]
"""Sends one message to the service: a kind and its parts."""


class Opaque:
    """A value that JSON has no word for (`undefined`, a function), as the program would say it."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __str__(self) -> str:
        """What is shown for it."""
        return self._text

    def __repr__(self) -> str:
        return f"Opaque({self._text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Opaque) and str(other) == self._text

    def __hash__(self) -> int:
        return hash(self._text)


class LeftOut(Opaque):
    """What stands for the entries that were not sent: how many they are."""


@dataclass(frozen=True)
class ComponentData:
    """One component in a page: its number in the service, its path, its data and properties."""

    id: int
    path: str
    data: object


@dataclass(frozen=True)
class PageRecord:
    """One page; `waiting` says that it is a tab page behind the stack."""

    number: int
    path: str
    query: Mapping[str, object] = field(default_factory=dict)
    data: object = field(default_factory=dict)
    components: tuple[ComponentData, ...] = ()
    waiting: bool = False


class PageData:
    """The pages of one program, the one in front last; a restart begins anew with `start`."""

    def __init__(self) -> None:
        self._tell: Tell | None = None
        self._known: dict[int, PageRecord] = {}
        self._pages: tuple[PageRecord, ...] = ()
        self._changed: Watchers[PageData] = Watchers()

    @property
    def pages(self) -> tuple[PageRecord, ...]:
        """Tab pages that wait, then the stack from the first page to the one in front."""
        return self._pages

    def watch(self, callback: Callable[["PageData"], None]) -> Unwatch:
        """Call `callback` after each change; the service is asked from the first watch on."""
        unwatch = self._changed.watch(callback)
        if len(self._changed) == 1:
            self._ask(True)

        def end() -> None:
            watched = len(self._changed) > 0
            unwatch()
            if watched and len(self._changed) == 0:
                self._forget()
                self._ask(False)

        return end

    def set(self, page: int, component: int | None, path: Path, value: object) -> None:
        """Change the data of a page, or of a component in it, as its own setData would."""
        if self._tell is not None:
            self._tell("setData", page, component, list(path), value)

    def add(
        self, page: int, component: int | None, path: Path, key: str | None, value: object
    ) -> None:
        """Add a field to the object at `path`, or without a `key` an entry to the list there."""
        if key is not None:
            self.set(page, component, (*path, key), value)
        elif self._tell is not None:
            self._tell("addData", page, component, list(path), value)

    def remove(self, page: int, component: int | None, path: Path) -> None:
        """Take away what stands at `path` in a list or an object of the data."""
        if self._tell is not None:
            self._tell("removeData", page, component, list(path))

    # What the program's run says

    def start(self, tell: Tell) -> None:
        """A new run has begun and hears what is told by `tell`."""
        self._tell = tell
        self._forget()

    def launched(self) -> None:
        """The service of the run can hear now."""
        if len(self._changed) > 0:
            self._ask(True)

    def hear(self, told: Mapping[str, object]) -> None:
        """Take what the service says; what has a wrong shape is left out."""
        for record in _listed(told.get("pages")):
            page = _page(record)
            if page is not None:
                self._known[page.number] = page
        waiting = [self._found(one, waiting=True) for one in _listed(told.get("waiting"))]
        stack = [self._found(one, waiting=False) for one in _listed(told.get("stack"))]
        self._pages = tuple(page for page in (*waiting, *stack) if page is not None)
        self._known = {page.number: page for page in self._pages}
        self._changed.announce(self)

    def _found(self, number: object, *, waiting: bool) -> PageRecord | None:
        known = self._known.get(number) if isinstance(number, int) else None
        if known is None or known.waiting is waiting:
            return known
        return PageRecord(
            known.number, known.path, known.query, known.data, known.components, waiting
        )

    def _ask(self, on: bool) -> None:
        if self._tell is not None:
            self._tell("watchData", on)

    def _forget(self) -> None:
        self._known, self._pages = {}, ()
        self._changed.announce(self)


def _page(record: object) -> PageRecord | None:
    match record:
        case {"page": int(number), "path": str(path), "query": dict(query), "data": data, **rest}:
            found = (_component(one) for one in _listed(rest.get("components")))
            components = tuple(one for one in found if one is not None)
            return PageRecord(number, path, query, decoded(data), components)
        case _:
            return None


def _component(record: object) -> ComponentData | None:
    match record:
        case {"id": int(number), "is": str(path), "data": data}:
            return ComponentData(number, path, decoded(data))
        case _:
            return None


def decoded(value: object) -> object:
    """The value that the service's form stands for; entries left out are one `Opaque` more."""
    match value:
        case {"x": str(text)}:
            return Opaque(text)
        case {"t": str(text), "length": int(length)}:
            return Opaque(f"{text}… ({length})")
        case {"a": list(entries), **rest}:
            return [*map(decoded, entries), *_left_out(rest)]
        case {"o": list(entries), **rest}:
            fields = {str(one[0]): decoded(one[1]) for one in entries if _is_pair(one)}
            return fields | dict(zip("…", _left_out(rest), strict=False))
        case _:
            return value


def _left_out(rest: Mapping[object, object]) -> list[LeftOut]:
    """What stands for the entries that were not sent; empty if all were."""
    return [LeftOut(f"+{rest['more']}")] if "more" in rest else []


def _is_pair(entry: object) -> bool:
    return isinstance(entry, list) and len(entry) == 2


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
