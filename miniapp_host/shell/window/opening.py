"""What is seen at once when a program is about to be opened: its splash, before the phone is busy.

Reading a folder, and Chromium's first start, keep the phone from drawing for some tenths of a
second. So the splash is painted right away, not with the next turn of the event loop.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from miniapp_host.shell.kit.layers import Layer, place
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.shell.window.phone_screen import PhoneScreen


@contextmanager
def opening(glass: PhoneScreen, face: ProgramFace) -> Iterator[None]:
    """Cover `glass` with the splash meanwhile; a program that is brought to the front stands there.

    One inside another has the splash of the outer one.
    """
    if glass.cover is not None or not glass.isVisible():
        yield
        return
    cover(glass, face)
    try:
        yield
    finally:
        uncover(glass)


def cover(glass: PhoneScreen, face: ProgramFace) -> None:
    """Cover `glass` with the splash until `uncover`; what is covered already stays so."""
    if glass.cover is not None:
        return
    from miniapp_host.shell.program.splash import Splash

    glass.cover = splash = Splash(face, glass)
    splash.setObjectName("openingSplash")
    splash.setGeometry(glass.rect())
    place(splash, Layer.STATUS)
    splash.show()
    splash.repaint()


def uncover(glass: PhoneScreen) -> None:
    """Take the splash away."""
    splash, glass.cover = glass.cover, None
    if splash is not None:
        splash.hide()
        splash.deleteLater()


def lower_cover(glass: PhoneScreen) -> None:
    """Let sheets lie over the splash: opening takes long."""
    if glass.cover is not None:
        place(glass.cover, Layer.BAR_MASK)
