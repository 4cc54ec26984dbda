"""Ends the desktop's sign that a program is starting, when it hands over to one that runs.

An X11 desktop shows a busy pointer until the started program has a window, or says that it is done.
Qt says so with its first window, but a second start has none.
https://specifications.freedesktop.org/startup-notification-spec
"""

import ctypes
from collections.abc import MutableMapping

STARTUP_ID = "DESKTOP_STARTUP_ID"
_CLIENT_MESSAGE = 33
_PROPERTY_CHANGE_MASK = 1 << 22
_PIECE = 20
"""Bytes in one message; the text ends with a zero byte."""


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent, as long as Xlib's XEvent: 24 longs."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_char * _PIECE),
        ("padding", ctypes.c_long * 24),
    ]


def end_startup_notice(environment: MutableMapping[str, str]) -> None:
    """Tell the desktop that the start which `environment` names is done; nothing without X11."""
    startup_id = environment.pop(STARTUP_ID, "")
    if not startup_id or "DISPLAY" not in environment:
        return
    try:
        xlib = ctypes.CDLL("libX11.so.6")
    except OSError:
        return
    _broadcast(xlib, environment["DISPLAY"].encode(), pieces_of(startup_id))


def pieces_of(startup_id: str) -> list[bytes]:
    """What is to be said of a start, in pieces of 20 bytes, the last filled up with zeros."""
    escaped = startup_id.replace("\\", "\\\\").replace('"', '\\"')
    text = f'remove: ID="{escaped}"'.encode() + b"\0"
    return [text[at : at + _PIECE].ljust(_PIECE, b"\0") for at in range(0, len(text), _PIECE)]


def _broadcast(xlib: ctypes.CDLL, screen: bytes, pieces: list[bytes]) -> None:
    """Sends the pieces to the root window; the first has a type of its own."""
    for function in ("XOpenDisplay", "XDefaultRootWindow", "XCreateSimpleWindow", "XInternAtom"):
        getattr(xlib, function).restype = ctypes.c_void_p  # as long as a pointer, not an int
    display = ctypes.c_void_p(xlib.XOpenDisplay(screen))
    if not display:
        return
    root = ctypes.c_void_p(xlib.XDefaultRootWindow(display))
    window = xlib.XCreateSimpleWindow(display, root, 0, 0, 1, 1, 0, None, None)
    kind = xlib.XInternAtom(display, b"_NET_STARTUP_INFO_BEGIN", 0)
    for piece in pieces:
        message = _ClientMessage(_CLIENT_MESSAGE, 0, 0, None, window, kind, 8, piece)
        mask = ctypes.c_long(_PROPERTY_CHANGE_MASK)
        xlib.XSendEvent(display, root, 0, mask, ctypes.byref(message))
        kind = xlib.XInternAtom(display, b"_NET_STARTUP_INFO", 0)
    xlib.XCloseDisplay(display)
