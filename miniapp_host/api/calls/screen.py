"""What a program can ask the phone's screen to show, and the records it is asked with.

The shell's program screen satisfies `Screen`. Every callback is called at most once: with the
person's answer, with "nothing chosen" when the person dismisses, never after the program closed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

from miniapp_host.devices.album import Media
from miniapp_host.devices.book import Book, Entry
from miniapp_host.devices.place import Place
from miniapp_host.devices.switches import Switch
from miniapp_host.programs.usual_colours import MODAL_CANCEL, MODAL_CONFIRM, SHEET_ITEM
from miniapp_host.texts import Text


class ToastIcon(Enum):
    """The picture above a toast's text."""

    SUCCESS = "success"
    ERROR = "error"
    LOADING = "loading"
    NONE = "none"


@dataclass(frozen=True)
class Toast:
    """A short note; `image`, an absolute file path, replaces the icon.

    `duration_ms` is None for one that stays until it is hidden (showLoading).
    `mask` keeps taps away from the page meanwhile.
    """

    title: str
    icon: ToastIcon = ToastIcon.SUCCESS
    image: str | None = None
    duration_ms: int | None = 1500
    mask: bool = False


@dataclass(frozen=True, kw_only=True)
class Modal:
    """A question with one or two buttons; colours are the program's words, checked by the shell."""

    title: str = ""
    content: str = ""
    confirm_text: str
    confirm_color: str = MODAL_CONFIRM
    cancel_text: str = ""
    cancel_color: str = MODAL_CANCEL
    show_cancel: bool = True
    editable: bool = False
    """The person writes; `content` is what stands there at first."""
    placeholder: str = ""


@dataclass(frozen=True)
class ModalAnswer:
    """What the person pressed, and the text of an editable modal."""

    confirm: bool
    content: str | None = None


@dataclass(frozen=True)
class ActionSheet:
    """The choices.

    Only the host uses `destructive`, the index of the red one, `current`, that of what is chosen
    now, and `cancel`, another word for it.
    """

    items: tuple[str, ...]
    color: str = SHEET_ITEM
    alert_text: str = ""
    destructive: int | None = None
    cancel: str = ""
    current: int | None = None


NO_NOTE = Text("", "")
CANCEL = Text("Cancel", "取消")


class Matter(Enum):
    """What a question of the host's own is about: the word by which scripts name it."""

    PRIVACY = "privacy"
    SUBSCRIBE = "subscribe"
    CALL = "call"
    MESSAGE = "message"
    PAYMENT = "payment"
    SHARE = "share"
    CONTACT = "contact"
    PROGRAM = "program"
    PHONE_NUMBER = "phone-number"


@dataclass(frozen=True)
class Confirmation:
    """A question of the host's own: something happens only if the person agrees.

    `facts` are (what it is, the program's words); `note` is small below them.
    """

    matter: Matter
    title: Text
    facts: tuple[tuple[Text, str], ...]
    confirm: Text
    cancel: Text = CANCEL
    note: Text = NO_NOTE


@dataclass(frozen=True)
class Metrics:
    """Measures of the program's page in the window now, in logical pixels.

    `side_inset` is what the camera takes of the left and of the right edge of a turned phone.
    `tab_bar_height` is 0 without a tab bar and includes the bottom inset with one.
    `custom_navigation`: the page draws its own navigation bar (navigationStyle custom).
    `pixel_ratio` is the phone's, not the desktop's: programs size what they draw by it.
    """

    screen_width: int = 390
    screen_height: int = 844
    status_bar_height: int = 44
    navigation_bar_height: int = 44
    tab_bar_height: int = 0
    bottom_inset: int = 34
    side_inset: int = 0
    custom_navigation: bool = False
    pixel_ratio: float = 3.0
    theme: str = "light"
    contrast: bool = False
    """Whether the person wants more contrast; programs do not hear of it, their pages do."""

    @property
    def window_top(self) -> int:
        """The top of the page, in logical pixels of the screen."""
        bars = self.status_bar_height + self.navigation_bar_height
        return 0 if self.custom_navigation else bars

    @property
    def window_height(self) -> int:
        """The height that is left for the page."""
        return self.screen_height - self.window_top - self.tab_bar_height


class Screen(Protocol):
    """The part of the phone's screen that belongs to one program."""

    @property
    def settings_open(self) -> bool:
        """Whether this program's settings panel is shown, whoever opened it."""
        ...

    def metrics(self) -> Metrics:
        """The measures now."""
        ...

    def show_toast(self, toast: Toast) -> None:
        """Show it in place of any other toast or loading note."""
        ...

    def hide_toast(self, loading: bool) -> None:
        """Hide the toast or loading note; with `loading` only a loading note."""
        ...

    def show_modal(self, modal: Modal, on_answer: Callable[[ModalAnswer], None]) -> None:
        """Ask the question; a dismissal counts as cancel."""
        ...

    def show_action_sheet(
        self, sheet: ActionSheet, on_choice: Callable[[int | None], None]
    ) -> None:
        """Offers the items; None when the person chose none."""
        ...

    def open_settings(self, on_closed: Callable[[], None]) -> None:
        """Shows the settings panel; calls back when the person has come back to the program."""
        ...

    def open_switches(self, wanted: tuple[Switch, ...], on_closed: Callable[[], None]) -> None:
        """Shows these of the phone's own switches; calls back when the person has come back."""
        ...

    def choose_pictures(
        self,
        count: int,
        on_chosen: Callable[[tuple[Path, ...]], None],
        media: Media = Media.PICTURES,
    ) -> None:
        """Lets the person choose up to `count` files of the album; empty: none chosen."""
        ...

    def choose_entry(self, book: Book, on_chosen: Callable[[Entry | None], None]) -> None:
        """Lets the person choose an entry, or write one; None: none chosen."""
        ...

    def confirm(self, what: Confirmation, on_answer: Callable[[bool], None]) -> None:
        """Asks on a sheet; a dismissal counts as no."""
        ...

    def choose_place(self, start: Place | None, on_chosen: Callable[[Place | None], None]) -> None:
        """Lets the person choose a place (WGS-84), `start` first; None: none chosen."""
        ...

    def show_contract(self) -> None:
        """Shows the program's privacy contract, as far as the phone knows it."""
        ...

    def show_document(self, name: str, size: int) -> None:
        """Shows that a document of `size` bytes was opened."""
        ...

    def scan(self, on_scanned: Callable[[str | None], None]) -> None:
        """Lets the person scan a code; None: they went back."""
        ...

    def save_file(self, name: str, on_place: Callable[[Path | None], None]) -> None:
        """Lets the person say where on this computer a file goes; None: nowhere."""
        ...

    def ask_for_height(self, height: int) -> None:
        """Give the phone's window this height, or the nearest that is possible."""
        ...

    def show_place(self, place: Place) -> None:
        """Shows a place (WGS-84) on the map."""
        ...

    def preview_pictures(self, sources: tuple[str, ...], current: int) -> None:
        """Shows pictures full screen; a source is an absolute file path or an https URL."""
        ...
