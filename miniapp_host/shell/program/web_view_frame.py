"""What the phone draws around a page of the web: a line while it loads, words when it does not."""

from enum import Enum
from urllib.parse import urlsplit

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.programs.usual_colours import WEB_PAGE
from miniapp_host.shell.kit.buttons import Button
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.texts import Texts

_LINE = 3
_LEAST, _MOST_OF_IT = 0.08, 0.9
_SIGN = 56


class WebTrouble(Enum):
    """Why no page is shown."""

    FAILED = "failed"
    REFUSED = "refused"
    """The page's domain is not in the program's list."""
    NO_ADDRESS = "no address"


class WebViewFrame(QWidget):
    """Shows `document` in the page's place; signals tell what the person wants."""

    retry_clicked = Signal()
    back_clicked = Signal()
    """The person pressed back; this is only sent while `can_go_back` is true."""
    changed = Signal()
    """The state of back, or what is shown, has changed."""

    def __init__(self, document: QWidget, texts: Texts, screen: QWidget) -> None:
        super().__init__(screen)
        self.setObjectName("webViewFrame")
        self.hide()
        self._document = document
        self._texts = texts
        self._trouble: TroublePage | None = None
        self.can_go_back = False
        document.setParent(self)
        self._line = _LoadingLine(self)

    @property
    def in_trouble(self) -> bool:
        """Whether an error is shown in the page's place."""
        return self._trouble is not None

    @property
    def ground(self) -> str:
        """The colour at its bottom, as `#rrggbb`."""
        return theme_of(self).bg_2 if self.in_trouble else WEB_PAGE

    def set_can_go_back(self, can_go_back: bool) -> None:
        """Whether there is a page of the web before this one."""
        if self.can_go_back != can_go_back:
            self.can_go_back = can_go_back
            self.changed.emit()

    def show_loading(self, percent: int) -> None:
        """Show the share that is loaded, from 0 to 1."""
        if percent == 0 or self._line.isVisible():
            self._line.show_share(_MOST_OF_IT * percent / 100)

    def show_loaded(self) -> None:
        """End the loading line, as the page is complete."""
        self._line.hide()

    def show_trouble(self, trouble: WebTrouble, address: str, reason: str = "") -> None:
        """Show why there is no page; `reason` is Chromium's word."""
        self._drop_trouble()
        self._trouble = TroublePage(trouble, address, reason, self._texts, self)
        self._trouble.retry_clicked.connect(self.retry_clicked)
        self._trouble.stackUnder(self._line)
        self._trouble.setGeometry(self.rect())
        self._trouble.show()
        self.changed.emit()

    def show_document(self) -> None:
        """Shows the page of the web."""
        self._drop_trouble()
        self.changed.emit()

    def _drop_trouble(self) -> None:
        if self._trouble is not None:
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._document.setGeometry(self.rect())
        self._line.setGeometry(0, 0, self.width(), _LINE)
        if self._trouble is not None:
            self._trouble.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(WEB_PAGE))


class TroublePage(QWidget):
    """Stands where the page of the web would be."""

    retry_clicked = Signal()

    def __init__(
        self, trouble: WebTrouble, address: str, reason: str, texts: Texts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("webTrouble")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        middle = Qt.AlignmentFlag.AlignHCenter
        title, detail = _words(trouble, address, texts)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 0, 32, 64)
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(Icon("warning", _SIGN, "fg_2"), 0, middle)
        column.addSpacing(20)
        column.addWidget(PlainLabel(title, medium=True, lines=3, align=middle))
        column.addSpacing(12)
        column.addWidget(PlainLabel(detail, pixels=14, tone="fg_1", lines=8, align=middle))
        if reason:
            column.addSpacing(8)
            column.addWidget(PlainLabel(reason, pixels=12, tone="fg_1", lines=2, align=middle))
        column.addStretch(4)
        if trouble is WebTrouble.FAILED:
            self._add_retry(column, texts)

    def _add_retry(self, column: QVBoxLayout, texts: Texts) -> None:
        retry = Button(texts("Try again"))
        retry.setObjectName("webRetry")
        retry.clicked.connect(self.retry_clicked)
        retry.setFixedWidth(184)
        column.addWidget(retry, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)


def _words(trouble: WebTrouble, address: str, texts: Texts) -> tuple[str, str]:
    """The title and the advice for an error."""
    match trouble:
        case WebTrouble.FAILED:
            return texts("The page could not be loaded"), address
        case WebTrouble.REFUSED:
            domain = _origin(address)
            remedy = texts(
                "{domain} is not among the program's business domains. "
                "Add it to “web-view” in the file given with --domains.",
                domain=domain,
            )
            return texts("Can't open {domain}", domain=domain), remedy
        case WebTrouble.NO_ADDRESS:
            remedy = texts(
                "“{address}” is no address of the web. Give <web-view> an src that "
                "begins with https://.",
                address=address,
            )
            return texts("Nothing to open"), remedy


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


class _LoadingLine(QWidget):
    """The thin green line under the navigation bar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("webLoading")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._share = 0.0
        self.hide()

    def show_share(self, share: float) -> None:
        """Set its length as a share of the width."""
        self._share = max(share, _LEAST)
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        done = QRectF(0, 0, self.width() * self._share, self.height())
        painter.fillRect(done, QColor(theme_of(self).brand))
