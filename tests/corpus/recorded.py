"""Flows of real programs that are recorded while they are walked, and then run as written.

`python -m tests.corpus.recorded NAME=FOLDER… [-- PYTEST ARGUMENTS]`, NAME one of `REPOSITORIES`.
Whoever adds a flow adds a function and a row here; `drive_recorded.py` records and replays it.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.corpus import development_set, flows

if TYPE_CHECKING:  # pytest wants to be the first who imports the package
    from miniapp_host.testing.device import Device
    from miniapp_host.testing.miniapp import MiniApp
    from miniapp_host.testing.prompt import PromptDriver
    from miniapp_host.testing.settings import SettingsDriver

REPOSITORIES = {**flows.REPOSITORIES, **development_set.REPOSITORIES}


@dataclass(frozen=True)
class Hands:
    """What a person has of the phone while they are recorded."""

    miniapp: "MiniApp"
    prompt: "PromptDriver"
    settings: "SettingsDriver"
    device: "Device"


@dataclass(frozen=True)
class Session:
    """One recorded session; `page` is where it begins, None for the first page."""

    program: str
    walk: Callable[[Hands], None]
    page: str | None = None

    @property
    def name(self) -> str:
        return f"{self.program} {self.walk.__name__}"


def asks_for_place_and_address(hands: Hands) -> None:
    """Refused, led to the settings, allowed there; the phone moves; then the address."""
    hands.miniapp.tap("授权地理位置信息")
    hands.prompt.deny("scope.userLocation")
    hands.miniapp.tap("widget=modalConfirm")
    hands.settings.expect()
    hands.settings.enable("userLocation")
    hands.device.place("The Bund")
    hands.miniapp.tap("授权地理位置信息")
    hands.miniapp.expect_call("getLocation", result="ok")
    hands.miniapp.tap("授权收获地址权限")
    hands.prompt.allow("scope.address")
    hands.miniapp.tap("widget=entry_0")


def fills_a_form_with_a_place(hands: Hands) -> None:
    """Fields, a place from the map, the phone's own network."""
    hands.miniapp.tap("地图选址")
    hands.prompt.allow("scope.userLocation")
    hands.miniapp.tap("widget=placeDone")
    hands.miniapp.type("店家的电话是？", "13800138000")
    hands.miniapp.scroll(300)
    hands.miniapp.type("你为大家推荐什么菜呢？", "虾饺, 烧卖")
    hands.miniapp.tap("css=slider", at=(120, 14))
    hands.device.network("2g")
    hands.miniapp.tap("创建")


def walks_through_a_shop(hands: Hands) -> None:
    """A tab bar of the program's own, icons, components in components, goods by their place."""
    hands.miniapp.expect_text("首页")
    hands.miniapp.swipe("left", over=".swiper-wrap")
    hands.miniapp.tap("分类")
    hands.miniapp.expect_page("pages/category/index")
    hands.miniapp.tap("个人中心")
    hands.miniapp.expect_page("pages/usercenter/index")
    hands.miniapp.tap("收货地址")
    hands.miniapp.expect_page("pages/user/address/list/index")
    hands.miniapp.back()
    hands.miniapp.expect_page("pages/usercenter/index")


def taps_icons_and_tabs_of_a_dead_shop(hands: Hands) -> None:
    """The phone's own tab bar and views without a text; nobody answers its requests."""
    for tab in (1, 2, 3, 0):
        hands.miniapp.tab(tab)
    hands.miniapp.expect_page("pages/index/index")
    hands.miniapp.tap("唯爱与美食不可辜负")
    hands.device.dark(True)
    hands.miniapp.tap("品牌制造商直供")
    hands.miniapp.expect_page("pages/brand/brand")
    hands.miniapp.tap("widget=navigationBack")
    hands.miniapp.expect_page("pages/index/index")


def keeps_a_picture(hands: Hands) -> None:
    """A picture that is a button, a long press, and a menu of the program's own."""
    hands.prompt.allow("scope.writePhotosAlbum")
    hands.miniapp.tap(".book-img")
    hands.miniapp.hold(".show")
    hands.miniapp.tap("保存到本地")


def makes_a_poster(hands: Hands) -> None:
    """What a program draws, and then keeps in the album."""
    hands.miniapp.tap("1. 在本页面生成海报")
    hands.miniapp.tap("下载名片", seconds=20)
    hands.prompt.allow("scope.writePhotosAlbum")
    hands.miniapp.expect_call("saveImageToPhotosAlbum", result="ok")


def chooses_in_pickers(hands: Hands) -> None:
    """Pickers of three kinds, and the way back to the list that they were reached from."""
    hands.miniapp.tap("中国")
    hands.miniapp.pick("巴西")
    hands.miniapp.expect_text("巴西")
    hands.miniapp.tap("12:01")
    hands.miniapp.pick("09", "30")
    hands.miniapp.tap("2016-09-01")
    hands.miniapp.pick("2017", "02", "28")
    hands.miniapp.expect_text("2017-02-28")


SESSIONS = (
    Session("authdemo", asks_for_place_and_address),
    Session("foodmap", fills_a_form_with_a_place, "pages/add/add"),
    Session("retail", walks_through_a_shop),
    Session("litemall", taps_icons_and_tabs_of_a_dead_shop),
    Session("read", keeps_a_picture, "pages/details/details?id=1"),
    Session("json2poster", makes_a_poster),
    Session("demo", chooses_in_pickers, "packageComponent/pages/form/picker/picker"),
)


def main() -> int:
    return flows.walk(__doc__, REPOSITORIES, "drive_recorded.py")


if __name__ == "__main__":
    sys.exit(main())
