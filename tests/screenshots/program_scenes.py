"""What a program brings up: popups, sheets, pickers, settings, console; and the inspector."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from miniapp_host.texts import Sentence, ToldError
from tests.screenshots.stage import write_slow, write_whole
from tests.screenshots.studio import SAMPLES, Studio

CTRL = Qt.KeyboardModifier.ControlModifier
DECIDED = {
    "scope.userLocation": "granted",
    "scope.userLocationBackground": "denied",
    "scope.writePhotosAlbum": "granted",
    "scope.camera": "denied",
}
_OF_AN_EMPTY_ONE = 20
WORDS = "'Eight programs stand here 这里有八个小程序'"


def ask(scope: str, studio: Studio) -> None:
    """Brings up the popup of a scope."""
    studio.open_stage()
    studio.permissions.set({"all": "undecided"})
    if scope == "scope.userInfo":
        studio.app.tap("#profile")
    else:
        studio.call(f"wx.authorize({{scope: '{scope}'}})")
    studio.wait_for("authorizationDialog")


def inspect(panel: str, studio: Studio) -> None:
    """Opens the inspector on a panel, beside a program that has done something."""
    studio.open_stage()
    studio.call("wx.setStorageSync('seen', {times: 3, tags: ['a', 'b']})")
    studio.call("console.log('hello', {one: 1}), console.warn('slow'), console.error('wrong')")
    studio.call("wx.getLocation({fail() {}}), wx.request({url: 'https://example.com/a'})")
    studio.wait_for("authorizationDialog")
    studio.phone.tools.workbench.show_panel(panel)
    if panel == "pageData":
        studio.tested.wait(lambda: bool(studio.app.data), "the data of the page")
    if panel == "chromium":
        tools = studio.wait_for("developerTools")
        studio.tested.wait(lambda: _colours(tools) > _OF_AN_EMPTY_ONE, "Chromium's tools drawn")


def _colours(widget: QWidget) -> int:
    """How many colours are seen in it, about."""
    seen = widget.grab().toImage().scaled(60, 60)
    return len({seen.pixel(x, y) for x in range(60) for y in range(60)})


def _console(code: str, studio: Studio) -> None:
    studio.open_stage()
    if code:
        studio.call(code)
    studio.click("capsuleMenu", "menuConsole")
    studio.wait_for("consoleSheet")


def _called(code: str, name: str, studio: Studio) -> None:
    studio.open_stage()
    studio.call(code)
    studio.wait_for(name)


def _granted(scope: str, code: str, name: str, studio: Studio) -> None:
    studio.open_stage()
    studio.permissions.set({scope: "granted"})
    studio.call(code)
    studio.wait_for(name)


def _tapped(selector: str, studio: Studio) -> None:
    studio.open_stage()
    studio.use_stage_up()
    studio.app.tap(selector)


def _picker(selector: str, studio: Studio) -> None:
    _tapped(selector, studio)
    studio.wait_for_picker()


def _details(studio: Studio) -> None:
    ask("scope.camera", studio)
    studio.click("requesterInfo")
    studio.wait_for("requesterDetails")


def _chosen(shown: str, items: tuple[str, ...], studio: Studio) -> None:
    studio.open_stage()
    studio.click("capsuleMenu", *items)
    studio.wait_for(shown)


def _settings(studio: Studio) -> None:
    studio.open_stage()
    studio.permissions.set(DECIDED)
    studio.click("capsuleMenu", "menuSettings")


def _states(studio: Studio) -> None:
    _settings(studio)
    studio.bring_into_view("askAgain")
    studio.click("askAgain")
    studio.wait_for("statesPage")


def _find(studio: Studio) -> None:
    studio.open_stage()
    studio.use_stage_up()
    studio.press(Qt.Key.Key_F, CTRL)
    studio.wait_for("findBar")


def _pages(studio: Studio) -> None:
    studio.open(SAMPLES / "permission-lab")
    studio.press(Qt.Key.Key_P, CTRL)
    studio.wait_for("pageFinder")


def _broken(studio: Studio) -> None:
    folder = write_whole(studio.folder / "broken")
    studio.open(folder)
    (folder / "app.json").write_text("{", "utf-8")
    studio.wait_for("failurePage")


def _loading(studio: Studio) -> None:
    studio.phone.open_folder(write_slow(studio.folder / "slow", seconds=8))
    studio.wait_for("splash")


def _no_answer(studio: Studio) -> None:
    studio.phone.open_folder(write_slow(studio.folder / "slow", seconds=60))
    studio.wait_for("actionSheet", seconds=40)


def _empty_album(studio: Studio) -> None:
    studio.open_stage()
    for picture in studio.phone.programs.devices.album.pictures():
        picture.unlink()
    studio.call("wx.chooseImage({})")
    studio.wait_for("picturePicker")


def _no_place(studio: Studio) -> None:
    _granted("scope.userLocation", "wx.chooseLocation({})", "placePicker", studio)
    studio.click("placeSearch")
    QTest.keyClicks(studio.phone.window.focusWidget(), "zzz")


def _notice(studio: Studio) -> None:
    studio.phone.show_problem(ToldError(Sentence("{name} is no picture", name="holiday.txt")))
    studio.wait_for("modal")


_CALLS = {
    "modal": (f"wx.showModal({{title: 'Title 标题', content: {WORDS}}})", "modal"),
    "modal-editable": (
        "wx.showModal({title: 'Name 名字', editable: true, placeholderText: '…'})",
        "modal",
    ),
    "toast": (f"wx.showToast({{title: {WORDS}, icon: 'none', duration: 9e3}})", "toast"),
    "toast-success": ("wx.showToast({title: 'Saved 已保存', duration: 9e3})", "toast"),
    "toast-loading": ("wx.showLoading({title: 'Loading 加载中'})", "toast"),
    "action-sheet": (
        "wx.showActionSheet({alertText: 'Which? 哪个？', itemList: ['A 甲', 'B 乙', 'C 丙']})",
        "actionSheet",
    ),
    "picture-picker": ("wx.chooseImage({})", "picturePicker"),
    "picture-preview": ("wx.previewImage({urls: ['/images/one.png']})", "picturePreview"),
    "place-page": (
        "wx.openLocation({latitude: 23.1, longitude: 113.3, name: 'Tea 茶', address: 'Road 1 路'})",
        "placePage",
    ),
    "scan": ("wx.scanCode({})", "scanPage"),
    "document": (
        "wx.getFileSystemManager().writeFileSync(wx.env.USER_DATA_PATH + '/a.pdf', 'a'),"
        "wx.openDocument({filePath: wx.env.USER_DATA_PATH + '/a.pdf'})",
        "documentPage",
    ),
    "privacy-page": ("wx.openPrivacyContract({})", "privacyPage"),
    "phone-switches": ("wx.openAppAuthorizeSetting({})", "switchesPage"),
    "phone-call": ("wx.makePhoneCall({phoneNumber: '10086'})", "confirmSheet"),
}
_GRANTED = {
    "place-picker": ("scope.userLocation", "wx.chooseLocation({})", "placePicker"),
    "address-picker": ("scope.address", "wx.chooseAddress({})", "bookPage"),
}

SCENES: dict[str, Callable[[Studio], None]] = {
    "stage": partial(_tapped, ".group"),
    "page-picker": partial(_picker, "#pick"),
    "page-picker-date": partial(_picker, "#day"),
    **{name: partial(_called, *call) for name, call in _CALLS.items()},
    **{name: partial(_granted, *call) for name, call in _GRANTED.items()},
    "popup-details": _details,
    "capsule-menu": partial(_chosen, "capsuleMenuSheet", ()),
    "about": partial(_chosen, "aboutPage", ("menuAbout",)),
    "start-as": partial(_chosen, "startPage", ("menuStartAs",)),
    "start-as-page": partial(_chosen, "pageChooser", ("menuStartAs", "startPath")),
    "start-as-scene": partial(_chosen, "sceneChooser", ("menuStartAs", "startScene")),
    "delete": partial(_chosen, "modal", ("menuDelete",)),
    "program-settings-empty": partial(_chosen, "settingsPanel", ("menuSettings",)),
    "program-settings": _settings,
    "program-settings-states": _states,
    "console-empty": partial(_console, ""),
    "console": partial(_console, "console.log({a: [1, 2]}), console.warn('slow'), nothing()"),
    "find": _find,
    "pages": _pages,
    "failure": _broken,
    "notice": _notice,
    "loading": _loading,
    "no-answer": _no_answer,
    "place-picker-nothing-found": _no_place,
    "picture-picker-empty": _empty_album,
}
