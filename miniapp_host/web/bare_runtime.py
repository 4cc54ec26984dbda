"""The runtime in a process and a profile of its own, where no program has ever been."""

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage

from miniapp_host.web.bridge import Bridge
from miniapp_host.web.page import ProgramPage
from miniapp_host.web.played_web import PlayedWeb
from miniapp_host.web.profile import ProgramProfile, serve_scheme
from miniapp_host.web.scheme import START_PAGE
from miniapp_host.web.scheme_handler import Answers, SchemeHandler


class BareRuntime(QObject):
    """Loads the runtime, which waits for its program; `dispose()` ends it for good.

    It runs one program and no second: what that has left behind would be the next one's.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ended = False
        self.bridge = Bridge(self)
        self._web: PlayedWeb | None = None
        self._profile = ProgramProfile(self, self._plays, self._leads_to_phone)
        self._handler = SchemeHandler(self._profile)
        serve_scheme(self._profile, self._handler)
        self.page = ProgramPage(self._profile, self)
        self.page.renderProcessTerminated.connect(self._on_page_render_process_terminated)
        self._channel = QWebChannel(self.page)
        self._channel.registerObject("host", self.bridge)
        self.page.setWebChannel(self._channel)
        self.page.load(START_PAGE)

    @property
    def is_sound(self) -> bool:
        """Whether it can run a program: its process has not ended, and complained of nothing."""
        return not self._ended and not self.bridge.spoke_early

    def run(self, answers: Answers, web: PlayedWeb) -> None:
        """Begin the program that `answers` serves; `web` tells what it may see of the web."""
        self._web = web
        self._handler.answer_with(answers)

    def dispose(self) -> None:
        """End it at once; must not be called from within one of its messages.

        The page goes before its profile, as Chromium demands.
        """
        self.bridge.close()
        # `deleteLater` keeps no order; a profile that goes before its page makes Qt warn or crash.
        shiboken6.delete(self.page)
        shiboken6.delete(self._profile)
        self.deleteLater()

    def _plays(self, url: str) -> bool:
        return self._web is not None and self._web.plays_shown(url)

    def _leads_to_phone(self, url: str) -> bool:
        return self._web is not None and self._web.leads_to_phone(url)

    def _on_page_render_process_terminated(
        self, _status: QWebEnginePage.RenderProcessTerminationStatus, _code: int
    ) -> None:
        self._ended = True
