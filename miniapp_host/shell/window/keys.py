"""The phone's keys: which there are, what each is for, and who is told when one is pressed."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from miniapp_host.texts import Text


class Wish(Enum):
    """What the person wants with a key, or with an entry of a page's menu."""

    RELOAD = "reload"
    BACK = "back"
    HOME = "home"
    FIND = "find"
    OPEN_PAGE = "open_page"
    ASK_AGAIN = "ask_again"
    SCREENSHOT = "screenshot"
    INSPECTOR = "inspector"
    INSPECT = "inspect"
    OTHER_SIDE = "other_side"
    COPY = "copy"
    KEYS = "keys"


@dataclass(frozen=True, slots=True)
class Key:
    """One wish, its title, and the keys for it, the one to name first.

    `on_phone`: only while the phone itself has the focus, not a tool beside it.
    """

    wish: Wish
    title: Text
    keys: tuple[str, ...]
    on_phone: bool = False


KEYS = (
    Key(Wish.RELOAD, Text("Reload the program", "重新加载小程序"), ("Ctrl+R", "F5")),
    Key(Wish.OPEN_PAGE, Text("Open a page", "打开页面"), ("Ctrl+P",)),
    Key(Wish.FIND, Text("Find in the page", "在页面中查找"), ("Ctrl+F",), on_phone=True),
    Key(Wish.BACK, Text("Back", "返回"), ("Alt+Left",), on_phone=True),
    Key(Wish.HOME, Text("Home", "主屏幕"), ("Alt+Home",), on_phone=True),
    Key(
        Wish.ASK_AGAIN,
        Text("Ask again for everything", "重新询问所有权限"),
        ("Ctrl+Shift+A",),
    ),
    Key(Wish.SCREENSHOT, Text("Picture of the screen", "截屏"), ("Ctrl+Shift+S",)),
    Key(Wish.INSPECTOR, Text("Inspector", "调试器"), ("F12", "Ctrl+Shift+I")),
    Key(Wish.OTHER_SIDE, Text("Phone or inspector", "在手机和调试器之间切换"), ("F6",)),
    Key(Wish.KEYS, Text("Keys", "快捷键"), ("F1",)),
)


def keys_for(wish: Wish) -> str:
    """The key to name for a wish as the desktop writes it; empty if it has none."""
    named = next((key.keys[0] for key in KEYS if key.wish is wish), "")
    return key_text(named)


def key_text(key: str) -> str:
    """A key as the desktop writes it, but an arrow as it stands on the key: Chinese has a word."""
    native = QKeySequence.SequenceFormat.NativeText
    left = QKeySequence(Qt.Key.Key_Left).toString(native)
    return QKeySequence(key).toString(native).replace(left, "←")


class Keys(QObject):
    """The keys as actions; `pressed` says what is wished."""

    pressed = Signal(Wish)

    def __init__(self, window: QWidget, phone: QWidget) -> None:
        """`phone` is the part of `window` in which the phone's own keys work."""
        super().__init__(window)
        self._actions = [_WishAction(key, self) for key in KEYS]
        for action in self._actions:
            action.wished.connect(self.pressed)
            if action.on_phone:
                phone.addAction(action)
        self.add_to(window)

    def add_to(self, window: QWidget) -> None:
        """Let the keys that are not the phone's own work in another window too."""
        window.addActions([action for action in self._actions if not action.on_phone])


class _WishAction(QAction):
    """One key; Qt's `triggered` does not say of what."""

    wished = Signal(Wish)

    def __init__(self, key: Key, parent: QObject) -> None:
        super().__init__(parent)
        self._wish = key.wish
        self.on_phone = key.on_phone
        self.setObjectName(f"key_{key.wish.value}")
        self.setShortcuts([QKeySequence(one) for one in key.keys])
        if key.on_phone:
            self.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.setAutoRepeat(False)
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self) -> None:
        self.wished.emit(self._wish)
