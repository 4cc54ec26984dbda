from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.cell import Cell, CellGroup, DetailCell
from miniapp_host.shell.kit.switch import Switch


def group_on(screen: QWidget, *titles: str) -> CellGroup:
    group = CellGroup("Title", parent=screen)
    for title in titles:
        group.add(Cell(title, clickable=True))
    group.resize(390, 400)
    group.show()
    return group


def test_a_clickable_cell_is_pressed_anywhere(screen: QWidget, qtbot: QtBot) -> None:
    cell = group_on(screen, "About").cell(0)
    with qtbot.waitSignal(cell.clicked):
        qtbot.mouseClick(cell, Qt.MouseButton.LeftButton)


def test_a_cell_that_only_tells_takes_no_click_and_no_focus(screen: QWidget, qtbot: QtBot) -> None:
    cell = Cell("Version", note="1.0", parent=screen)
    cell.resize(390, 56)
    cell.show()
    with qtbot.assertNotEmitted(cell.clicked):
        qtbot.mouseClick(cell, Qt.MouseButton.LeftButton)
    assert cell.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_lines_stand_between_cells_only(screen: QWidget) -> None:
    group = group_on(screen, "a", "b", "c")
    assert [group.cell(row).divided for row in range(3)] == [False, True, True]
    assert group.cell(1).accessibleName() == "b"


def test_a_long_title_leaves_room_for_the_switch(screen: QWidget) -> None:
    switch = Switch("x")
    cell = Cell("word " * 100, trailing=switch, parent=screen)
    cell.resize(390, cell.heightForWidth(390))
    cell.show()
    assert switch.geometry().right() <= 390 - 16
    assert cell.heightForWidth(390) <= 3 * 24 + 24


class Windows(QObject):
    """The widgets that were shown as windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_none_of_its_parts_flashes_as_a_window_while_it_is_made(qapp: QApplication) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    group = CellGroup("What programs see")
    group.add(Cell("Nickname", note="Ming"))
    group.add(DetailCell("Album", "/home/ming/album"))
    qapp.removeEventFilter(windows)
    assert windows.shown == []
