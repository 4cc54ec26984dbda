"""Whether pages can be drawn with OpenGL on this screen: without it the phone would stay black.

Where X has no GLX (a remote or a virtual one, a broken driver) Qt makes do with EGL, Chromium does
not.
"""

from PySide6.QtGui import QGuiApplication, QOpenGLContext

_UNSET = -1
"""The samples that Qt names for a context of GLX; one of EGL has a number."""


def lacks_opengl() -> bool:
    """Asked after QApplication is made; takes time on X only where there is doubt."""
    platform = QGuiApplication.platformName()
    if platform not in ("xcb", "wayland"):
        return False
    shared = QOpenGLContext.globalShareContext()
    if shared is None or not shared.isValid():
        return True
    return platform == "xcb" and shared.format().samples() != _UNSET and not _has_glx()


def _has_glx() -> bool:
    import ctypes  # takes 10 ms

    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True  # Chromium needs it, too, and will say so
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    if not display:
        return True
    try:
        return bool(x11.XQueryExtension(display, b"GLX", *(ctypes.byref(ctypes.c_int()),) * 3))
    finally:
        x11.XCloseDisplay(display)
