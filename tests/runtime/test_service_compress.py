"""wx.compressImage() and wx.cropImage(): smaller copies of a picture."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from miniapp_host.phone.phone import Phone
from tests.conftest import OpenProgram
from tests.program_folder import write_program
from tests.runtime.notes import NOTE, noted


@pytest.mark.parametrize(
    ("call", "kind", "size"),
    [
        ("compressImage({ src: '/wide.jpg', quality: 10 })", b"\xff\xd8", (120, 60)),
        ("compressImage({ src: '/wide.png', compressedWidth: 60 })", b"\x89P", (60, 30)),
        ("compressImage({ src: '/wide.jpg', compressedHeight: 20 })", b"\xff\xd8", (40, 20)),
        ("cropImage({ src: '/wide.png', cropScale: '1:1' })", b"\x89P", (60, 60)),
        ("cropImage({ src: '/wide.png', cropScale: '3:1' })", b"\x89P", (120, 40)),
    ],
)
def test_the_copy_has_the_kind_and_the_size(
    phone: Phone,
    tmp_path: Path,
    open_folder: OpenProgram,
    call: str,
    kind: bytes,
    size: tuple[int, int],
) -> None:
    script = f"{NOTE}wx.{call}.then(({{ tempFilePath }}) => note('made', tempFilePath), note)\nPage({{}})"
    folder = write_program(tmp_path / "program", {"index.wxml": "<view/>", "index.js": script})
    picture = QImage(120, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    for name in ("wide.png", "wide.jpg"):
        assert picture.save(str(folder / name))
    page = open_folder(phone, folder)
    (url,) = noted(page, "made")
    file = page.program.session.files.resolve(url)
    assert file is not None
    assert file.read_bytes().startswith(kind)
    made = QImage(str(file)).size()
    assert (made.width(), made.height()) == size


def test_what_is_not_there_is_not_compressed(run_program: OpenProgram) -> None:
    script = "wx.compressImage({ src: '/gone.jpg', fail: ({ errMsg }) => note('failed', errMsg) })"
    page = run_program({"index.wxml": "<view/>", "index.js": f"{NOTE}{script}\nPage({{}})"})
    assert noted(page, "failed") == ["compressImage:fail file doesn't exist"]
