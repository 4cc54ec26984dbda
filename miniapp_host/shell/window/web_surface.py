"""A window on which pages can be drawn from its first show on.

Qt destroys a window and makes another one when the first page comes into one that was made for
widgets alone: it flickers, loses its place and the focus, and the phone stands still meanwhile.
"""

import os
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QSurface
from PySide6.QtWidgets import QRhiWidget, QWidget

from miniapp_host.shell.window.opengl import lacks_opengl
from miniapp_host.texts import Sentence, tell_terminal

_BACKEND = "QT_QUICK_BACKEND"
_DRAWN_BY_CPU = "software"
"""Qt's word in that variable for pages that are drawn without a graphics card."""


def expect_pages(window: QWidget) -> None:
    """Prepare a window that was not shown yet; again after it was a part of another window.

    Widgets alone are drawn as before, so nothing of Chromium or of Qt Quick is loaded for it.
    """
    if os.environ.get(_BACKEND) == _DRAWN_BY_CPU or window.windowHandle() is not None:
        return
    if _BACKEND not in os.environ and lacks_opengl():
        os.environ[_BACKEND] = _DRAWN_BY_CPU
        tell_terminal(Sentence("There is no OpenGL here; pages are drawn without it."))
        return
    if sys.platform in ("win32", "darwin"):
        _hold_place(window)
    else:
        _choose_surface(window)


def _choose_surface(window: QWidget) -> None:
    """Makes the native window's object early, as the kind of surface is chosen only before it is
    created; a widget makes it as long as it is said to be a native one."""
    window.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)
    if (native := window.windowHandle()) is not None:
        native.setSurfaceType(QSurface.SurfaceType.OpenGLSurface)
    window.setAttribute(Qt.WidgetAttribute.WA_NativeWindow, False)


def _hold_place(window: QWidget) -> None:
    """Lets Qt choose: a widget that is drawn like a page, never shown, does for a page to come."""
    if window.findChild(QRhiWidget) is None:
        QRhiWidget(window).hide()
