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
    from miniapp_host.shell.program.splash import Splash

    glass.cover = cover = Splash(face, glass)
    cover.setObjectName("openingSplash")
    cover.setGeometry(glass.rect())
    place(cover, Layer.STATUS)
    cover.show()
    cover.repaint()
    try:
        yield
    finally:
        glass.cover = None
        cover.hide()
        cover.deleteLater()
