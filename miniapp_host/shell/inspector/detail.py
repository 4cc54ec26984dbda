"""What a panel says of the chosen row: a sentence, what helps, facts, and values as trees."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from miniapp_host.shell.inspector.picture_box import PictureBox
from miniapp_host.shell.inspector.read_text import ReadText
from miniapp_host.shell.inspector.row_painter import ROW
from miniapp_host.shell.inspector.tool_button import ToolTextButton
from miniapp_host.shell.inspector.tree import Tree
from miniapp_host.shell.inspector.value_model import ValueModel
from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.code_font import code_font
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.scroll import Scroll
from miniapp_host.shell.kit.theme import font, theme_of

_LABEL_WIDTH = 110
_MOST_ROWS = 2000


@dataclass(frozen=True, slots=True)
class Remedy:
    """A button at the sentence's end: `name` is said when it is pressed."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A word and what stands behind it; `code` in a fixed-width font."""

    label: str
    text: str
    code: bool = False


@dataclass(frozen=True, slots=True)
class DetailTree:
    """A value of JSON under a title."""

    title: str
    value: object


@dataclass(frozen=True, slots=True)
class DetailSection:
    """Facts, a text or a picture (its file's bytes) under a title."""

    title: str
    facts: Sequence[Fact] = ()
    code: str = ""
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class DetailText:
    """Everything about one row."""

    sentence: str = ""
    remedies: Sequence[Remedy] = ()
    facts: Sequence[Fact] = ()
    trees: Sequence[DetailTree | DetailSection] = ()


class Detail(Scroll):
    """Shows one `DetailText`; `remedy_pressed` with the name of the button."""

    remedy_pressed = Signal(str)

    def __init__(self, panel: str, titles: tuple[str, str], parent: QWidget | None = None) -> None:
        """`titles` stand over keys and values of a tree."""
        super().__init__(QWidget(), parent)
        self.setObjectName(f"{panel}Detail")
        self._panel = panel
        self._titles = titles
        self._content = QWidget()
        self._column = QVBoxLayout()
        self._shown: DetailText | None = None
        self._said = PlainLabel()
        self._read: list[ReadText] = []
        self._begin_anew()

    def show_text(self, text: DetailText) -> None:
        """Show another record from its beginning."""
        self.renew_text(text)
        self.verticalScrollBar().setValue(0)

    def renew_text(self, text: DetailText) -> None:
        """The record that is shown has changed: what can stay where it is stays.

        A button that the person is about to press, the place they have scrolled to and what they
        have selected are not taken away, however often the record changes.
        """
        if self._shown is None or _build_of(self._shown) != _build_of(text):
            self._build(text)
        elif text.sentence:
            self._said.setText(text.sentence)
        for read, fact in zip(self._read, _all_facts(text), strict=True):
            read.set_text(fact.text)
        self._shown = text

    def _build(self, text: DetailText) -> None:
        place = self.verticalScrollBar().value()
        self._begin_anew()
        if text.sentence:
            self._said = self._sentence(text.sentence)
            self._column.addWidget(self._said)
        if text.remedies:
            self._column.addLayout(self._buttons(text.remedies))
        if text.facts:
            self._column.addLayout(self._facts(text.facts))
        for tree in text.trees:
            self._column.addWidget(PlainLabel(tree.title, pixels=12, tone="fg_1"))
            if isinstance(tree, DetailTree):
                self._column.addWidget(self._tree(tree))
            else:
                self._add_section(tree)
        self._column.addStretch(1)
        # Only now: what is added to a content that is seen appears in the next turn.
        self.setWidget(self._content)
        self._content.setAutoFillBackground(False)
        self.verticalScrollBar().setValue(place)

    def _begin_anew(self) -> None:
        """A new content takes the place of the old one, which Qt deletes."""
        self._content = QWidget()
        self._read = []
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(10)

    def _sentence(self, said: str) -> PlainLabel:
        label = PlainLabel(said, pixels=14, lines=0)
        label.setObjectName(f"{self._panel}Sentence")
        return label

    def _buttons(self, remedies: Sequence[Remedy]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for remedy in remedies:
            button = _RemedyButton(self._panel, remedy)
            button.remedy_pressed.connect(self.remedy_pressed)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _facts(self, facts: Sequence[Fact]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, fact in enumerate(facts):
            label = PlainLabel(fact.label, pixels=12, tone="fg_1")
            text = ReadText(fact.text, code_font(12) if fact.code else font(13))
            text.setAccessibleName(fact.label)
            self._read.append(text)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1)
        return grid

    def _add_section(self, section: DetailSection) -> None:
        if section.facts:
            self._column.addLayout(self._facts(section.facts))
        if section.code:
            text = ReadText(section.code, code_font(12))
            text.setAccessibleName(section.title)
            self._column.addWidget(text)
        if section.picture:
            self._column.addWidget(PictureBox(section.picture, section.title))

    def _tree(self, tree: DetailTree) -> Tree:
        model = ValueModel(self._titles, self._content)
        model.set_value(tree.value)
        return _WholeTree(f"{self._panel}Tree", model)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme_of(self).bg_2))
        paint_hairline(painter, theme_of(self), 0, 0, self.width())


def _all_facts(text: DetailText) -> list[Fact]:
    """The facts in the order in which they stand."""
    sections = (one.facts for one in text.trees if isinstance(one, DetailSection))
    return [*text.facts, *chain.from_iterable(sections)]


def _build_of(text: DetailText) -> object:
    """What must be made anew if it is another: all but the sentence's and the facts' words."""
    parts = [
        replace(one, facts=()) if isinstance(one, DetailSection) else one for one in text.trees
    ]
    labels = [(fact.label, fact.code) for fact in _all_facts(text)]
    many = [len(one.facts) if isinstance(one, DetailSection) else 0 for one in text.trees]
    return bool(text.sentence), tuple(text.remedies), len(text.facts), labels, parts, many


class _WholeTree(Tree):
    """A tree as high as its unfolded rows, so that the detail scrolls as one."""

    def __init__(self, name: str, model: ValueModel) -> None:
        super().__init__(name, model, headed=False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.expanded.connect(self._on_folded)
        self.collapsed.connect(self._on_folded)
        self._on_folded()

    def _on_folded(self) -> None:
        rows, index = 0, self.model().index(0, 0)
        while index.isValid() and rows < _MOST_ROWS:
            rows += 1
            index = self.indexBelow(index)
        self.setFixedHeight(rows * ROW + 2)


class _RemedyButton(ToolTextButton):
    """Says the name of its remedy."""

    remedy_pressed = Signal(str)

    def __init__(self, panel: str, remedy: Remedy) -> None:
        super().__init__(f"{panel}Remedy_{remedy.name}", remedy.label)
        self._name = remedy.name
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.remedy_pressed.emit(self._name)
