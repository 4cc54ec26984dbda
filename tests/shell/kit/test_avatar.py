from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.avatar import Avatar


def picture(file: Path, width: int, height: int) -> Path:
    pixmap = QPixmap(width, height)
    pixmap.fill(QColor("#00aa00"))
    pixmap.save(str(file))
    return file


@pytest.mark.parametrize("size", [(10, 10), (900, 300), (40, 2_000)])
def test_a_picture_fills_it_whatever_its_shape(
    screen: QWidget, tmp_path: Path, size: tuple[int, int]
) -> None:
    avatar = Avatar(picture(tmp_path / "me.png", *size), 40, 4, screen)
    avatar.show()
    image = avatar.grab().toImage().scaled(avatar.size())
    for at in ((20, 20), (4, 20), (35, 20), (20, 4), (20, 35)):
        assert image.pixelColor(*at) == QColor("#00aa00")


def test_its_corners_are_round(screen: QWidget, tmp_path: Path) -> None:
    avatar = Avatar(picture(tmp_path / "me.png", 80, 80), 40, 10, screen)
    avatar.show()
    assert avatar.grab().toImage().scaled(avatar.size()).pixelColor(0, 0) != QColor("#00aa00")


@pytest.mark.parametrize("file", [None, "missing.png", "damaged.png"])
def test_without_a_picture_there_is_a_silhouette(
    screen: QWidget, tmp_path: Path, file: str | None
) -> None:
    (tmp_path / "damaged.png").write_bytes(b"nothing")
    avatar = Avatar(tmp_path / file if file else None, 40, 4, screen)
    avatar.show()
    image = avatar.grab().toImage().scaled(avatar.size())
    column = {image.pixelColor(20, y).name() for y in range(6, 34)}
    assert len(column) > 1
