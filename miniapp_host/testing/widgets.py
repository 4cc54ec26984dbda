"""What a person can tell of the phone's own widgets: what they say, whether they move or go."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QWidget

from miniapp_host.shell.kit.overlay import Overlay

W = TypeVar("W", bound=QWidget)


def reading(window: QWidget, text: str) -> list[QWidget]:
    """The buttons in sight that say exactly `text`; else the labels, else the fields.

    If none does, the buttons that contain it, else the labels: a counter may stand behind it.
    """
    buttons, labels = window.findChildren(QAbstractButton), window.findChildren(QLabel)
    fields = window.findChildren(QLineEdit)
    found = (
        [one for one in buttons if says(one, text)],
        [one for one in labels if one.text() == text],
        [one for one in fields if said_in(one) == text],
        [one for one in buttons if text in one.text()],
        [one for one in labels if text in one.text()],
    )
    return next(filter(None, (in_sight([*each]) for each in found)), [])


def words_on(window: QWidget) -> list[str]:
    """What stands on the labels, fields and buttons that are in sight."""
    texts = [one.text() for one in in_sight(window.findChildren(QLabel))]
    texts += map(said_in, in_sight(window.findChildren(QLineEdit)))
    for button in in_sight(window.findChildren(QAbstractButton)):
        texts.append(button.text() or button.accessibleName())
    return [text for text in texts if text]


def says(button: QAbstractButton, text: str) -> bool:
    """Whether a button bears that text, or is told so to who can't see it."""
    return text in (button.text(), button.accessibleName())


def said_in(field: QLineEdit) -> str:
    """What stands in a field, its hint if it is empty."""
    return field.displayText() or field.placeholderText()


def in_sight(widgets: Sequence[W]) -> list[W]:
    """Those that are on the screen and not on their way out."""
    return [one for one in widgets if one.isVisible() and not is_leaving(one)]


def is_leaving(widget: QWidget) -> bool:
    """Whether it is on its way out."""
    overlay = overlay_of(widget)
    return overlay is not None and overlay.leaving


def is_still(widget: QWidget) -> bool:
    """Whether it does not move."""
    overlay = overlay_of(widget)
    return overlay is None or overlay.shown_share == 1.0


def scroll_to(widget: QWidget) -> None:
    """Scroll the lists that hold it, as a person does until they see what they want."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, 0)
        above = above.parentWidget()


def overlay_of(widget: QWidget | None) -> Overlay | None:
    """What lies over the screen and holds it; None if it belongs to the screen itself."""
    while widget is not None and not isinstance(widget, Overlay):
        widget = widget.parentWidget()
    return widget
