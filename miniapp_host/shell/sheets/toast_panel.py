"""How a toast looks: a dark block, a sign (icon, picture, spinner) over text, or only text."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.api.calls.screen import Toast, ToastIcon
from miniapp_host.shell.kit.accessible import Role, Spoken
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.spinner import Spinner
from miniapp_host.shell.kit.theme import DARK, TOAST_GROUND, TOAST_INK, palette

GROUND = QColor(TOAST_GROUND)
INK = QColor(TOAST_INK)
LEAST = 132
LEAST_TEXT = 44
WIDEST = 272
SIGN = 40
RADIUS = 8


class ToastPanel(Spoken, QWidget):
    """Dark in both themes; at least 132 x 132 with a sign, else as small as its text."""

    def __init__(self, toast: Toast, parent: QWidget) -> None:
        super().__init__(parent)
        self.speak_as(Role.AlertMessage)
        self.setPalette(palette(DARK))
        self.setAccessibleName(toast.title)
        sign = _sign(toast)
        self._has_sign = sign is not None
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        if sign is not None:
            sign.setObjectName("toastSign")
            self._column.setContentsMargins(16, 20, 16, 20)
            self._column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        else:
            self._column.setContentsMargins(20, 12, 20, 12)
        self._text = PlainLabel(
            toast.title,
            pixels=17 if sign is not None else 14,
            lines=2 if sign is not None else 4,
            align=Qt.AlignmentFlag.AlignHCenter,
            balanced=False,
        )
        self._text.setObjectName("toastText")
        self._text.setVisible(bool(toast.title))
        self._column.addWidget(self._text)
        self._column.addStretch(1)

    def fitting_size(self, screen_width: int) -> QSize:
        """The block's size on a screen that wide."""
        widest = min(WIDEST, screen_width - 64)
        least = LEAST if self._has_sign else LEAST_TEXT
        margins = self._column.contentsMargins()
        wanted = self._text.sizeHint().width() + margins.left() + margins.right()
        width = max(least, min(widest, wanted))
        if self._has_sign:
            width = max(least, min(widest, wanted if wanted <= widest * 0.6 else least + 32))
        height = self._column.totalHeightForWidth(width)
        return QSize(width, max(least, height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(GROUND)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)


class _Picture(QWidget):
    """The program's own picture in place of an icon."""

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self._picture = picture
        self.setFixedSize(SIGN, SIGN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        where = QRectF(0, 0, size.width(), size.height())
        where.moveCenter(QRectF(self.rect()).center())
        painter.drawPixmap(where, self._picture, QRectF(self._picture.rect()))


def _sign(toast: Toast) -> QWidget | None:
    """The widget above the text; the icon replaces a picture that cannot be read."""
    picture = _read(toast.image) if toast.image else QPixmap()
    if not picture.isNull():
        return _Picture(picture)
    match toast.icon:
        case ToastIcon.NONE:
            return None
        case ToastIcon.LOADING:
            spinner = Spinner(SIGN)
            spinner.set_ink(INK)
            return spinner
        case ToastIcon.SUCCESS | ToastIcon.ERROR:
            return Icon(toast.icon.value, SIGN)


def _read(file: str) -> QPixmap:
    reader = QImageReader(file)
    reader.setDecideFormatFromContent(True)
    if reader.size().isValid():
        box = QSize(3 * SIGN, 3 * SIGN)
        reader.setScaledSize(reader.size().scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImageReader(reader)
