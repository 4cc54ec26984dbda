"""Chromium's own tools (elements, sources, breakpoints) on the page and the worker of a program."""

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QHideEvent, QShowEvent
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWidgets import QWidget

from miniapp_host.web.program_view import ProgramView
from miniapp_host.web.tools_choice import choosing
from miniapp_host.web.whole_view import WholeView

# The tools have settings only some time after their page was loaded, and listen to them only some
# time after that: a theme that was set between is never worn. Setting it anew makes them hear.
_CHOOSE_THEME = """
((theme) => {
  globalThis.wishedTheme = theme
  const worn = () =>
    document.documentElement.classList.contains('theme-with-dark-background') === (theme === 'dark')
  const choose = (left) =>
    globalThis.wishedTheme === theme &&
    import('devtools://devtools/bundled/core/common/common.js')
      .then(({ Settings }) => {
        const setting = Settings.Settings.instance().moduleSetting('ui-theme')
        for (const name of ['systemPreferred', theme]) setting.set(name)
        if (!worn()) throw new Error('not yet')
      })
      .catch(() => left > 0 && setTimeout(choose, 100, left - 1))
  choose(100)
})('%s')
"""
_KEEP_TO_DRAWN_PART = """
(share => share < 1 && Object.assign(document.documentElement.style,
  { width: `calc(100vw * ${share})`, height: `calc(100vh * ${share})` }))(devicePixelRatio)
"""
"""As in `drawn-part.js`: below 100 % Chromium draws only a part of the surface."""


class ToolsProfile(QWebEngineProfile):
    """What the tools keep: breakpoints, their settings. It is gone with the object, never on disk.

    It must outlive every page of the tools, as Chromium demands.
    """


class DeveloperTools(WholeView):
    """A view of the tools, which `inspect` attaches; `dispose` ends them.

    They begin at the page in front, not at the document that holds all of them.

    Tools with the same `profile` take up the breakpoints of those before.
    """

    def __init__(
        self, background: QColor, profile: ToolsProfile, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("developerTools")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self._theme = "light"
        self._spot: QPointF | None = None
        self._page = _ToolsPage(profile, self)
        self._page.setBackgroundColor(background)
        self._page.loadFinished.connect(self._on_page_load_finished)
        self.setPage(self._page)
        self.setEnabled(False)

    def showEvent(self, event: QShowEvent) -> None:
        self.setEnabled(True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Is out of use while unseen: the tools take the keys when they have loaded, even so."""
        self.setEnabled(False)
        super().hideEvent(event)

    def inspect(self, program: ProgramView | None) -> None:
        """Attach the tools to the page and the worker of `program`, or to nothing."""
        page = program.page() if program is not None else None
        self._spot = None
        self._page.setInspectedPage(page)  # type: ignore[arg-type]  # null is none

    def choose(self, spot: QPointF) -> None:
        """Choose the element at `spot` (in the page's own pixels), now or once they have loaded."""
        self._spot = spot
        self._page.runJavaScript(choosing(spot))

    def wear(self, theme: str) -> None:
        """Show the tools in "light" or "dark"."""
        self._theme = theme
        self._page.runJavaScript(_CHOOSE_THEME % theme)

    def dispose(self) -> None:
        """Detach and end the tools; what they keep stays in their profile."""
        self._page.setInspectedPage(None)  # type: ignore[arg-type]
        shiboken6.delete(self._page)
        self.deleteLater()

    def _on_page_load_finished(self, loaded: bool) -> None:
        if loaded:
            self.wear(self._theme)
            self.fit_anew()
            self._page.runJavaScript(_KEEP_TO_DRAWN_PART)
            self._page.runJavaScript(choosing(self._spot))


class _ToolsPage(QWebEnginePage):
    """The page of the tools: no windows of its own, no files of the desktop."""

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> None:  # type: ignore[override]
        return None

    def chooseFiles(
        self,
        mode: QWebEnginePage.FileSelectionMode,
        old_files: Sequence[str],
        accepted_types: Sequence[str],
    ) -> list[str]:
        return []

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        line: int,
        source: str,
    ) -> None:
        """Drops it: how Chromium's tools start is nobody's business here."""
