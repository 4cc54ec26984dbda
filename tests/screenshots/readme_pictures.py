"""Draws README's picture: four screens of the phone beside each other."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QApplication

from miniapp_host.phone.qt_application import prepare_qt
from miniapp_host.phone.terminal import silence_engines
from tests.screenshots.scenes import SCENES
from tests.screenshots.studio import SIZE, Looks, Studio

PICTURE = Path(__file__).resolve().parent.parent.parent / "resources/docs/phone.png"
_SHOWN = ("launcher", "sample-nearby-asks", "sample-nearby-refused", "sample-nearby-settings")
_GAP = 28
_ROUND = 36


def draw_pictures() -> int:
    """Write the picture; 0, as an exit code."""
    silence_engines()
    prepare_qt()
    app = QApplication([])
    studio = Studio(Path(tempfile.mkdtemp()), Looks("light", "en"))
    shots = [_shot(studio, name) for name in _SHOWN]
    studio.close()
    _side_by_side(shots).save(str(PICTURE))
    app.quit()
    return 0


def _shot(studio: Studio, name: str) -> QPixmap:
    next(scene for scene in SCENES if scene.name == name).bring(studio)
    shot = studio.picture()
    studio.clear()
    return shot


def _side_by_side(shots: list[QPixmap]) -> QPixmap:
    width = len(shots) * SIZE.width() + (len(shots) + 1) * _GAP
    sheet = QPixmap(width, SIZE.height() + 2 * _GAP)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, shot in enumerate(shots):
        corner = QPoint(_GAP + place * (SIZE.width() + _GAP), _GAP)
        outline = QPainterPath()
        outline.addRoundedRect(corner.x(), corner.y(), SIZE.width(), SIZE.height(), _ROUND, _ROUND)
        painter.setClipPath(outline)
        painter.drawPixmap(corner, shot)
        painter.setClipping(False)
        painter.setPen(Qt.GlobalColor.lightGray)
        painter.drawPath(outline)
    painter.end()
    return sheet
