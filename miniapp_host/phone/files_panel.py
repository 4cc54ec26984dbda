"""Makes the panel Files for the program that the inspector shows."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from miniapp_host.paths import make_private
from miniapp_host.phone.editor import Editor
from miniapp_host.phone.folder_watch import FolderWatch
from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.programs.file_list import ListedFile, delete_file, list_files
from miniapp_host.shell.panels.files.files_panel import Deed, FilesPanel
from miniapp_host.texts import ToldError


def make_files_panel(context: PanelContext) -> FilesPanel:
    """The panel, which follows `context`."""

    def present() -> tuple[ListedFile, ...]:
        if context.program is None:
            return ()
        session = context.program.session
        return list_files(session.package, session.files)

    panel = FilesPanel(present, context.texts)
    deeds = FilesDeeds(context, panel)
    panel.seen.connect(deeds.watch)
    panel.wished.connect(deeds.act)
    context.program_changed.connect(deeds.change_over)
    return panel


class FilesDeeds(QObject):
    """Watches the files while the panel is seen, and does what the person wants with one."""

    def __init__(self, context: PanelContext, panel: FilesPanel) -> None:
        super().__init__(panel)
        self._context = context
        self._panel = panel
        self._editor = Editor(context.memory.preferences)
        self._watch: FolderWatch | None = None

    def watch(self, seen: bool) -> None:
        """Watch what the program in front writes, or stop."""
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.deleteLater()
        if not seen or self._context.program is None:
            return
        folder = self._context.program.session.files.folder
        make_private(folder)  # what is not there can't be watched
        self._watch = FolderWatch(folder, self)
        self._watch.saved.connect(self._panel.follow)

    def change_over(self) -> None:
        """Another program is in front, or it was started anew."""
        if self._panel.isVisible():
            self.watch(True)
            self._panel.follow()

    def act(self, deed: Deed, listed: ListedFile) -> None:
        """Do it, or tell why it can't be done."""
        try:
            match deed:
                case Deed.OPEN:
                    self._editor.open(listed.file)
                case Deed.REVEAL:
                    QDesktopServices.openUrl(QUrl.fromLocalFile(str(listed.file.parent)))
                case Deed.DELETE:
                    delete_file(listed)
                    self._panel.follow()
        except ToldError as error:
            self._context.problem_found.emit(error)
