"""The launcher's screens, the samples, and the window of a start that failed."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from miniapp_host.memory.store_error import StoreError
from miniapp_host.programs.package import Package
from miniapp_host.shell.home.first_steps_card import STEPS
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.shell.sheets.action_sheet import SheetItem
from miniapp_host.shell.sheets.reading_sheet import ReadingSheet
from miniapp_host.shell.sheets.unpacking_sheet import UnpackingSheet
from miniapp_host.shell.window.drop_veil import DropVeil
from miniapp_host.shell.window.opening import cover, lower_cover, uncover
from miniapp_host.shell.window.trouble_window import TroubleWindow
from miniapp_host.texts import Text
from tests.program_folder import write_program
from tests.screenshots.studio import SAMPLES, Studio

NAMES = (
    "天气 Weather",
    "A mini program whose name goes on for longer than any row of the launcher is wide",
    "这是一个名字特别特别长的小程序，长到启动页的任何一行都放不下它的全部名字",
    "مقهى الحي",
    "🍜🍣🍕 Lunch 午餐",
    "é",
)


def _first(studio: Studio) -> None:
    studio.wait_for("launcher")


def _nothing_found(studio: Studio) -> None:
    studio.click("launcherSearch")
    QTest.keyClicks(studio.phone.window.focusWidget(), "zzz")
    studio.wait_for("nothingFound")


def _menu(studio: Studio) -> None:
    rows = studio.phone.launcher.list
    place = rows.more_rect(rows.model().index(0, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    studio.wait_for("actionSheet")


def _delete(studio: Studio) -> None:
    _menu(studio)
    studio.click(_last_item(studio))
    studio.wait_for("modal")


def _last_item(studio: Studio) -> str:
    """The name of the last item above Cancel."""
    items = studio.wait_for("actionSheet").findChildren(SheetItem)
    return max(item.objectName() for item in items if item.objectName() != "actionSheetCancel")


def _first_steps(step: int, studio: Studio) -> None:
    studio.phone.first_steps.begin("xcb")
    for _ in range(step):
        studio.click("firstStepsNext")
    studio.wait_for("firstSteps")


def _drop(studio: Studio) -> None:
    folders = (Path("/home/ada/projects/weather"),)
    veil = DropVeil(studio.phone.window.screen_widget, folders, studio.phone.texts)
    studio.when_cleared(veil.deleteLater)


def _keys(studio: Studio) -> None:
    studio.tested.press(Qt.Key.Key_F1)
    studio.wait_for("keySheet")


def _unpacking(studio: Studio) -> None:
    screen = studio.phone.window.screen_widget
    sheet = UnpackingSheet(screen, studio.folder / "weather-1.2.zip", studio.phone.texts)
    sheet.open()
    sheet.show_progress(40)
    studio.wait_for("unpackingSheet")


def _reading(studio: Studio) -> None:
    glass = studio.phone.window.screen_widget
    cover(glass, ProgramFace("atlas", "atlas"))
    lower_cover(glass)
    sheet = ReadingSheet(glass, "atlas", studio.phone.texts)
    sheet.open()
    sheet.show_progress(23_418)
    studio.wait_for("readingSheet")
    studio.when_cleared(partial(uncover, glass))


def _sample(name: str, studio: Studio) -> None:
    studio.open(SAMPLES / name)


def _postcard(studio: Studio) -> None:
    """The picture on the card comes a moment after its page: the worker draws it."""
    _sample("postcard", studio)
    studio.tested.wait(lambda: _saturation(studio, 0.5, 0.25) > 60, "the evening sky on the card")


def _saturation(studio: Studio, across: float, down: float) -> int:
    """How colourful it is at a place in parts of width and height, from 0 (grey) to 255."""
    seen = studio.shown.grab().toImage()
    place = seen.pixelColor(round(seen.width() * across), round(seen.height() * down))
    return place.hsvSaturation()


def _nearby_asks(studio: Studio) -> None:
    _sample("nearby", studio)
    studio.app.tap("#locate")
    studio.wait_for("authorizationDialog")


def _nearby_refused(studio: Studio) -> None:
    _nearby_asks(studio)
    studio.click("reject")
    studio.read(Text("Open settings", "打开设置"))


def _nearby_settings(studio: Studio) -> None:
    studio.open(SAMPLES / "nearby", "denied")
    studio.click("capsuleMenu", "menuSettings")


def _nearby_sorted(studio: Studio) -> None:
    studio.open(SAMPLES / "nearby", "granted")
    studio.read(Text("Closest first", "由近到远"))


def _lab_scope(studio: Studio) -> None:
    _sample("permission-lab", studio)
    studio.app.open("pages/scope/scope?id=scope.userLocation")
    studio.app.tap("#getLocation")
    studio.click("allow")
    studio.app.expect_text("getLocation:ok")


def _trouble(studio: Studio) -> None:
    newer = "The phone's memory was made by a newer version of MiniApp Host."
    place = str(studio.folder / "phone.sqlite")
    words = StoreError(newer, "Update MiniApp Host; nothing was changed.", place)
    colours = studio.phone.appearance.colours
    window = TroubleWindow(words, "StoreError\n  …", studio.phone.texts, colours)
    window.show()
    studio.take_instead(window)
    details = window.findChild(QAbstractButton, "troubleDetails")
    details.click()


def _sixty(studio: Studio) -> None:
    for number in range(60):
        name = NAMES[number % len(NAMES)] if number < 2 * len(NAMES) else f"Program {number}"
        config = f'{{"appid": "wxmany{number:010d}", "projectname": "{name}"}}'
        folder = studio.folder / f"many/{number}"
        write_program(folder, {"index.wxml": "<view/>", "project.config.json": config})
        studio.phone.memory.library.enter(Package.open(folder))


def _empty(studio: Studio) -> None:
    for program in studio.phone.memory.library.programs():
        studio.phone.delete(program.id)
    studio.wait_for("launcherEmpty")


SCENES = {
    "launcher": _first,
    "launcher-nothing-found": _nothing_found,
    "launcher-menu": _menu,
    "launcher-delete": _delete,
    **{f"first-steps-{at + 1}": partial(_first_steps, at) for at in range(len(STEPS))},
    "drop": _drop,
    "keys": _keys,
    "unpacking": _unpacking,
    "reading": _reading,
    "sample-hello": partial(_sample, "hello"),
    "sample-nearby": partial(_sample, "nearby"),
    "sample-nearby-asks": _nearby_asks,
    "sample-nearby-refused": _nearby_refused,
    "sample-nearby-settings": _nearby_settings,
    "sample-nearby-sorted": _nearby_sorted,
    "sample-postcard": _postcard,
    "sample-permission-lab": partial(_sample, "permission-lab"),
    "sample-permission-lab-scope": _lab_scope,
    "trouble": _trouble,
}
FULL = {"sixty": _sixty, "empty": _empty}
"""They change what the launcher lists, so they come last."""
