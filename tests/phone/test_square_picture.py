from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from miniapp_host.phone.square_picture import square_png


def test_it_is_the_middle_of_the_picture(tmp_path: Path) -> None:
    wide = QImage(300, 100, QImage.Format.Format_RGB32)
    wide.fill(QColor("red"))
    for x in range(100, 200):
        for y in range(100):
            wide.setPixelColor(x, y, QColor("blue"))
    wide.save(str(tmp_path / "wide.png"))
    square = QImage.fromData(square_png(tmp_path / "wide.png", 46))
    assert (square.width(), square.height()) == (46, 46)
    assert {square.pixelColor(x, 23).name() for x in (2, 23, 43)} == {"#0000ff"}


def test_what_is_no_picture_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("no")
    with pytest.raises(OSError, match=r"a\.png"):
        square_png(tmp_path / "a.png", 46)
