"""What comes up over a program's page: menu, settings, about, console, dialogs and displays.

Each is a view of a record or a model; what the person wants of the program leaves in signals.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.screen import ActionSheet, Confirmation, Modal, ModalAnswer
from miniapp_host.devices.place import Place
from miniapp_host.devices.switches import Switch
from miniapp_host.shell.console.console import ConsoleSheet
from miniapp_host.shell.console.console_model import ConsoleModel
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.overlay import Overlay, open_overlays
from miniapp_host.shell.kit.overlay_line import OverlayLine
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.kit.sheet import HalfSheet
from miniapp_host.shell.kit.soon import soon
from miniapp_host.shell.kit.theme import BLACK, theme_of
from miniapp_host.shell.program.about_page import AboutPage, ProgramDetails, version_name
from miniapp_host.shell.program.capsule_menu import CapsuleMenu, MenuItem
from miniapp_host.shell.program.privacy_page import PrivacyPage
from miniapp_host.shell.program.supplies import Supplies
from miniapp_host.shell.settings.phone_switches import SwitchesPage
from miniapp_host.shell.settings.settings_panel import SettingsPanel
from miniapp_host.shell.sheets.action_sheet import ActionSheetDialog
from miniapp_host.shell.sheets.clear_question import clear_question
from miniapp_host.shell.sheets.confirm_sheet import ConfirmSheet
from miniapp_host.shell.sheets.delete_question import delete_question
from miniapp_host.shell.sheets.document_page import DocumentPage
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.shell.sheets.picture_preview import PicturePreview
from miniapp_host.shell.sheets.place_page import PlacePage
from miniapp_host.texts import Texts


class ProgramSheets(QObject):
    """Opens them on `screen`, never two settings panels or two displays at a time."""

    restart_requested = Signal()
    inspector_requested = Signal()
    start_as_requested = Signal(str)
    """The program's id."""
    delete_confirmed = Signal()
    clear_confirmed = Signal()

    def __init__(
        self,
        screen: QWidget,
        details: ProgramDetails,
        supplies: Supplies,
        console: ConsoleModel,
        texts: Texts,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._details = details
        self._supplies = supplies
        self._console = console
        self._texts = texts
        self._settings: SettingsPanel | None = None
        self._line = OverlayLine(self)
        self._display: Overlay | None = None
        self._wanted: Callable[[], Overlay] | None = None

    @property
    def settings_open(self) -> bool:
        """Whether the settings panel is shown."""
        return self._settings is not None

    @property
    def top(self) -> Overlay | None:
        """The overlay on top of the page, None if there is none."""
        overlays = open_overlays(self._screen)
        return overlays[-1] if overlays else None

    @property
    def ground(self) -> str | None:
        """The colour at the bottom of what lies on top, None where the page shows."""
        reaching = [one for one in open_overlays(self._screen) if not isinstance(one, ModalDialog)]
        match reaching[-1] if reaching else None:
            case PicturePreview():
                return BLACK
            case Page() | HalfSheet() | ActionSheetDialog():
                return theme_of(self._screen).bg_2
            case _:
                return None

    def take_details(self, details: ProgramDetails) -> None:
        """Tell this of the program in the sheets that are opened after it."""
        self._details = details

    def silence(self) -> None:
        """Stop everything that is open from answering."""
        for overlay in open_overlays(self._screen):
            overlay.blockSignals(True)

    def drop(self) -> None:
        """The program's run has ended: what it brought up goes without an answer.

        What the phone has to tell stays until it is read.
        """
        self._settings = self._display = self._wanted = None
        self._line.clear()
        for overlay in open_overlays(self._screen):
            if overlay.layer is not Layer.NOTICE:
                overlay.take_away()

    def open_menu(self) -> None:
        """Show the menu behind "···"; this first dismisses what is on top, like a click outside."""
        top = self.top
        if top is not None and top.dismissable:
            top.dismiss()
            if isinstance(top, CapsuleMenu) or not top.leaving:
                return
        note = version_name(self._details.version, self._texts)
        menu = CapsuleMenu(self._screen, self._details.face, note, self._texts)
        menu.chosen.connect(self._on_menu_chosen, Qt.ConnectionType.QueuedConnection)
        menu.open()

    def open_console(self) -> None:
        """Shows the console."""
        ConsoleSheet(self._screen, self._console, self._texts).open()

    def open_about(self) -> None:
        """Shows who the program is."""
        AboutPage(self._screen, self._details, self._texts).open()

    def open_settings(self, on_closed: Callable[[], None] | None = None) -> None:
        """Shows the settings panel, or waits with `on_closed` for the one that is open."""
        if self._settings is None:
            self._settings = self._new_settings()
            self._settings.open()
        if on_closed is not None:
            self._settings.closed.connect(on_closed)

    def open_switches(self, wanted: tuple[Switch, ...], on_closed: Callable[[], None]) -> None:
        """Shows these of the phone's own switches, in place of what showed something before."""
        page = SwitchesPage(self._screen, self._supplies.switches, self._texts, wanted)
        page.finished.connect(on_closed)
        self._show(page)

    def show_modal(self, modal: Modal, on_answer: Callable[[ModalAnswer], None]) -> None:
        """Asks what `modal` says."""

        def make() -> Overlay:
            dialog = ModalDialog(self._screen, modal, Layer.DIALOG)
            dialog.answered.connect(on_answer)
            return dialog

        if not self._line.join(make):
            on_answer(ModalAnswer(confirm=False))

    def show_action_sheet(
        self, sheet: ActionSheet, on_choice: Callable[[int | None], None]
    ) -> None:
        """Offers what `sheet` says."""

        def make() -> Overlay:
            dialog = ActionSheetDialog(self._screen, sheet, self._texts, Layer.DIALOG)
            dialog.chosen.connect(on_choice)
            return dialog

        if not self._line.join(make):
            on_choice(None)

    def confirm(self, what: Confirmation, on_answer: Callable[[bool], None]) -> None:
        """Asks what `what` says."""

        def make() -> Overlay:
            sheet = ConfirmSheet(self._screen, what, self._texts)
            sheet.answered.connect(on_answer)
            return sheet

        if not self._line.join(make):
            on_answer(False)

    def show_contract(self) -> None:
        """Shows what the phone knows of the program's privacy contract."""
        self._show_soon(lambda: PrivacyPage(self._screen, self._details, self._texts))

    def show_document(self, name: str, size: int) -> None:
        """Shows that a document was opened."""
        self._show_soon(lambda: DocumentPage(self._screen, self._texts, name, size))

    def show_place(self, place: Place) -> None:
        """Shows a place on the map."""
        self._show_soon(lambda: PlacePage(self._screen, self._texts, place))

    def preview_pictures(self, sources: tuple[str, ...], current: int) -> None:
        """Shows pictures full screen."""
        fetch = self._supplies.fetch_picture
        self._show_soon(lambda: PicturePreview(self._screen, self._texts, sources, current, fetch))

    def _show_soon(self, make: Callable[[], Overlay]) -> None:
        """Shows what `make` makes at the end of the turn, if nothing else is wanted by then.

        So a program that wants hundreds of pages at once costs the phone one or two.
        """
        self._wanted = make
        soon(self, self._show_wanted)

    def _show_wanted(self) -> None:
        make, self._wanted = self._wanted, None
        if make is not None:
            self._show(make())

    def _show(self, display: Overlay) -> None:
        """Shows an overlay in place of the one shown before by this function."""
        old, self._display = self._display, display
        display.finished.connect(self._on_display_finished)
        display.open()
        if old is not None:  # only now: the program would believe it is seen in between
            old.take_away()

    def _on_display_finished(self) -> None:
        """Forgets it; one that was replaced is silent, so that this is the present one."""
        self._display = None

    def _new_settings(self) -> SettingsPanel:
        panel = self._supplies.make_settings(self._screen)
        panel.closed.connect(self._on_settings_closed)
        panel.about_requested.connect(self.open_about)
        panel.restart_requested.connect(self.restart_requested)
        panel.delete_requested.connect(self._ask_before_deleting)
        panel.states_requested.connect(self._on_states_requested)
        panel.clear_requested.connect(self._on_clear_requested)
        return panel

    def _on_states_requested(self) -> None:
        self._supplies.make_states(self._screen).open()

    def _on_clear_requested(self) -> None:
        dialog = ModalDialog(self._screen, clear_question(self._details.face.name, self._texts))
        dialog.answered.connect(self._on_clear_answered)
        dialog.open()

    def _on_clear_answered(self, answer: ModalAnswer) -> None:
        if answer.confirm:
            self.clear_confirmed.emit()

    def _on_settings_closed(self) -> None:
        self._settings = None

    def _on_menu_chosen(self, item: MenuItem) -> None:
        match item:
            case MenuItem.SETTINGS:
                self.open_settings()
            case MenuItem.ABOUT:
                self.open_about()
            case MenuItem.CONSOLE:
                self.open_console()
            case MenuItem.INSPECTOR:
                self.inspector_requested.emit()
            case MenuItem.START_AS:
                self.start_as_requested.emit(self._details.face.id)
            case MenuItem.RESTART:
                self.restart_requested.emit()
            case MenuItem.DELETE:
                self._ask_before_deleting()

    def _ask_before_deleting(self) -> None:
        name, owned = self._details.face.name, self._details.owned
        question = delete_question(name, owned=owned, texts=self._texts)
        dialog = ModalDialog(self._screen, question)
        dialog.answered.connect(self._on_delete_answered)
        dialog.open()

    def _on_delete_answered(self, answer: ModalAnswer) -> None:
        if answer.confirm:
            self.delete_confirmed.emit()
