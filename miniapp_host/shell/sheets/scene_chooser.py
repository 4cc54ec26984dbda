"""Choosing one of WeChat's scenes by its number or its words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.programs.scenes import Scene, scenes
from miniapp_host.shell.kit.cell import SIDE, CellGroup, DetailCell
from miniapp_host.shell.kit.field import Field
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.texts import Texts

_MOST = 30


class SceneChooser(Page):
    """What is typed narrows the list; of many, the first ones are shown."""

    chosen = Signal(int)
    """The number of the scene; it is told at most once."""

    def __init__(self, screen: QWidget, current: int, texts: Texts) -> None:
        super().__init__(screen, texts("Scene"), texts("Back"))
        self.setObjectName("sceneChooser")
        self._texts = texts
        self._current = current
        self._field = Field("sceneSearch", texts("Number or words"), texts, icon="search")
        self._field.text_changed.connect(self._on_field_text_changed)
        self._list = QVBoxLayout()
        self._group: CellGroup | None = None
        self._more = PlainLabel(pixels=14, tone="fg_1", lines=2)
        holder = QVBoxLayout()
        holder.setContentsMargins(SIDE, 12, SIDE, 12)
        holder.addWidget(self._field)
        foot = QVBoxLayout()
        foot.setContentsMargins(SIDE, 12, SIDE, 12)
        foot.addWidget(self._more)
        for part in (holder, self._list, foot):
            self.body.addLayout(part)
        self.body.addStretch(1)
        self._on_field_text_changed("")

    def first_focus(self) -> QWidget:
        return self._field

    def _on_field_text_changed(self, text: str) -> None:
        found = _found(text.strip().casefold())
        old, self._group = self._group, CellGroup()
        for scene in found[:_MOST]:
            cell = _SceneCell(scene, self._texts, chosen=scene.number == self._current)
            cell.picked.connect(self._on_cell_picked)
            self._group.add(cell)
        self._list.addWidget(self._group)
        if old is not None:
            old.hide()
            old.deleteLater()
        left_out = len(found) - _MOST
        self._more.setText(self._said(len(found), left_out))

    def _said(self, found: int, left_out: int) -> str:
        if not found:
            return self._texts("No such scene")
        if left_out > 0:
            return self._texts("{number} more: type a number or a word", number=left_out)
        return ""

    def _on_cell_picked(self, number: int) -> None:
        if not self.leaving:
            self.chosen.emit(number)
            self.leave()


class _SceneCell(DetailCell):
    """One scene: its words, and its number below."""

    picked = Signal(int)

    def __init__(self, scene: Scene, texts: Texts, *, chosen: bool) -> None:
        check = Icon("check", 20, "brand") if chosen else None
        super().__init__(texts.of(scene.title), str(scene.number), trailing=check, clickable=True)
        self.setObjectName(f"scene_{scene.number}")
        self.be_choice(chosen=chosen)
        self._number = scene.number
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.picked.emit(self._number)


def _found(sought: str) -> list[Scene]:
    return [
        scene
        for scene in scenes()
        if sought in " ".join((str(scene.number), *scene.title)).casefold()
    ]
