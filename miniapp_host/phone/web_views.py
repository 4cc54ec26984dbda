"""The `<web-view>`s of one open program, as its service lists them.

What the web's pages say is read here: a few messages of WeChat's JS-SDK, and nothing else.
"""

import json
import time
from collections import deque
from collections.abc import Iterator
from functools import partial

import shiboken6
from PySide6.QtCore import QObject

from miniapp_host import paths
from miniapp_host.api.calls.call import LONGEST_SHOWN
from miniapp_host.api.calls.session import Session
from miniapp_host.api.network.domains import allows_page
from miniapp_host.permissions.prompts import shortened
from miniapp_host.phone.endings import Endings
from miniapp_host.phone.parts import PhoneParts
from miniapp_host.phone.user_agent import user_agent
from miniapp_host.phone.web_memory import MOST_GROWN, WebMemory
from miniapp_host.shell.program.chrome import Chrome, WebPlace
from miniapp_host.shell.program.program_screen import ProgramScreen
from miniapp_host.shell.program.web_view_frame import WebTrouble, WebViewFrame
from miniapp_host.shell.sheets.host_modals import notice
from miniapp_host.texts import Sentence
from miniapp_host.web.link import RuntimeLink
from miniapp_host.web.web_view import Failure, WebView
from miniapp_host.web.web_view_page import Alert
from miniapp_host.web.web_view_profile import WebViewProfile

_TO_URL = ("navigateTo", "redirectTo", "reLaunch", "switchTab")
_LONGEST_TITLE = 200
_MOST_COMPLAINTS = 50
_MOST_ALERTS = 10
_MOST_WISHES = 5
"""Navigations that a page may ask for in one second."""


class WebViews(QObject):
    """Makes the screen match the service's last `Chrome`; `dispose` ends it."""

    def __init__(
        self, parts: PhoneParts, session: Session, screen: ProgramScreen, link: RuntimeLink
    ) -> None:
        super().__init__(screen)
        self._parts = parts
        self._session = session
        self._screen = screen
        self._link = link
        self._profile: WebViewProfile | None = None
        self._open: dict[int, OpenWebView] = {}
        self._endings = Endings(self)
        self._memory = WebMemory(self)
        self._memory.filled.connect(self._on_memory_filled)

    def show(self, chrome: Chrome) -> None:
        """End views that are gone, load addresses that changed, show the one in front."""
        listed = {place.number: place for place in chrome.web_views}
        for number in self._open.keys() - listed.keys():
            gone = self._open.pop(number)
            gone.leave()
            self._endings.add(gone.dispose())
        for place in listed.values():
            self._opened(place).go(place.src)
        self._memory.watch(wanted=bool(self._open))
        front = next((one for one in listed.values() if one.page == chrome.page), None)
        self._screen.show_web_view(self._open[front.number].frame if front else None)

    @property
    def front(self) -> WebView | None:
        """The view that covers the page in front, None if there is none."""
        return next((one.view for one in self._open.values() if one.frame.isVisible()), None)

    def silence(self) -> None:
        """Hear nothing more of any view; they can still be seen."""
        for one in self._open.values():
            one.view.silence()

    def dispose(self) -> Iterator[None]:
        """End the views, one at each step.

        Their pages are deleted before their profile, as Chromium demands.
        """
        self._memory.watch(wanted=False)
        self._screen.show_web_view(None)
        self._endings.finish()
        while self._open:
            gone = self._open.popitem()[1]
            gone.leave()
            yield from gone.dispose()
        if self._profile is not None:
            shiboken6.delete(self._profile)
        self.deleteLater()

    def _opened(self, place: WebPlace) -> "OpenWebView":
        if place.number not in self._open:
            view = self._make_view()
            frame = WebViewFrame(view, self._screen.texts, self._screen)
            self._open[place.number] = OpenWebView(
                place.number, view, frame, self._screen, self._link
            )
        return self._open[place.number]

    def _make_view(self) -> WebView:
        allows = partial(allows_page, self._parts.options.allowed, self._session.version)
        scripts = paths.runtime_dir() / "web-view"
        fetch = self._parts.fetch_page(self._session.program)
        return WebView(self._shared_profile(), allows, scripts, fetch)

    def _shared_profile(self) -> WebViewProfile:
        if self._profile is None:
            language = self._parts.texts.language.value
            agent = user_agent(self._session.package.appid, language)
            accepted = language.replace("_", "-")
            web = self._parts.web(self._session.program)
            self._profile = WebViewProfile(agent, accepted, self, web)
            self._profile.refused.connect(self._on_profile_refused)
        return self._profile

    def _on_memory_filled(self) -> None:
        """Ends all pages: nobody can tell which of them it was."""
        for one in self._open.values():
            one.view.end_process()
        most = MOST_GROWN >> 20
        self._screen.log(
            "warn", Sentence("<web-view>: ended, it filled {most} MB of the phone", most=most)
        )

    def _on_profile_refused(self, address: str) -> None:
        self._screen.log(
            "warn", Sentence("A <web-view> downloads nothing: {address}", address=address[:200])
        )


class OpenWebView(QObject):
    """One `<web-view>`: `view` shows the web in `frame`, its messages go to the service."""

    def __init__(
        self,
        number: int,
        view: WebView,
        frame: WebViewFrame,
        screen: ProgramScreen,
        link: RuntimeLink,
    ) -> None:
        super().__init__(frame)
        self.number = number
        self.frame = frame
        self.view = view
        self._screen = screen
        self._link = link
        self._src: str | None = None
        self._alert_open = False
        self._alerts = 0
        self._wishes: deque[float] = deque(maxlen=_MOST_WISHES)
        self._complaints: set[str] = set()
        self._connect_view()

    def go(self, src: str) -> None:
        """Load the address that the program names, unless it is the same as before."""
        if src == self._src:
            return
        self._src = src
        self._show_document()
        if src and not self.view.open(src):
            self._show_trouble(WebTrouble.NO_ADDRESS, src)

    def leave(self) -> None:
        """Show and hear nothing more of it; a view without its page must not be painted."""
        self.frame.hide()
        self.view.silence()

    def dispose(self) -> Iterator[None]:
        """End the view, which was left, bit by bit."""
        yield from self.view.ending()
        self.frame.deleteLater()
        yield

    def _connect_view(self) -> None:
        view = self.view
        view.menu_wished.connect(self._screen.menu_requested)
        view.loadProgress.connect(self.frame.show_loading)
        view.loadFinished.connect(self.frame.show_loaded)
        view.titled.connect(self._on_view_titled)
        view.loaded.connect(self._on_view_loaded)
        view.failed.connect(self._on_view_failed)
        view.refused.connect(self._on_view_refused)
        view.history_changed.connect(self._on_view_history_changed)
        view.heard.connect(self._on_view_heard)
        view.alerted.connect(self._on_view_alerted)
        view.complained.connect(self._on_view_complained)
        self.frame.retry_clicked.connect(self._on_frame_retry_clicked)
        self.frame.back_clicked.connect(self._on_frame_back_clicked)

    def _show_document(self) -> None:
        self.frame.show_document()
        self._on_view_history_changed()

    def _show_trouble(self, trouble: WebTrouble, url: str, reason: str = "") -> None:
        self.frame.show_trouble(trouble, url, reason)
        self._on_view_history_changed()
        self._tell("error", {"url": url.partition("?")[0], "fullUrl": url})

    def _tell(self, event: str, detail: object) -> None:
        self._link.emit("webView", {"id": self.number, "event": event, "detail": detail})

    # What happens

    def _on_view_titled(self, title: str) -> None:
        self._tell("title", title[:_LONGEST_TITLE])

    def _on_view_loaded(self, url: str) -> None:
        self._show_document()
        self._tell("load", {"src": url})

    def _on_view_failed(self, failure: Failure) -> None:
        self._show_trouble(WebTrouble.FAILED, failure.url, failure.reason)

    def _on_view_refused(self, url: str) -> None:
        self._show_trouble(WebTrouble.REFUSED, url)
        self._screen.log(
            "warn", Sentence("<web-view>: {url} is not among the business domains", url=url[:200])
        )

    def _on_view_history_changed(self) -> None:
        behind = self.frame.in_trouble and self.view.has_page
        self.frame.set_can_go_back(behind or self.view.can_go_back)

    def _on_view_heard(self, text: str) -> None:
        """Keeps a posted message for the program; navigates only while the page is visible."""
        match _message(text):
            case ["postMessage", data]:
                self._tell("message", data)
            case ["navigateBack", dict(given)] if self.frame.isVisible():
                delta = given.get("delta")
                steps = delta if isinstance(delta, int) else 1
                self._lead_on("navigateBack", {"delta": steps})
            case [str(name), {"url": str(url)}] if name in _TO_URL and self.frame.isVisible():
                self._lead_on(name, {"url": url})
            case _:
                said = Sentence("<web-view>: nothing comes of {text}", text=text[:200])
                self._on_view_complained(said)

    def _lead_on(self, name: str, arguments: dict[str, object]) -> None:
        """Navigates as the program could; calls that come too fast are dropped."""
        now = time.monotonic()
        full = len(self._wishes) == _MOST_WISHES
        if full and now - self._wishes[0] < 1:
            return
        self._wishes.append(now)
        self._link.tell("navigate", name, arguments)

    def _on_view_alerted(self, alert: Alert) -> None:
        """Shows one box at a time, and not without end; the page's script does not wait."""
        if self._alert_open or self._alerts == _MOST_ALERTS or not self.frame.isVisible():
            return
        self._alert_open = True
        self._alerts += 1
        message = shortened(alert.message, LONGEST_SHOWN)
        modal = notice(alert.domain, message, self._screen.texts("OK"))
        self._screen.show_modal(modal, self._on_alert_answered)

    def _on_alert_answered(self, _answer: object) -> None:
        self._alert_open = False

    def _on_view_complained(self, text: Sentence) -> None:
        """Logs each complaint once, as a page may repeat it without end."""
        if text not in self._complaints and len(self._complaints) < _MOST_COMPLAINTS:
            self._complaints.add(text)
            self._screen.log("warn", text)

    def _on_frame_retry_clicked(self) -> None:
        self._show_document()
        self.view.again()

    def _on_frame_back_clicked(self) -> None:
        """Shows the page again that was there before the failure, which is not in the history."""
        if self.frame.in_trouble and self.view.has_page:
            self._show_document()
        elif self.view.can_go_back:
            self.view.back_in_history()
        else:  # Chromium tells only with the end of a load that it came back to the first page
            self._on_view_history_changed()
            self._screen.go_back()


def _message(text: str) -> object:
    """The message that the text of a page holds, None if it is no valid one.

    NaN and 1e999, which Python reads and JavaScript does not, would spoil a whole batch.
    """
    try:
        found = json.loads(text)
        json.dumps(found, allow_nan=False)
    except (ValueError, RecursionError):
        return None
    return found
