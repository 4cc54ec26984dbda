"""The phone's own settings: the person, the place, the phone's permissions, language and theme.

Every row reads its device when it is drawn and writes there; a change made elsewhere redraws it.
What a row opens is imported then: the first press of the gear is answered sooner.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from miniapp_host.api.calls.screen import ActionSheet, ModalAnswer
from miniapp_host.devices.own_devices import OwnDevices
from miniapp_host.devices.place import Place
from miniapp_host.shell.kit.avatar import Avatar
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.cell import Cell, CellGroup, DetailCell
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.kit.switch import Switch
from miniapp_host.shell.settings.about_cells import AboutCells
from miniapp_host.shell.settings.appearance import Appearance, LanguageChoice, ThemeChoice
from miniapp_host.shell.settings.editor_cells import EditorCells
from miniapp_host.shell.settings.editor_choice import EditorChoice
from miniapp_host.shell.settings.owner_cells import OwnerCells
from miniapp_host.shell.settings.phone_switches import SwitchCells
from miniapp_host.shell.settings.size_cells import SizeCells
from miniapp_host.shell.sheets.saving import saved
from miniapp_host.texts import Texts

_LONGEST_TEXT = 32
_WRITTEN = {"nickname": "Nickname", "phone_number": "Phone number"}  # never empty


class HostSettings(Page):
    """Lists the devices; open it with `open()`."""

    restart_wished = Signal()
    """The person has chosen what only a phone that starts anew can take."""
    first_steps_wished = Signal()

    def __init__(
        self,
        screen: QWidget,
        devices: OwnDevices,
        appearance: Appearance,
        editor: EditorChoice,
        texts: Texts,
    ) -> None:
        super().__init__(screen, texts("Phone settings"), texts("Back"))
        self.setObjectName("hostSettingsPage")
        self._screen = screen
        self._devices = devices
        self._appearance = appearance
        self._editor = editor
        self._texts = texts
        self._used = ""
        self._writing = ""
        self._unwatch = [
            bound_watch(self, devices.profile.watch, self._on_device_change),
            bound_watch(self, devices.location.watch, self._on_device_change),
            bound_watch(self, appearance.watch, self._on_device_change),
            bound_watch(self, devices.steps.watch, self._on_device_change),
            *(bound_watch(self, book.watch, self._on_device_change) for book in devices.books.all),
        ]
        self._fill()
        self.finished.connect(self._on_finished)

    def _on_finished(self, _result: int) -> None:
        for unwatch in self._unwatch:
            unwatch()
        self._unwatch.clear()

    def _on_device_change(self, _what: object) -> None:
        self.title.setText(self._texts("Phone settings"))
        self._fill()

    def _fill(self) -> None:
        """Builds every row anew from what the devices say now; the focus stays on its row."""
        held = self._held_name()
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        switches = SwitchCells(self._screen, self._devices.switches, self._texts)
        for group in (self._me(), self._place(), switches, self._album()):
            self.body.addWidget(group)
        books, steps = self._devices.books, self._devices.steps
        self.body.addWidget(OwnerCells(self._screen, books, steps, self._texts))
        self.body.addWidget(self._looks())
        size = SizeCells(self._screen, self._appearance, self._texts)
        size.restart_wished.connect(self.restart_wished)
        self.body.addWidget(size)
        self.body.addWidget(EditorCells(self._screen, self._editor, self._texts))
        about = AboutCells(self._screen, self._texts)
        about.first_steps_wished.connect(self._on_about_first_steps_wished)
        self.body.addWidget(about)
        self.body.addStretch(1)
        if held:
            self._row_named(held).setFocus(Qt.FocusReason.TabFocusReason)

    def _held_name(self) -> str:
        """The name of the row that has the focus of the keyboard; empty if none has."""
        held = QApplication.focusWidget()
        if held is None or not self.content.isAncestorOf(held):
            return ""
        return held.objectName() if getattr(held, "ringed", False) else ""

    def _row_named(self, name: str) -> QWidget:
        """The newest row of that name: those before it are about to go."""
        rows = self.content.findChildren(QWidget, name)
        return rows[-1] if rows else self

    def first_focus(self) -> QWidget:
        """The row that was used last, once one was: a sheet that it opened gives the focus back."""
        return self._row_named(self._used) if self._used else self

    # The rows

    def _me(self) -> CellGroup:
        group = CellGroup(self._texts("What programs see of you, once you allow it"))
        profile = self._devices.profile.profile
        picture = Avatar(profile.avatar, 40, 6)
        avatar = Cell(self._texts("Avatar"), trailing=picture, clickable=True)
        name, number = (
            Cell(self._texts(title), note=getattr(profile, key), clickable=True, chevron=True)
            for key, title in _WRITTEN.items()
        )
        self._add(group, avatar, "hostAvatar", self._on_avatar_clicked)
        self._add(group, name, "hostNickname", self._on_nickname_clicked)
        self._add(group, number, "hostPhoneNumber", self._on_phone_number_clicked)
        return group

    def _place(self) -> CellGroup:
        group = CellGroup(self._texts("Where the phone is"))
        place = self._devices.location.place
        detail = f"{self._texts.of(place.address)}\n{place.latitude:.5f}, {place.longitude:.5f}"
        cell = DetailCell(
            self._texts.of(place.name),
            detail,
            leading=Icon("location", 24, "fg_1"),
            trailing=Icon("chevron-right", 16, "fg_2"),
            clickable=True,
        )
        self._add(group, cell, "hostLocation", self._on_location_clicked)
        return group

    def _album(self) -> CellGroup:
        group = CellGroup(self._texts("Where saved pictures go"))
        folder = str(self._devices.album.place)
        cell = DetailCell(
            self._texts("Album folder"),
            folder,
            trailing=Icon("folder", 20, "fg_2"),
            clickable=True,
        )
        cell.setToolTip(self._texts("Open in the file manager"))
        self._add(group, cell, "hostAlbum", self._on_album_clicked)
        return group

    def _looks(self) -> CellGroup:
        group = CellGroup(self._texts("Language and appearance"))
        looks = self._appearance
        language = self._language_names()[looks.language_choice]
        theme = self._theme_names()[looks.theme_choice]
        for title, note, name, on_click in (
            (self._texts("Language"), language, "hostLanguage", self._on_language_clicked),
            (self._texts("Appearance"), theme, "hostTheme", self._on_theme_clicked),
        ):
            cell = Cell(title, note=note, clickable=True, chevron=True)
            self._add(group, cell, name, on_click)
        more = self._texts("More contrast")
        contrast = Switch(more, checked=looks.contrast)
        contrast.setObjectName("hostContrast")
        contrast.toggled.connect(self._on_contrast_toggled)
        group.add(DetailCell(more, self._texts("All text is easy to read"), trailing=contrast))
        return group

    def _add(self, group: CellGroup, cell: Cell, name: str, on_click: Callable[[], None]) -> None:
        cell.setObjectName(name)
        cell.clicked.connect(on_click)
        group.add(cell)

    def _language_names(self) -> dict[LanguageChoice, str]:
        return {
            LanguageChoice.SYSTEM: self._texts("Like the desktop"),
            LanguageChoice.EN: "English",
            LanguageChoice.ZH: "简体中文",
        }

    def _theme_names(self) -> dict[ThemeChoice, str]:
        return {
            ThemeChoice.SYSTEM: self._texts("Like the desktop"),
            ThemeChoice.LIGHT: self._texts("Light"),
            ThemeChoice.DARK: self._texts("Dark"),
        }

    # What the person does

    def _on_application_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        super()._on_application_focus_changed(old, now)
        if now is not None and self.content.isAncestorOf(now):
            self._used = now.objectName()

    def _on_avatar_clicked(self) -> None:
        from miniapp_host.shell.sheets.picture_picker import PicturePicker

        pictures = self._devices.album.pictures()
        PicturePicker(self._screen, self._texts, pictures, 1, self._on_avatar_chosen).open()

    def _on_avatar_chosen(self, chosen: tuple[Path, ...]) -> None:
        if chosen:
            profile = self._devices.profile.profile
            changed = replace(profile, avatar=chosen[0])
            self._try(lambda: self._devices.profile.change(changed))

    def _on_nickname_clicked(self) -> None:
        self._write("nickname")

    def _on_phone_number_clicked(self) -> None:
        self._write("phone_number")

    def _write(self, key: str) -> None:
        from miniapp_host.shell.sheets.host_modals import text_input
        from miniapp_host.shell.sheets.modal import ModalDialog

        self._writing, title = key, self._texts(_WRITTEN[key])
        written = getattr(self._devices.profile.profile, key)
        dialog = ModalDialog(self._screen, text_input(title, written, title, self._texts))
        dialog.answered.connect(self._on_text_answered)
        dialog.open()

    def _on_text_answered(self, answer: ModalAnswer) -> None:
        text = " ".join((answer.content or "").split())[:_LONGEST_TEXT]
        if answer.confirm and text:
            changes: dict[str, Any] = {self._writing: text}
            changed = replace(self._devices.profile.profile, **changes)
            self._try(lambda: self._devices.profile.change(changed))

    def _on_location_clicked(self) -> None:
        from miniapp_host.devices.places import PLACES
        from miniapp_host.shell.sheets.place_picker import PlacePicker

        here = self._devices.location.place
        PlacePicker(self._screen, self._texts, PLACES, here, self._on_place_chosen).open()

    def _on_place_chosen(self, place: Place | None) -> None:
        if place is not None:
            self._try(lambda: self._devices.location.move(place))

    def _on_album_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._devices.album.folder)))

    def _on_language_clicked(self) -> None:
        names = self._language_names()
        current = tuple(names).index(self._appearance.language_choice)
        self._offer(ActionSheet(tuple(names.values()), current=current), self._on_language_chosen)

    def _on_language_chosen(self, choice: int | None) -> None:
        if choice is not None:
            language = tuple(LanguageChoice)[choice]
            self._try(lambda: self._appearance.choose_language(language))

    def _on_theme_clicked(self) -> None:
        names = self._theme_names()
        current = tuple(names).index(self._appearance.theme_choice)
        self._offer(ActionSheet(tuple(names.values()), current=current), self._on_theme_chosen)

    def _on_theme_chosen(self, choice: int | None) -> None:
        if choice is not None:
            theme = tuple(ThemeChoice)[choice]
            self._try(lambda: self._appearance.choose_theme(theme))

    def _on_contrast_toggled(self, more: bool) -> None:
        self._try(lambda: self._appearance.choose_contrast(more))

    def _on_about_first_steps_wished(self) -> None:
        self.finished.connect(self.first_steps_wished)  # once the focus is given back
        self.leave()

    def _offer(self, choices: ActionSheet, on_choice: Callable[[int | None], None]) -> None:
        from miniapp_host.shell.sheets.action_sheet import ActionSheetDialog

        sheet = ActionSheetDialog(self._screen, choices, self._texts)
        sheet.chosen.connect(on_choice)
        sheet.open()

    def _try(self, change: Callable[[], None]) -> None:
        saved(change, self._screen, self._texts)
