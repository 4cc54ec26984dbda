"""A watch that ends when a given object of Qt is deleted."""

from collections.abc import Callable
from typing import TypeVar
from weakref import WeakMethod

from PySide6.QtCore import QObject

from miniapp_host.watchers import Unwatch

T = TypeVar("T")


def bound_watch(
    owner: QObject,
    watch: Callable[[Callable[[T], None]], Unwatch],
    hear: Callable[[T], None],
) -> Unwatch:
    """Have `hear`, a method of `owner`, called by `watch`; returns how to stop sooner.

    Qt deletes children in an order of its own, and `destroyed` is never heard by a method of an
    object that was deleted before: so what hears it here is a plain function. `owner` is not kept
    alive.
    """
    method = WeakMethod(hear)

    def tell(news: T) -> None:
        present = method()
        if present is not None:
            present(news)

    unwatch = watch(tell)
    owner.destroyed.connect(unwatch)
    return unwatch
