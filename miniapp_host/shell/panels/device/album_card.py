"""The card of the album: thumbnails, more by drop or button, and each can be deleted."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from miniapp_host.devices.album import Album, Media
from miniapp_host.shell.inspector.tool_button import ToolTextButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.device.album_grid import AlbumGrid
from miniapp_host.shell.panels.device.album_import import AlbumImport
from miniapp_host.shell.panels.device.card import Attempt, Card, Watch, row_of
from miniapp_host.shell.sheets.open_dialog import OpenDialog
from miniapp_host.texts import Texts

_FILES = "*.png *.jpg *.jpeg *.gif *.webp *.bmp *.mp4"


class AlbumCard(Card):
    """Shows the newest pictures and videos; a click opens one on the desktop."""

    def __init__(self, album: Album, texts: Texts, attempt: Attempt) -> None:
        super().__init__("album", texts("Album"), texts)
        self.setAcceptDrops(True)
        self.hide_delivered()
        self._album = album
        self._attempt = attempt
        self._import = AlbumImport(album, attempt, self)
        self._import.moved.connect(self.refresh)
        self._grid = AlbumGrid(texts)
        self._grid.delete_wished.connect(self._on_delete_wished)
        self._grid.open_wished.connect(self._on_open_wished)
        self._note = PlainLabel(pixels=12, tone="fg_1", lines=2)
        self._add = ToolTextButton("albumAdd", texts("Add pictures…"))
        self._add.clicked.connect(self._on_add_clicked)
        self._stop = ToolTextButton("albumStop", texts("Stop"))
        self._stop.clicked.connect(self._import.stop)
        self._folder = ToolTextButton("albumFolder", texts("Open the folder"))
        self._folder.clicked.connect(self._on_folder_clicked)
        self.add(self._grid)
        self.add(self._note)
        self.add(row_of(self._add, self._stop, self._folder))
        self._stop.hide()

    def sources(self) -> tuple[Watch, ...]:
        return (self._album.watch,)

    def refresh(self) -> None:
        files = self._album.media(Media.BOTH)
        left_out = self._grid.show_files(files)
        self._stop.setVisible(self._import.runs)
        if self._import.runs:
            done, total = self._import.done, self._import.total
            said = self.texts("{done} of {total} are in the album…", done=done, total=total)
        elif not files:
            said = self.texts("The album is empty. Drop pictures or MP4 videos here.")
        elif left_out:
            said = self.texts("{number} older ones are in the folder.", number=left_out)
        else:
            said = self.texts("Drop pictures or MP4 videos here.")
        self._note.setText(said)

    def take(self, files: list[Path]) -> None:
        """Copy the files into the album; the first that is none ends it and is told."""
        self._import.take(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_of(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(_files_of(event))
        event.acceptProposedAction()

    def _on_delete_wished(self, file: Path) -> None:
        self._attempt(lambda: self._album.remove(file))

    def _on_open_wished(self, file: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def _on_folder_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._album.folder)))

    def _on_add_clicked(self) -> None:
        several = QFileDialog.FileMode.ExistingFiles
        dialog = OpenDialog(self, self.texts("Add pictures…"), "albumDialog", _FILES, several)
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    def _on_files_selected(self, files: list[str]) -> None:
        self.take([Path(file) for file in files])


def _files_of(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
