"""The form of a start: page, query, scene, version type, referrer, extraData, and a name."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.api.calls.screen import ActionSheet
from miniapp_host.programs.boot import Arrival
from miniapp_host.programs.start import VERSIONS, Start, StartError, read_extra
from miniapp_host.shell.kit.field import Field
from miniapp_host.shell.kit.form_row import FormRow
from miniapp_host.shell.kit.value_button import ValueButton
from miniapp_host.shell.sheets.action_sheet import ActionSheetDialog
from miniapp_host.shell.sheets.page_chooser import PageChooser
from miniapp_host.shell.sheets.scene_chooser import SceneChooser
from miniapp_host.shell.sheets.start_words import VERSION_WORDS, said_scene
from miniapp_host.texts import Texts


class StartForm(QWidget):
    """Rows of a label and a control; `start` is what they say now."""

    name_changed = Signal(str)

    def __init__(self, screen: QWidget, pages: Sequence[str], first: Start, texts: Texts) -> None:
        super().__init__()
        self._screen = screen
        self._pages = tuple(pages)
        self._texts = texts
        self._path = first.path or self._pages[0]
        self._scene = first.arrival.scene
        self._version = first.version or VERSIONS[0]
        self._page_button = ValueButton("startPath")
        self._scene_button = ValueButton("startScene")
        self._version_button = ValueButton("startVersion")
        self._query = Field("startQuery", "name=value&…", texts)
        self._referrer = Field("startReferrer", texts("appid, if one led here"), texts)
        self._extra = Field("startExtra", '{"from": "test"}', texts)
        self._name = Field("startName", texts("To keep it"), texts)
        for field in (self._query, self._extra):
            field.write_code()
        self._query.set_text(first.query)
        self._referrer.set_text(first.arrival.referrer)
        self._name.set_text(first.name)
        self._fill()
        self._show_choices()
        self._connect_parts()

    def start(self) -> Start:
        """The start that is described; raises StartError, and marks the field that is wrong."""
        query = self._query.text.strip().removeprefix("?")
        try:
            extra = read_extra(self._extra.text)
        except StartError:
            self._extra.mark_wrong(True)
            raise
        self._extra.mark_wrong(False)
        return Start(
            page=f"{self._path}?{query}" if query else self._path,
            arrival=Arrival(self._scene, self._referrer.text.strip(), extra),
            version=self._version,
            name=" ".join(self._name.text.split()),
            again=True,
        )

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self._texts("Page"), self._page_button),
            (self._texts("Query"), self._query),
            (self._texts("Scene"), self._scene_button),
            (self._texts("Version"), self._version_button),
            (self._texts("Referrer"), self._referrer),
            ("extraData", self._extra),
            (self._texts("Name"), self._name),
        )
        for label, control in rows:
            column.addWidget(FormRow(label, control))

    def _connect_parts(self) -> None:
        self._page_button.clicked.connect(self._on_page_clicked)
        self._scene_button.clicked.connect(self._on_scene_clicked)
        self._version_button.clicked.connect(self._on_version_clicked)
        self._name.text_changed.connect(self.name_changed)

    def _show_choices(self) -> None:
        self._page_button.setText(self._path)
        self._scene_button.setText(said_scene(self._scene, self._texts))
        self._version_button.setText(self._texts(VERSION_WORDS[self._version]))

    def _on_page_clicked(self) -> None:
        chooser = PageChooser(self._screen, self._pages, self._texts)
        chooser.chosen.connect(self._on_page_chosen)
        chooser.open()

    def _on_page_chosen(self, page: str) -> None:
        self._path, _, query = page.partition("?")
        if query:
            self._query.set_text(query)
        self._show_choices()

    def _on_scene_clicked(self) -> None:
        chooser = SceneChooser(self._screen, self._scene, self._texts)
        chooser.chosen.connect(self._on_scene_chosen)
        chooser.open()

    def _on_scene_chosen(self, number: int) -> None:
        self._scene = number
        self._show_choices()

    def _on_version_clicked(self) -> None:
        words = tuple(self._texts(VERSION_WORDS[version]) for version in VERSIONS)
        sheet = ActionSheetDialog(self._screen, ActionSheet(words), self._texts)
        sheet.chosen.connect(self._on_version_chosen)
        sheet.open()

    def _on_version_chosen(self, index: int | None) -> None:
        if index is not None:
            self._version = VERSIONS[index]
            self._show_choices()
