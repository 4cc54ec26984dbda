from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host import paths
from miniapp_host.permissions.scopes import SCOPES, Scope
from miniapp_host.shell.kit.icon import IconButton, paint_icon

DRAWINGS = sorted((paths.resources() / "style").glob("*.svg"))


def painted(name: str, ink: str) -> QImage:
    image = QImage(48, 48, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, 48, 48), QColor(ink))
    painter.end()
    return image


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda file: str(file.stem))
def test_every_icon_is_of_the_family(drawing: Path, qapp: object) -> None:
    text = drawing.read_text("utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke-width="1.5"' in text
    assert "currentColor" in text
    blank = painted(drawing.stem, "#00000000")
    assert painted(drawing.stem, "#000000") not in (blank, painted(drawing.stem, "#ff0000"))


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: str(scope.id))
def test_every_scope_has_an_icon(scope: Scope) -> None:
    assert scope.icon in {drawing.stem for drawing in DRAWINGS}


def test_an_icon_button_says_what_it_does(screen: QWidget, qtbot: QtBot) -> None:
    button = IconButton("info", "Who asks", parent=screen)
    button.show()
    assert button.accessibleName() == "Who asks"
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
