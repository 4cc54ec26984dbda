from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.fade import Fade


def test_it_is_out_of_the_way_once_the_widget_is_there(screen: QWidget) -> None:
    widget = QWidget(screen)
    widget.setGeometry(0, 0, 50, 50)
    widget.setAutoFillBackground(True)
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    widget.setPalette(palette)
    widget.show()
    fade = Fade(widget)
    assert not fade.isEnabled()
    seen = []
    for share in (0.0, 0.5, 1.0):
        fade.set_share(share)
        seen.append(screen.grab().toImage().pixelColor(25, 25).lightness())
    assert seen[0] > seen[1] > seen[2] == 0
    assert not fade.isEnabled()
