"""The panel Storage: what a program keeps by wx.setStorage, as a tree that can be changed."""

import json
import math
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication

from miniapp_host.memory.store_error import StoreError
from miniapp_host.programs.storage import ProgramStorage, StorageChange, StorageFull
from miniapp_host.shell.inspector.burst import Burst
from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.value_tree import ValueTree
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.values.new_entry import Addition, NewEntry
from miniapp_host.shell.panels.values.typed_value import (
    Path,
    from_the_end,
    read_json,
    typed_value,
    value_at,
    with_value,
    without_value,
)
from miniapp_host.texts import Sentence, Texts, ToldError
from miniapp_host.watchers import Unwatch


class StoragePanel(Panel):
    """Shows what the program keeps whose id `program` gives; `follow` looks at it anew."""

    told = Signal(object)
    """A sentence or an error for the person."""

    def __init__(
        self, storage: ProgramStorage, program: Callable[[], str | None], texts: Texts
    ) -> None:
        super().__init__("storage", texts("Storage"), texts)
        self._storage = storage
        self._program = program
        self._unwatch: Unwatch | None = None
        self._values: dict[str, object] = {}
        self._changed: set[str | None] = set()
        self._burst = Burst(self)
        self._burst.due.connect(self._on_burst_due)
        self._tree = ValueTree("storageTree", texts, self._edit)
        self._tree.setAccessibleName(texts("Storage"))
        self._tree.delete_wished.connect(self._on_tree_delete_wished)
        self._tree.let_sort()
        self._tree.sort_wished.connect(self._on_tree_sort_wished)
        self._sorted: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._new = NewEntry("storage", texts)
        self._new.given.connect(self._on_new_given)
        self._used = PlainLabel(pixels=12, tone="fg_1")
        self._add_tools()
        self.set_body(self._tree)
        self.add_band(self._new)
        self.say_empty(
            texts("Nothing is stored"),
            texts("What the program keeps with wx.setStorage appears here at once."),
        )
        self.show_empty(True)

    def _add_tools(self) -> None:
        texts = self.texts
        self.tools.add_filter()
        self.tools.filter_changed.connect(self._show)
        self._used.setObjectName("storageUsed")
        self.tools.add_widget(self._used)
        add = self.tools.add_button("plus", "Add", texts("Add a key"))
        add.clicked.connect(self._on_add_clicked)
        copy = self.tools.add_button("copy", "CopyAll", texts("Copy all as JSON"))
        copy.clicked.connect(self._on_copy_clicked)
        clear = self.tools.add_button("delete", "Clear", texts("Remove all keys"))
        clear.clicked.connect(self._on_clear_clicked)

    def begin(self) -> None:
        self._unwatch = self._storage.watch(self._hear)
        self.follow()

    def end(self) -> None:
        self._burst.stop()
        if self._unwatch is not None:
            self._unwatch()
            self._unwatch = None

    def follow(self) -> None:
        """Show what the program that is in front now keeps."""
        if self._unwatch is not None:
            self._changed = {None}
            self._on_burst_due()

    def _hear(self, change: StorageChange) -> None:
        if change.program == self._program():
            self._changed.add(change.key)
            self._burst.tell()

    def _on_burst_due(self) -> None:
        """Reads what has changed; only that, as all of it can be ten megabytes."""
        program, (changed, self._changed) = self._program(), (self._changed, set())
        try:
            if program is None:
                self._values = {}
            elif None in changed:
                self._values = _parsed(self._storage.entries(program))
            else:
                self._values = self._with_changed(program, changed)
            self._show_used(program)
        except StoreError as error:
            self.told.emit(error)
        self._show()

    def _with_changed(self, program: str, changed: set[str | None]) -> dict[str, object]:
        values = dict(self._values)
        for key in (one for one in changed if one is not None):
            text = self._storage.get(program, key)
            if text is None:
                values.pop(key, None)
            else:
                values[key] = read_json(text)
        return values

    def _show_used(self, program: str | None) -> None:
        _, used, limit = self._storage.info(program or "")
        said = self.texts("{used} of {limit} kB", used=f"{used:,}", limit=f"{limit:,}")
        self._used.setText(said)

    def _show(self) -> None:
        word = self.tools.filter.text.casefold() if self.tools.filter is not None else ""
        shown = [(key, one) for key, one in self._values.items() if _fits(word, key, one)]
        column, order = self._sorted
        if column >= 0:
            down = order is Qt.SortOrder.DescendingOrder
            shown.sort(key=_of_value if column else _of_key, reverse=down)
        self._tree.show_value(dict(shown))
        self.counted.emit(len(self._values))
        self.show_empty(not self._values)

    # What the person changes

    def _on_tree_sort_wished(self, column: int, order: Qt.SortOrder) -> None:
        self._sorted = (column, order)
        self._show()

    def _edit(self, path: Path, text: str) -> str:
        try:
            new = typed_value(value_at(self._values, path), text)
            self._keep(str(path[0]), with_value(self._stored(path), path[1:], new))
        except ToldError as error:
            return self.texts.said(error)
        return ""

    def _stored(self, path: Path) -> object:
        """The value of the key of `path` as it is kept now; the tree may be a moment behind."""
        program, key = self._program(), str(path[0])
        text = self._storage.get(program, key) if program is not None else None
        return None if text is None else read_json(text)

    def _keep(self, key: str, value: object) -> None:
        """Keeps a value as the program itself would; raises ToldError."""
        program = self._program()
        if program is None:
            return
        try:
            self._storage.set(program, key, json.dumps(value, ensure_ascii=False))
        except StorageFull as problem:
            sentence = Sentence("There is no room: {reason}", reason=str(problem))
            raise ToldError(sentence) from problem

    def _on_add_clicked(self) -> None:
        into, at_end = self._tree.place_for_new()
        self._new.begin(into, at_end=at_end)

    def _on_new_given(self, addition: Addition) -> None:
        try:
            self._add_entry(addition)
        except ToldError as error:
            self.told.emit(error)
            return
        self._new.begin(addition.into, at_end=addition.key is None)

    def _add_entry(self, addition: Addition) -> None:
        """Keeps a new key, or a key with a new entry somewhere in its value; raises ToldError."""
        new, into = read_json(addition.text), addition.into
        if not into:
            self._keep(addition.key or "", new)
            return
        old = self._stored(into)
        where = value_at(old, into[1:])
        key = len(where) if addition.key is None and isinstance(where, list) else addition.key
        if key is not None:
            self._keep(str(into[0]), with_value(old, (*into[1:], key), new))

    def _on_tree_delete_wished(self, paths: tuple[Path, ...]) -> None:
        program = self._program()
        if program is None:
            return
        try:
            for path in from_the_end(paths):
                self._delete(program, path)
        except ToldError as error:
            self.told.emit(error)

    def _delete(self, program: str, path: Path) -> None:
        """Deletes a key, or an entry in its value; raises ToldError."""
        key, old = str(path[0]), self._stored(path)
        if len(path) == 1:
            self._storage.remove(program, key)
        elif old is not None:
            self._keep(key, without_value(old, path[1:]))

    def _on_copy_clicked(self) -> None:
        text = json.dumps(self._values, ensure_ascii=False, indent=2)
        QGuiApplication.clipboard().setText(text)

    def _on_clear_clicked(self) -> None:
        program = self._program()
        try:
            if program is not None:
                self._storage.clear(program)
        except StoreError as error:
            self.told.emit(error)


def _parsed(entries: tuple[tuple[str, str], ...]) -> dict[str, object]:
    return {key: read_json(text) for key, text in entries}


def _of_key(entry: tuple[str, object]) -> str:
    return entry[0].casefold()


def _of_value(entry: tuple[str, object]) -> tuple[float, str]:
    """Numbers by their size, before everything else by its text."""
    value = entry[1]
    if isinstance(value, int | float):
        return value, ""
    return math.inf, json.dumps(value, ensure_ascii=False).casefold()


def _fits(word: str, key: str, value: object) -> bool:
    if not word or word in key.casefold():
        return True
    return word in json.dumps(value, ensure_ascii=False).casefold()
