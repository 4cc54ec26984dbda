"""A splitter's parts come one after the other for Tab and for screen readers too."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from miniapp_host.shell.kit.line_splitter import LineSplitter
from miniapp_host.shell.kit.tab_stops import tab_stops
from tests.accessible_tree import FIELDS, nodes_of


def test_tab_and_screen_readers_go_through_the_parts_as_they_stand(screen: QWidget) -> None:
    splitter = LineSplitter(Qt.Orientation.Horizontal)
    splitter.setParent(screen)
    parts = {name: QLineEdit() for name in ("first", "middle", "last")}
    for name, part in parts.items():
        part.setObjectName(name)
    splitter.addWidget(parts["middle"])
    splitter.addWidget(parts["last"])
    splitter.insertWidget(0, parts["first"])
    splitter.show()
    assert [one.objectName() for one in tab_stops(splitter)] == ["first", "middle", "last"]
    read = [node.names[-1] for node in nodes_of(splitter) if node.role in FIELDS]
    assert read == ["first", "middle", "last"]
