"""The phone's home screen, by hand: its list of programs and the "···" of each."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtWidgets import QAbstractItemView

from miniapp_host.shell.home.program_list import ProgramList
from miniapp_host.testing.tested_phone import TestedPhone

__tracebackhide__ = True  # a failure's traceback ends in the test


class LauncherDriver:
    """Waits until the launcher is in front; a program is meant by its name in the list."""

    def __init__(self, tested: TestedPhone) -> None:
        self._tested = tested

    @property
    def names(self) -> list[str]:
        """The names of the programs, top to bottom."""
        return [index.data() for index in self._indices()]

    def expect(self) -> None:
        """Wait until the launcher is in front and nothing lies over it."""
        self._tested.expect_in_reach("launcher")

    def press(self, name: str) -> None:
        """Click a program's row; raises WaitError if there is none."""
        self._tested.click_at(self._in_row(name, self._list.row_rect))

    def press_more(self, name: str) -> None:
        """Click the "···" of a program's row; raises WaitError if there is none."""
        self._tested.click_at(self._in_row(name, self._list.more_rect))

    @property
    def _list(self) -> ProgramList:
        return self._tested.phone.launcher.list

    def _indices(self) -> list[QModelIndex]:
        model = self._list.model()
        return [model.index(row, 0) for row in range(model.rowCount())]

    def _in_row(self, name: str, part: Callable[[QModelIndex], QRect]) -> QPoint:
        """The middle of a part of the row of that program."""
        self.expect()
        self._tested.wait(
            lambda: name in self.names, lambda: f"{name} in the launcher, which lists {self.names}"
        )
        index = next(one for one in self._indices() if one.data() == name)
        self._list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return self._tested.place_of(self._list.viewport(), part(index).center())
