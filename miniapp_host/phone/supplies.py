"""What a program's screen fetches from the phone and from the present run."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.session import Session
from miniapp_host.api.network.network_task import fetch
from miniapp_host.devices.network import Download, Request
from miniapp_host.permissions.decisions import Subject
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.phone.parts import PhoneParts
from miniapp_host.programs.samples import shown_name
from miniapp_host.programs.tree import PackageError
from miniapp_host.shell.program.supplies import Supplies
from miniapp_host.shell.settings.settings_model import SettingsModel
from miniapp_host.shell.settings.settings_panel import SettingsPanel
from miniapp_host.shell.settings.states_page import StatesPage
from miniapp_host.texts import Texts


def make_supplies(parts: PhoneParts, session: Callable[[], Session]) -> Supplies:
    """The functions; `session` gives the present run's one, as a restart replaces it."""

    def make_settings(screen: QWidget) -> SettingsPanel:
        of = session()
        model = SettingsModel(parts.memory.store, of.subject, parts.texts)
        return SettingsPanel(screen, name_of(of, parts.texts), model, parts.texts)

    def make_states(screen: QWidget) -> StatesPage:
        of = session()
        return make_states_page(parts, of.subject, name_of(of, parts.texts), screen)

    def read_icon(path: str) -> bytes | None:
        try:
            return session().package.read(path)
        except (OSError, PackageError):
            return None

    def fetch_picture(url: str, on_body: Callable[[bytes], None]) -> None:
        """Call back with the picture's bytes, empty if there is no good answer."""

        def ended(download: Download) -> None:
            on_body(download.body if download.head.status < 400 else b"")

        fetch(session(), parts.devices.network, Request(url, picture=True), ended)

    devices = parts.devices
    return Supplies(
        make_settings=make_settings,
        make_states=make_states,
        switches=devices.switches,
        read_icon=read_icon,
        media=devices.album.media,
        fetch_picture=fetch_picture,
    )


def name_of(session: Session, texts: Texts) -> str:
    """The program's name, in the person's language if it is a sample."""
    return shown_name(session.subject.program, session.package.name, texts)


def make_states_page(parts: PhoneParts, subject: Subject, name: str, screen: QWidget) -> StatesPage:
    """The page on which every scope of a program can be set, not yet opened."""
    page = StatesPage(screen, name, parts.memory.store, subject, parts.texts)
    page.list_scopes(SCOPES, partial(parts.memory.ask_again, subject))
    return page
