"""Canvases: both kinds drawn on by the program, seen in the page, exported as files."""

import base64
from typing import Any

from PySide6.QtGui import QColor, QImage

from tests.runtime.recording import Record, RecordedProgram, record

__all__ = ["record"]


def png(colour: str) -> QImage:
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    return image


def exported(running: RecordedProgram) -> QImage:
    """The picture that the program sent to the host."""
    running.wait(lambda: any(name == "canvasExport" for name, _ in running.calls), "an export")
    sent: Any = next(arguments for name, arguments in running.calls if name == "canvasExport")
    image = QImage()
    assert image.loadFromData(base64.b64decode(sent["data"]))
    return image


def keep(_: Any) -> dict[str, Any]:
    return {"errMsg": "canvasExport:ok", "tempFilePath": "wxfile://tmp_1.png"}


def colour(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


LOG = "const say = (...all) => console.log(all.map((one) => JSON.stringify(one)).join(' '))\n"


def start(record: Record, wxml: str, script: str) -> RecordedProgram:
    files = {"index.wxml": wxml, "index.js": LOG + script, "red.png": ""}
    return record(files, {"canvasExport": keep})


def test_the_old_context_records_draws_and_exports(record: Record) -> None:
    running = start(
        record,
        '<canvas canvas-id="old" style="width:100px;height:50px"/>',
        """Page({ onReady() {
          const context = wx.createCanvasContext('old')
          context.setFillStyle('#ff0000'); context.fillRect(0, 0, 50, 50)
          const gradient = context.createLinearGradient(0, 0, 0, 50)
          gradient.addColorStop(0, '#00ff00'); gradient.addColorStop(1, '#00ff00')
          context.setFillStyle(gradient); context.fillRect(50, 0, 50, 50)
          context.setFontSize(20); say('wide', context.measureText('wide').width > 20)
          context.draw(false, () => {
            say('drawn')
            wx.canvasGetImageData({ canvasId: 'old', x: 0, y: 0, width: 2, height: 1, success: ({ data, width }) => say('pixels', [...data], width) })
            wx.canvasToTempFilePath({ canvasId: 'old', success: ({ tempFilePath }) => say('file', tempFilePath), fail: say })
          })
        } })""",
    )
    image = exported(running)
    assert (image.width(), image.height()) == (200, 100), (
        "device pixels of a screen with two per pixel"
    )
    assert (colour(image, 10, 10), colour(image, 150, 50)) == ("#ff0000", "#00ff00")
    running.said('"wide" true')
    running.said('"pixels" [255,0,0,255,255,0,0,255] 2')
    running.said('"file" "wxfile://tmp_1.png"')


def test_drawings_add_up_when_they_are_reserved(record: Record) -> None:
    running = start(
        record,
        '<canvas canvas-id="old" style="width:40px;height:40px"/>',
        """Page({ onReady() {
          const context = wx.createCanvasContext('old', this)
          context.fillStyle = '#0000ff'; context.fillRect(0, 0, 40, 40); context.draw()
          context.fillStyle = '#ffffff'; context.fillRect(0, 0, 40, 20); context.draw(true, () => {
            const pixels = new Uint8ClampedArray([1, 2, 3, 255])
            wx.canvasPutImageData({ canvasId: 'old', x: 30, y: 30, width: 1, height: 1, data: pixels, success() {
              wx.canvasToTempFilePath({ canvasId: 'old', destWidth: 40, destHeight: 40 }).then(say) } })
          })
        } })""",
    )
    image = exported(running)
    assert (colour(image, 5, 5), colour(image, 5, 30), colour(image, 30, 30)) == (
        "#ffffff",
        "#0000ff",
        "#010203",
    )


def test_what_was_cleared_is_not_drawn(record: Record) -> None:
    running = start(
        record,
        '<canvas canvas-id="old" style="width:40px;height:40px"/>',
        """Page({ onReady() {
          const context = wx.createCanvasContext('old', this)
          context.fillStyle = '#0000ff'; context.fillRect(0, 0, 40, 40); context.clearActions()
          context.fillStyle = '#ffffff'; context.fillRect(0, 0, 40, 20); context.draw(false, () => {
            wx.canvasToTempFilePath({ canvasId: 'old', destWidth: 40, destHeight: 40 }).then(say)
          })
        } })""",
    )
    image = exported(running)
    assert colour(image, 5, 5) == "#ffffff"
    assert image.pixelColor(5, 30).alpha() == 0


def test_a_2d_canvas_is_a_canvas(record: Record) -> None:
    running = start(
        record,
        '<canvas type="2d" id="new" style="width:30px;height:30px"/>',
        """Page({ onReady() {
          wx.createSelectorQuery().select('#new').fields({ node: true, size: true }).exec(([{ node, width }]) => {
            node.width = node.height = 60
            const context = node.getContext('2d')
            say('same', context === node.getContext('2d'), context.canvas === node, width)
            context.fillStyle = '#00ff00'; context.fillRect(0, 0, 60, 60)
            const picture = node.createImage()
            picture.onload = () => {
              context.drawImage(picture, 0, 0)
              say('picture', picture.width, picture.height)
              node.requestAnimationFrame(() => say('frame'))
              wx.canvasToTempFilePath({ canvas: node, fileType: 'jpg', quality: 1, success: say })
            }
            picture.onerror = (error) => say('error', error)
            const other = wx.createOffscreenCanvas({ type: '2d', width: 20, height: 20 })
            const brush = other.getContext('2d')
            brush.fillStyle = '#ff00ff'; brush.fillRect(0, 0, 20, 20)
            picture.src = other.toDataURL()
          })
        } })""",
    )
    image = exported(running)
    assert (image.width(), image.height()) == (60, 60)
    assert image.pixelColor(5, 5).red() > 250
    assert image.pixelColor(5, 5).green() < 5
    assert image.pixelColor(50, 50).green() > 250
    running.said('"same" true true 30')
    running.said('"picture" 20 20')
    running.said('"frame"')


def test_pictures_come_from_the_package_or_fail(record: Record, tmp_path: Any) -> None:
    file = tmp_path / "program" / "images" / "red.png"
    file.parent.mkdir(parents=True)
    png("#ff0000").save(str(file))
    running = start(
        record,
        '<canvas canvas-id="old" style="width:40px;height:40px"/>',
        """Page({ onReady() {
          const context = wx.createCanvasContext('old')
          context.drawImage('/images/red.png', 0, 0, 40, 40)
          context.drawImage('/images/none.png', 0, 0, 40, 40)
          context.draw(false, () => wx.canvasToTempFilePath({ canvasId: 'old' }))
          wx.canvasToTempFilePath({ canvasId: 'none', fail: ({ errMsg }) => say(errMsg) })
        } })""",
    )
    image = exported(running)
    assert colour(image, 20, 20) == "#ff0000"
    running.said("canvasToTempFilePath:fail canvas is empty")


def test_a_picture_may_lie_beside_its_page(record: Record, tmp_path: Any) -> None:
    file = tmp_path / "program" / "pages" / "index" / "beside.png"
    file.parent.mkdir(parents=True)
    png("#ff0000").save(str(file))
    running = start(
        record,
        '<canvas canvas-id="old" style="width:40px;height:40px"/>',
        """Page({ onReady() {
          const picture = wx.createOffscreenCanvas({ type: '2d', width: 9, height: 9 }).createImage()
          picture.onload = () => say('beside', picture.width > 0)
          picture.src = './beside.png'
          const context = wx.createCanvasContext('old')
          context.drawImage('beside.png', 0, 0, 40, 40)
          context.draw(false, () => wx.canvasToTempFilePath({ canvasId: 'old' }))
        } })""",
    )
    assert colour(exported(running), 20, 20) == "#ff0000"
    running.said('"beside" true')


def test_an_export_waits_for_what_was_drawn_before_it(record: Record, tmp_path: Any) -> None:
    file = tmp_path / "program" / "images" / "large.png"
    file.parent.mkdir(parents=True)
    png("#ff0000").scaled(2000, 2000).save(str(file))
    running = start(
        record,
        '<canvas canvas-id="old" style="width:40px;height:40px"/>',
        """Page({ onReady() {
              const first = wx.createCanvasContext('old', this)
              first.drawImage('/images/large.png', 0, 0, 40, 40)
              first.draw()
              const second = wx.createCanvasContext('old')
              second.fillStyle = '#0000ff'; second.fillRect(0, 20, 40, 20)
              second.draw(true)
              wx.canvasGetImageData({ canvasId: 'old', x: 5, y: 5, width: 1, height: 1,
                success: ({ data }) => say('pixel', [...data]) })
              wx.canvasToTempFilePath({ canvasId: 'old' })
            } })""",
    )
    image = exported(running)
    assert (colour(image, 10, 10), colour(image, 10, 70)) == ("#ff0000", "#0000ff")
    running.said('"pixel" [255,0,0,255]')


def test_work_on_a_canvas_that_fails_holds_up_nothing(record: Record) -> None:
    running = start(
        record,
        '<canvas canvas-id="old" style="width:40px;height:40px"/>',
        """Page({ onReady() {
          wx.canvasGetImageData({ canvasId: 'old', x: 0, y: 0, width: 0, height: 0, fail: () => say('refused') })
          const context = wx.createCanvasContext('old')
          context.fillStyle = '#0000ff'; context.fillRect(0, 0, 40, 40)
          context.draw()
          wx.canvasToTempFilePath({ canvasId: 'old' })
        } })""",
    )
    assert colour(exported(running), 20, 20) == "#0000ff"
    running.said('"refused"')
