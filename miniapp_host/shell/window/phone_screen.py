"""The phone's screen: launcher, programs and the home indicator, one above the other."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.devices.display import Shape
from miniapp_host.shell.kit.glass import Status, set_shape, set_status
from miniapp_host.shell.kit.home_indicator import HomeIndicator
from miniapp_host.shell.kit.layers import Layer, place
from miniapp_host.shell.kit.spoken_screen import SpokenScreen
from miniapp_host.shell.kit.status_bar import StatusBar
from miniapp_host.texts import Texts

if TYPE_CHECKING:
    from miniapp_host.shell.kit.glide import Glide
    from miniapp_host.shell.program.program_screen import ProgramScreen


class PhoneScreen(SpokenScreen):
    """Owns the launcher; the programs are given to it and taken away."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.setObjectName("phoneScreen")
        self.setAccessibleName(texts("Phone"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.front: ProgramScreen | None = None
        self.launcher: QWidget | None = None
        self.cover: QWidget | None = None
        """What lies over everything while a program is being opened."""
        self._glides: dict[ProgramScreen, Glide] = {}
        self.indicator = HomeIndicator(texts, self)
        place(self.indicator, Layer.STATUS)
        self.indicator.hide()

    def take_status(self, status: Status) -> None:
        """Show this status in every bar."""
        set_status(self, status)
        for bar in self.findChildren(StatusBar):
            bar.update()

    def take_shape(self, shape: Shape) -> None:
        """Fit what is shown to the shape of the screen."""
        for part in (self, self.front):
            if part is not None:
                set_shape(part, shape)
        for bar in self.findChildren(StatusBar):
            bar.fit()

    def set_launcher(self, launcher: QWidget) -> None:
        """Own this launcher, in place of the one before."""
        old, self.launcher = self.launcher, launcher
        launcher.setParent(self)
        launcher.setGeometry(self.rect())
        launcher.lower()
        launcher.setVisible(self.front is None)
        if old is not None:
            old.deleteLater()
        else:
            launcher.setFocus()  # rather than its first button

    def raise_program(self, program: "ProgramScreen") -> None:
        """Bring a program to the front: it glides up, or stands there if the screen is covered."""
        if program not in self._glides:
            self.adopt(program)
        self.front = program
        below = self.height() if self.cover is None else 0
        program.setGeometry(0, below, self.width(), self.height())
        program.show()
        program.raise_()
        place(self.indicator, Layer.STATUS)
        self.indicator.show()
        self.tint_indicator()
        program.setFocus()
        self._glides[program].run(QPoint(0, 0), self._on_program_risen)

    def remove_program(self, program: "ProgramScreen", then: Callable[[], None]) -> None:
        """Call `then` once a program is out of sight; the one in front glides down first."""
        if program is self.front:
            self.lower_program(then)
        else:
            program.hide()
            then()
        self._glides.pop(program, None)

    def lower_program(self, then: Callable[[], None]) -> None:
        """Let the program in front glide down to the launcher, and call `then` at the end.

        Without a program in front nothing happens.
        """
        program, self.front = self.front, None
        if program is None:
            return
        self.indicator.hide()
        if self.launcher is not None:
            self.launcher.show()
            self.launcher.setFocus()
        self._glides[program].run(QPoint(0, self.height()), then)

    def tint_indicator(self) -> None:
        """Draw the home indicator white on a dark ground, else black."""
        if self.front is not None:
            self.indicator.set_white(QColor(self.front.ground).lightness() < 128)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for child in (self.launcher, self.front):
            if child is not None:
                child.resize(self.size())
        left = (self.width() - self.indicator.width()) // 2
        self.indicator.move(left, self.height() - self.indicator.height())

    def adopt(self, program: "ProgramScreen") -> None:
        """Take a program's screen, below the edge where nobody sees it."""
        from miniapp_host.shell.kit.glide import Glide  # only programs move

        program.setParent(self)
        program.setGeometry(0, self.height(), self.width(), self.height())
        self._glides[program] = Glide(program)
        program.ground_changed.connect(self.tint_indicator)

    def _on_program_risen(self) -> None:
        if self.launcher is not None and self.front is not None:
            self.launcher.hide()
