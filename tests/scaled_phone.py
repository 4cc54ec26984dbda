"""`python -m tests.scaled_phone FOLDER`: prints what a phone draws and answers at its scale."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone, build
from miniapp_host.phone.program import OpenProgram
from miniapp_host.phone.qt_application import prepare_qt, qt_application
from miniapp_host.phone.scale import scaled
from miniapp_host.web.developer_tools import DeveloperTools
from tests.program_folder import write_program

CORNER = 40
_PATIENCE = 100
PAGE = {
    "index.wxml": """
<view class="corner" style="left: 0; top: 0; background: #ff0000"></view>
<view class="corner" style="right: 0; top: 0; background: #00ff00"></view>
<view class="corner" style="left: 0; bottom: 0; background: #0000ff"></view>
<view class="corner" style="right: 0; bottom: 0; background: #ff00ff" bindtap="hit"></view>
<view id="wide" style="width: 750rpx; height: 10px; margin-top: 80px"></view>
<text id="told">{{told}}</text>""",
    "index.wxss": ".corner { position: fixed; width: 40px; height: 40px }",
    "index.json": '{"navigationBarBackgroundColor": "#00ffff"}',
    "index.js": """Page({
  data: { told: '' },
  onReady() {
    const { screenWidth, windowWidth, windowHeight } = wx.getSystemInfoSync()
    wx.createSelectorQuery().select('#wide').boundingClientRect(({ width }) =>
      this.setData({ told: [screenWidth, windowWidth, windowHeight, width].join() })).exec()
  },
  hit({ detail }) { this.setData({ told: `hit ${Math.round(detail.x)},${Math.round(detail.y)}` }) },
})""",
}
TOLD = (
    "document.querySelector('.sheet[data-state=shown] iframe')"
    ".contentDocument.querySelector('#told').innerText"
)


def main(folder: Path) -> int:
    prepare_qt()
    with scaled(folder / "data"):
        app = qt_application()
    phone = build(Options(data_dir=folder / "data"))
    phone.window.show()
    program = phone.open_folder(write_program(folder / "program", PAGE))
    _hear(program.page_shown.connect)
    _rest(1500)
    told = {"answers": _told(program), "colours": _colours(phone, program)}
    view = program.view
    middle = QPoint(view.width() - CORNER // 2, view.height() - CORNER // 2)
    QTest.mouseClick(view.focusProxy(), Qt.MouseButton.LeftButton, pos=middle)
    _rest(500)
    told |= {"tap": _told(program), "middle": f"hit {middle.x()},{middle.y()}"}
    told |= {"ratio": phone.window.devicePixelRatioF(), "tools": _tools_widths(phone)}
    print(json.dumps(told))
    phone.close()
    app.quit()
    return 0


def _tools_widths(phone: Phone) -> list[int]:
    """How wide Chromium's tools are in the inspector, and how wide their own page is."""
    phone.tools.workbench.show_panel("chromium")
    tools = phone.window.findChild(DeveloperTools)
    widths: list[int] = []
    for _ in range(_PATIENCE):
        _rest(100)
        tools.page().runJavaScript(
            "document.documentElement.getBoundingClientRect().width",
            lambda width: widths.append(round(width or 0)),
        )
        if widths and abs(widths[-1] - tools.width()) <= 1:
            break
    return [tools.width(), *widths[-1:]]


def _colours(phone: Phone, program: OpenProgram) -> dict[str, str]:
    """The colours at both inner edges of the page's corners, and at the edges of the chrome."""
    picture = phone.window.grab().toImage()
    view = program.view
    place = view.mapTo(phone.window, QPoint(0, 0))
    right, bottom, near = view.width() - 2, view.height() - 2, CORNER - 3
    page = {
        "left top": (1, 1),
        "left top, inside": (near, near),
        "right top": (right, 1),
        "right top, inside": (view.width() - near, near),
        "left bottom": (1, bottom),
        "left bottom, inside": (near, view.height() - near),
        "right bottom": (right, bottom),
        "right bottom, inside": (view.width() - near, view.height() - near),
    }
    found = {name: _colour(picture, place + QPoint(*at)) for name, at in page.items()}
    found["bar, left"] = _colour(picture, QPoint(1, place.y() - 2))
    found["bar, right"] = _colour(picture, QPoint(phone.window.width() - 2, 1))
    return found


def _colour(picture: QImage, place: QPoint) -> str:
    ratio = picture.devicePixelRatio()
    return picture.pixelColor(int(place.x() * ratio), int(place.y() * ratio)).name()


def _told(program: OpenProgram) -> str:
    loop, heard = QEventLoop(), list[str]()

    def hear(text: str) -> None:
        heard.append(text)
        loop.quit()

    program.view.page().runJavaScript(TOLD, 0, hear)
    loop.exec()
    return heard[0]


def _hear(connect: object) -> None:
    loop = QEventLoop()
    connect(loop.quit)  # type: ignore[operator]
    loop.exec()


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
