"""Reads app.json's tabBar: items that lead nowhere are left out, with a warning."""

from collections.abc import Mapping
from typing import Literal

from miniapp_host.programs.json_document import Files, JsonDocument
from miniapp_host.programs.manifest import TabBar, TabItem
from miniapp_host.programs.theme import Theme, resolve
from miniapp_host.programs.tree import beside
from miniapp_host.texts import Sentence

_LEAST, _MOST = 2, 5
_MODES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def read_tab_bar(
    app: JsonDocument, files: Files, pages: tuple[str, ...], theme: Theme
) -> TabBar | None:
    """The tab bar, or None without one or without any item that could be shown."""
    values = app.mapping("tabBar")
    if not values:
        return None
    items = _items(app, values, pages)
    if not items:
        said = Sentence("tabBar has no item with a declared page; it is ignored")
        app.warn("tabBar", said)
        return None
    if not _LEAST <= len(items) <= _MOST:
        app.warn(
            "tabBar",
            Sentence(
                "tabBar has {count} items; the phone shows {least} to {most}",
                count=len(items),
                least=_LEAST,
                most=_MOST,
            ),
        )
    for item in items:
        _check_icons(app, files, item, theme)
    return _make(values, items[:_MOST])


def _make(values: Mapping[str, object], items: tuple[TabItem, ...]) -> TabBar:
    plain = TabBar(items)
    return TabBar(
        items=items,
        color=_text(values, "color") or plain.color,
        selected_color=_text(values, "selectedColor") or plain.selected_color,
        background=_text(values, "backgroundColor") or plain.background,
        border=_text(values, "borderStyle") or plain.border,
        custom=values.get("custom") is True,
        position="top" if values.get("position") == "top" else "bottom",
    )


def _items(
    app: JsonDocument, values: Mapping[str, object], pages: tuple[str, ...]
) -> tuple[TabItem, ...]:
    listed = values.get("list")
    entries = listed if isinstance(listed, list) else []
    found = [_item(entry) for entry in entries if isinstance(entry, dict)]
    declared = frozenset(pages)
    for item in found:
        if item.page not in declared:
            app.warn("tabBar", _not_declared(item))
    return tuple(item for item in found if item.page in declared)


def _item(entry: Mapping[str, object]) -> TabItem:
    return TabItem(
        page=_path(_text(entry, "pagePath")).removesuffix(".wxml"),
        text=_text(entry, "text"),
        icon=_path(_text(entry, "iconPath")),
        selected_icon=_path(_text(entry, "selectedIconPath")),
    )


def _not_declared(item: TabItem) -> Sentence:
    if not item.page:
        return Sentence("tabBar: an item is not a declared page")
    return Sentence("tabBar: {page} is not a declared page", page=item.page)


def _check_icons(app: JsonDocument, files: Files, item: TabItem, theme: Theme) -> None:
    for written in filter(None, (item.icon, item.selected_icon)):
        for icon in {str(resolve(written, theme, mode)) for mode in _MODES}:
            if not icon.startswith("@") and not files.has(_path(icon)):
                said = Sentence("tabBar: the icon {icon} is not in the package", icon=icon)
                app.warn(written, said)


def _path(written: str) -> str:
    """A path of app.json without its leading slash; theme variables stay as they are."""
    if written.startswith("@"):
        return written
    return beside("app.json", written) or ""


def _text(values: Mapping[str, object], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""
