"""A value of JSON as a tree, made as far as it is unfolded: key and value side by side."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from miniapp_host.shell.inspector.table_cell import Role, TableCell
from miniapp_host.shell.inspector.value_text import said_value, tone_of_value

MOST_CHILDREN = 1000
"""So many entries of one list or object are shown; the last row says how many more there are."""

Index = QModelIndex | QPersistentModelIndex
Path = tuple[str | int, ...]


@dataclass(slots=True, eq=False)
class Node:
    """One row: the key under which a value stands in its parent."""

    key: str | int
    value: object
    parent: "Node | None"
    row: int = 0
    children: "list[Node] | None" = field(default=None)

    @property
    def path(self) -> Path:
        """The keys from the top to this value."""
        above = self.parent.path if self.parent is not None and self.parent.parent else ()
        return (*above, self.key)


class ValueModel(QAbstractItemModel):
    """Shows `value`: its entries if it is a list or an object, else the value alone.

    With `edit` values can be written over: it is given the path and the typed text, and says
    whether it was taken. The owner of the value then calls `set_value`.
    """

    def __init__(
        self,
        titles: tuple[str, str],
        parent: QObject | None = None,
        *,
        edit: Callable[[Path, str], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._titles = titles
        self._edit = edit
        self._root = Node("", {}, None)

    @property
    def value(self) -> object:
        """What is shown."""
        return self._root.value

    def set_value(self, value: object) -> None:
        """Show another value; all rows fold."""
        self.beginResetModel()
        self._root = Node("", value, None)
        if not isinstance(value, dict | list):
            self._root.children = [Node("", value, self._root)]
        self.endResetModel()

    def node(self, index: Index) -> Node:
        """The node behind an index; the root for an invalid one."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Node) else self._root

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._children(self.node(parent))
        if 0 <= row < len(children) and 0 <= column < 2:
            return self.createIndex(row, column, children[row])
        return QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self.node(index).parent if index.isValid() else None
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.column() > 0 else len(self._children(self.node(parent)))

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Tells without making the children."""
        node = self.node(parent)
        if node is self._root:
            return True
        return parent.column() <= 0 and isinstance(node.value, dict | list) and bool(node.value)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation is Qt.Orientation.Horizontal
        return self._titles[section] if across and role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        leaf = not isinstance(self.node(index).value, dict | list)
        editable = self._edit is not None and index.column() == 1 and leaf
        return plain | Qt.ItemFlag.ItemIsEditable if editable else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self.node(index)
        match role:
            case Role.RECORD:
                return node
            case Role.CELL:
                return self._cell(node, index.column())
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._cell(node, index.column()).text
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if self._edit is None or not index.isValid():
            return False
        return self._edit(self.node(index).path, str(value))

    def _cell(self, node: Node, column: int) -> TableCell:
        if column == 0:
            return TableCell(str(node.key), tone="link", code=True)
        return TableCell(said_value(node.value), tone=tone_of_value(node.value), code=True)

    def _children(self, node: Node) -> list[Node]:
        if node.children is None:
            node.children = _made_children(node)
        return node.children


def _made_children(node: Node) -> list[Node]:
    entries: list[tuple[str | int, object]]
    match node.value:
        case dict():
            entries = [(str(key), one) for key, one in node.value.items()]
        case list():
            entries = list(enumerate(node.value))
        case _:
            return []
    made = [Node(key, one, node, row) for row, (key, one) in enumerate(entries[:MOST_CHILDREN])]
    if len(entries) > MOST_CHILDREN:
        made.append(Node("…", f"+{len(entries) - MOST_CHILDREN}", node, MOST_CHILDREN))
    return made
