"""The panel Page data: the page stack with the data of pages and components, changed in place."""

import json
from collections import Counter
from collections.abc import Callable, Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from miniapp_host.programs.page_data import LeftOut, PageData, PageRecord
from miniapp_host.shell.inspector.burst import Burst
from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.value_tree import ValueTree
from miniapp_host.shell.panels.values.new_entry import Addition, NewEntry
from miniapp_host.shell.panels.values.typed_value import (
    Path,
    from_the_end,
    read_json,
    typed_value,
    value_at,
)
from miniapp_host.texts import Sentence, Texts, ToldError
from miniapp_host.watchers import Unwatch

Target = tuple[int, int | None]
"""The number of a page, and of a component in it or None."""


class PageDataPanel(Panel):
    """Shows the data that `present` gives; `follow` changes over to another program's."""

    told = Signal(object)
    """A sentence for the person."""

    def __init__(self, present: Callable[[], PageData | None], texts: Texts) -> None:
        super().__init__("pageData", texts("Page data"), texts)
        self._present = present
        self._source: PageData | None = None
        self._unwatch: Unwatch | None = None
        self._shown: dict[str, object] = {}
        self._targets: dict[str, Target] = {}
        self._named: Counter[str] = Counter()
        self._burst = Burst(self)
        self._burst.due.connect(self._show)
        self._tree = ValueTree("pageDataTree", texts, self._edit)
        self._tree.setAccessibleName(texts("Page data"))
        self._tree.delete_wished.connect(self._on_tree_delete_wished)
        self._new = NewEntry("pageData", texts)
        self._new.given.connect(self._on_new_given)
        self.set_body(self._tree)
        self.add_band(self._new)
        self._add_tools()
        self.say_empty(
            texts("No page is open"),
            texts(
                "The data of the program's pages and components appears here as setData sets it."
            ),
        )
        self.show_empty(True)

    def _add_tools(self) -> None:
        texts = self.texts
        self.tools.add_filter()
        self.tools.filter_changed.connect(self._show)
        add = self.tools.add_button("plus", "Add", texts("Add a key"))
        add.clicked.connect(self._on_add_clicked)
        copy = self.tools.add_button("copy", "CopyAll", texts("Copy all as JSON"))
        copy.clicked.connect(self._on_copy_clicked)

    def begin(self) -> None:
        self.follow()

    def end(self) -> None:
        self._leave()

    def follow(self) -> None:
        """Show the pages of the program that is in front now."""
        self._leave()
        if not self.isVisible():
            return
        self._source = self._present()
        if self._source is not None:
            self._unwatch = self._source.watch(self._hear)
        self._show()

    def _leave(self) -> None:
        self._burst.stop()
        unwatch, self._unwatch, self._source = self._unwatch, None, None
        if unwatch is not None:
            unwatch()

    def _hear(self, _data: PageData) -> None:
        self._burst.tell()

    def _show(self) -> None:
        pages = self._source.pages if self._source is not None else ()
        self._shown, self._targets = {}, {}
        self._named.clear()
        for page in reversed(pages):
            self._add_page(page)
        word = self.tools.filter.text.casefold() if self.tools.filter is not None else ""
        self._tree.show_value({name: _filtered(one, word) for name, one in self._shown.items()})
        self._tree.unfold_first()
        self.counted.emit(len(pages))
        self.show_empty(not pages)

    def _add_page(self, page: PageRecord) -> None:
        pairs = "&".join(f"{name}={value}" for name, value in page.query.items())
        query = f"?{pairs}" if pairs else ""
        waiting = f" ({self.texts('waits')})" if page.waiting else ""
        self._add(f"{page.path}{query}{waiting}", page.data, (page.number, None))
        names = _short_names({component.path for component in page.components})
        for component in page.components:
            name = f"  ↳ {names[component.path]}"
            self._add(name, component.data, (page.number, component.id))

    def _add(self, name: str, data: object, target: Target) -> None:
        """Adds a row; of several with one name each has a number."""
        self._named[name] += 1
        number = self._named[name]
        unique = name if number == 1 else f"{name} #{number}"
        self._shown[unique] = data
        self._targets[unique] = target

    def _edit(self, path: Path, text: str) -> str:
        target = self._targets.get(str(path[0]))
        if target is None or self._source is None:
            return self.texts("The page is closed.")
        try:
            new = typed_value(value_at(self._shown, path), text)
        except ToldError as error:
            return self.texts.said(error)
        self._source.set(*target, path[1:], new)
        return ""

    def _on_add_clicked(self) -> None:
        """Lets the person type; what is chosen on no page is meant for the page in front."""
        into, at_end = self._tree.place_for_new()
        place = into or self._tree.chosen[:1] or tuple(self._shown)[:1]
        if place:
            self._new.begin(place, at_end=at_end)

    def _on_new_given(self, addition: Addition) -> None:
        name, *path = addition.into
        target = self._targets.get(str(name))
        if target is None or self._source is None:
            self.told.emit(Sentence("The page is closed."))
            return
        self._source.add(*target, tuple(path), addition.key, read_json(addition.text))
        self._new.begin(addition.into, at_end=addition.key is None)

    def _on_tree_delete_wished(self, paths: tuple[Path, ...]) -> None:
        for path in from_the_end(paths):
            if len(path) == 2:
                self.told.emit(Sentence("setData can't take a field away; give it the value null."))
            elif len(path) > 2 and not isinstance(value_at(self._shown, path), LeftOut):
                self._remove(path)

    def _remove(self, path: Path) -> None:
        target = self._targets.get(str(path[0]))
        if target is not None and self._source is not None:
            self._source.remove(*target, path[1:])

    def _on_copy_clicked(self) -> None:
        text = json.dumps(self._shown, ensure_ascii=False, indent=2, default=str)
        QGuiApplication.clipboard().setText(text)


def _short_names(paths: Collection[str]) -> dict[str, str]:
    """Each path by its file and the folder of that, or whole where two would be called alike."""
    short = {path: "/".join(path.split("/")[-2:]) for path in paths}
    count = Counter(short.values())
    return {path: name if count[name] == 1 else path for path, name in short.items()}


def _filtered(data: object, word: str) -> object:
    """The fields whose name or value contains the word."""
    if not word or not isinstance(data, dict):
        return data
    return {key: one for key, one in data.items() if _contains(key, one, word)}


def _contains(key: str, value: object, word: str) -> bool:
    said = json.dumps(value, ensure_ascii=False, default=str)
    return word in key.casefold() or word in said.casefold()
