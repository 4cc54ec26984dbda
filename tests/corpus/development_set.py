"""The development set: flows of programs that nobody here wrote, on local checkouts.

`python -m tests.corpus.development_set NAME=FOLDER… [-- PYTEST ARGUMENTS]`, NAME one of
`REPOSITORIES`. `walk_set.py` walks each flow as a person does; it hears what the program's calls
were answered, so that a row here needs no words of a program but what is tapped.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from tests.corpus.flows import walk

REPOSITORIES = {
    "jwxbl": "jiaowoxiaobala/mini-program 497e103, mini-program/",
    "authdemo": "jinxuanzheng01/weapp-auth-demo 535a163",
    "poster3": "ghl116/wxposterdemo 8bbd29b",
    "json2poster": "jiangjingmin/json2poster c5370e9",
    "posterexample": "monoplasty/poster-example 54605d9",
    "wxbk": "robinnewlove/wx_bk_20180801 032ccbc",
    "foodmap": "CloudKits/miniprogram-foodmap bed5e44, miniprogram/",
    "recycle": "leehoisleeho/Recycle 21112c8",
    "read": "yangyupang/read-applet cdea59a",
    "nutriscan": "Cooper1307/mininutriscan fd1cacf, miniprogram/",
    "tradedna": "aipolis/TradeDNA 9e3fe45, miniprogram/",
    "litemall": "linlinjava/litemall a1ef964, renard-wx/",
    "watchlife": "iamxjb/winxin-app-watch-life.net 69c4186",
    "dolphin": "dolphin-mini/mini-dolphin-app 2e5384f",
    "movie": "TencentCloud/tcmpp-demo-miniprogram 32fc1cf, movie/",
    "wordpress": "mryeehee/WordPressMiniProgram 3c216f7",
    "pyg": "thedreamlife/pyg_shop 774e664, miniprogram/",
    "activity": "yoyoLui/activity_app a9f7e92",
    "intelli": "hackingwu/intelli-assistant 0e95370, weapp/",
    "more": "Hchyeria/wechat-miniprogram-more 968fb85",
    "surf": "master061/surf-showcase ae49ca7, miniprogram/",
    "xpz": "xiaopingzi1/movie 50323e4",
    "foosapp": "kangkai/foosapp 2fa3bdd; npm install",
    "lifehelper": "inlym/life-helper-miniprogram d3ac46c; npm install but for its two private "
    "packages, then sass: every .scss to its .wxss",
    "retail": "Tencent/tdesign-miniprogram-starter-retail e92fe2b; npm install",
    "padoo": "xwHoward/padoo-consulation-printer c79a6b8; lessc: every .less to its .wxss",
    "funkong": "Easy-Hexford/funkong 1cb9942; npm ci, then lessc as above",
    "enjoy": "Hailie17/black c8f8e75, enjoy-plus/; sass as above",
}
"""Where each program comes from: repository, commit, folder in it; what has to be built there."""


@dataclass(frozen=True)
class Walk:
    """One page of a program where something asks for one scope."""

    program: str
    page: str
    scope: str = ""
    """Empty: the page only asks what was decided; it has to open and to be told."""
    works: str = "getSetting"
    """The call that succeeds once the scope is granted; or what it is told here instead."""
    taps: tuple[str, ...] = ()
    """Texts, or selectors after `css:` (`hold:` for a long press), in order.

    `maybe:` before what may not be there; `wait:` and seconds let it draw.
    None: it asks while it loads.
    """
    beside: Mapping[str, bool] = field(default_factory=dict)
    """Other scopes that are asked for on the way, and how they are answered."""
    undeclared: tuple[str, ...] = ()
    """Pages that app.json forgot; the program runs from a copy that has them."""
    prepared: str = ""
    """A line that the program's copy runs last in app.js: what an earlier visit or a login left."""
    edits: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By file and what it says there: what the copy says instead, as its owner would write it."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Files of the copy that are written anew, as its owner would: keys of map services."""
    once: bool = False
    """Whether the page needs the call no more once it worked."""
    modal: str = "modalCancel"
    """How questions of the program are answered."""

    @property
    def told(self) -> str:
        """How that answer begins."""
        return self.works if ":" in self.works else f"{self.works}:ok"

    @property
    def name(self) -> str:
        return " ".join((self.program, self.page.partition("?")[0], *self.taps[-1:]))


_PHOTOS = "scope.writePhotosAlbum"
_LOCATION = "scope.userLocation"
_FUZZY = "scope.userFuzzyLocation"
_USER = "scope.userInfo"
_SAVE = "saveImageToPhotosAlbum"

_MAP_KEYS = {"tcmpp.config.js": "module.exports = { QMapkey: 'key', GMapKey: 'key' }\n"}
_STORE = {"store/index.js": "exports.CUStoreInit = () => ({ $p: [], setState() {} })\n"}
_foosapp = partial(
    Walk,
    "foosapp",
    prepared="const b = {barid: 'b', name: 'B', latitude: 39.3, longitude: 116.40335, pic: []}"
    "\nObject.assign(getApp().globalData, {bars: [b], idbars: {b}, cur_barid: 'b', openid: 'o'})",
    edits={("app.js", 'Id: ""'): 'Id: "1"', ("app.js", 'Secret: ""'): 'Secret: "1"'},
)
_padoo = partial(
    Walk,
    "padoo",
    prepared="Object.assign(authManager, {currentUser: {role: 'admin', openId: 'o'}, token: 't'})"
    "\nconst consultationInfo = {gender: 'male', project: 'P', technician: 'T', room: 'R',"
    " massageStrength: 'standard', selectedParts: {}, date: '2030-01-01', surname: 'A'}"
    "\nconst typed = {phone: '13800000000', consultationInfo}"
    "\nsetInterval(() => getCurrentPages()[0]?.setData(typed), 500)",
)
_PRIVATE_PACKAGES = {
    "miniprogram/miniprogram_npm/miniprogram-logger-plus/index.js": (
        "exports.Logger = class { debug() {} info() {} warn() {} error() {} }\n"
    ),
    "miniprogram/miniprogram_npm/life-helper-miniprogram-secret/index.js": (
        "const part = { signature: { key: 'k', secret: 's' } }\n"
        "exports.secret = { production: part, development: part }\n"
    ),
}
_JWXBL = tuple(f"pages/example{number}/index" for number in (13, 15, 16))

WALKS = (
    Walk("jwxbl", "pages/example1/index", _PHOTOS, _SAVE, ("保存图片",)),
    Walk(
        "jwxbl",
        _JWXBL[0],
        "scope.record",
        "RecorderManager.start",
        ("css:wx-button",),
        undeclared=_JWXBL,
    ),
    Walk(
        "jwxbl",
        _JWXBL[1],
        "scope.camera",
        "CameraContext.takePhoto",
        ("css:wx-button",),
        undeclared=_JWXBL,
    ),
    Walk("jwxbl", _JWXBL[2], _LOCATION, "chooseLocation", ("打开地图",), undeclared=_JWXBL),
    Walk("authdemo", "pages/index/index", _LOCATION, "getLocation", ("授权地理位置信息",)),
    Walk("authdemo", "pages/index/index", "scope.address", "chooseAddress", ("授权收获地址权限",)),
    Walk(
        "poster3",
        "pages/poster2/poster2",
        _PHOTOS,
        _SAVE,
        ("保存到本地",),
        beside={_USER: True},
    ),
    Walk("poster3", "pages/pageShare/pageShare"),
    Walk(
        "poster3",
        "pages/poster/poster",
        _PHOTOS,
        _SAVE,
        ("wait:5", "保存海报"),
        beside={_USER: True},
    ),
    Walk(
        "json2poster",
        "pages/index/index",
        _PHOTOS,
        _SAVE,
        ("1. 在本页面生成海报", "下载名片"),
    ),
    Walk("json2poster", "pages/posters/posters", _PHOTOS, _SAVE),
    Walk("posterexample", "pages/index/index"),
    Walk("posterexample", "pages/index/index", _PHOTOS, _SAVE, ("生成海报", "保存到相册")),
    Walk("wxbk", "pages/main/main", "scope.werun", "getWeRunData"),
    Walk(
        "wxbk",
        "pages/moment/index",
        _PHOTOS,
        _SAVE,
        ("点击生成图片", "wait:3", "保存"),
        # the page never shows what has the button
        prepared="setInterval(() => getCurrentPages()[0]?.setData?.({realShow: true}), 2000)",
        beside={"scope.werun": True},
    ),
    Walk("foodmap", "pages/add/add", _LOCATION, "chooseLocation", ("地图选址",)),
    Walk("foodmap", "pages/map/map", _LOCATION, "getLocation"),
    Walk("recycle", "pages/login/login", _FUZZY, "getFuzzyLocation"),
    Walk("recycle", "pages/logs/logs", _FUZZY, "getFuzzyLocation"),
    Walk(
        "recycle", "pages/addAddress/addAddress", _LOCATION, "chooseLocation", ("css:.addressBox",)
    ),
    Walk("recycle", "pages/addBusiness/addBusiness", _LOCATION, "chooseLocation", ("商家地址",)),
    Walk(
        "recycle",
        "pages/fail/fail",
        works="openSetting",
        taps=("css:.btnBox",),
        modal="modalConfirm",
    ),
    Walk("read", "pages/index/index", _PHOTOS, "authorize"),
    Walk(
        "read",
        "pages/details/details?id=1",
        _PHOTOS,
        _SAVE,
        ("css:.book-img", "hold:.show", "保存到本地"),
    ),
    Walk("nutriscan", "pages/index/index", _LOCATION, "getLocation"),
    Walk("nutriscan", "pages/report/report", _LOCATION, "getLocation"),
    Walk(
        "tradedna",
        "pages/poster/poster",
        _PHOTOS,
        _SAVE,
        ("保存到相册",),
        prepared="wx.setStorageSync('tradeDNAResult', {code: 'RTGD'})",
    ),
    Walk(
        "surf",
        "pages/poster/poster",
        _PHOTOS,
        _SAVE,
        ("保存到相册",),
        prepared="getApp().globalData.posterProject = {title: 'T', type: 'TEAM', tags: 'a,b'}",
    ),
    Walk(
        "litemall",
        "pages/goods/goods?id=1",
        _PHOTOS,
        "authorize",
        # engines of today refuse a file with this expression as a whole
        edits={("lib/wxParse/showdown.js", "{1,24}+"): "{1,24}"},
    ),
    Walk(
        "litemall",
        "pages/groupon/grouponDetail/grouponDetail?id=1",
        _PHOTOS,
        _SAVE,
        ("邀请参团", "分享朋友圈"),
    ),
    Walk("watchlife", "pages/index/index", works="privacyListener"),
    Walk(
        "watchlife",
        "pages/my/my",
        _LOCATION,
        "chooseLocation",
        ("微信小店", "maybe:立即开启", "css:wx-switch", "maybe:同意并继续"),
        prepared="wx.setStorageSync('openid', 'o'); wx.setStorageSync('userInfo', {nickName: 'A'})",
        files=_STORE,
    ),
    Walk(
        "watchlife",
        "pages/poster/poster?posterImageUrl=https://example.com/poster.png",
        _PHOTOS,
        _SAVE,
        ("保存图片", "maybe:同意并继续"),
    ),
    Walk(
        "watchlife",
        "pages/shop/cooperation/shop/home?storeAppId=1&nickname=A",
        _FUZZY,
        "getFuzzyLocation",
        ("css:.map",),
        # its sheet for the privacy contract is on other pages only; the phone's own asks
        prepared="wx.onNeedPrivacyAuthorization = undefined",
        beside={_LOCATION: True},  # its map shows where the phone is
        files=_STORE,
    ),
    Walk("dolphin", "pages/start/start"),
    Walk(
        "dolphin",
        "pages/index/index",
        _LOCATION,
        "getLocation",
        prepared="getApp().globalData.memberInfo = {memberNum: '123456789012', id: '1'}",
    ),
    Walk("dolphin", "pages/maps/maps", _LOCATION, "getLocation", ("css:wx-map",)),
    *(
        Walk("movie", f"pages/{page}", _LOCATION, "getLocation", files=_MAP_KEYS)
        for page in (
            "tabBar/movie/movie",
            "tabBar/cinema/cinema",
            "subPages/select-cinema/select-cinema",
            "subPages/city-select/city-select",
            "subPages/snack-page/snack-page",
            "subPages/search-page/search-page",
            "subPages/cinema-detail/cinema-detail",
            "subPages/comment-page/comment-page",
            "subPages/movie-detail/movie-detail",
            "subPages/login/login",
        )
    ),
    Walk(
        "movie",
        "pages/subPages/city-select/city-select",
        works="openSetting",
        taps=("wait:2", "css:.section-item"),
        beside={_LOCATION: False},
        # in English the label of its modal is longer than the phone allows
        prepared="__wxConfig.lang = 'zh'",
        files=_MAP_KEYS,
        modal="modalConfirm",
    ),
    Walk(
        "movie",
        "pages/subPages/login/login",
        _USER,
        "getUserInfo",
        ("css:.login-btn",),
        beside={_LOCATION: True},
        files=_MAP_KEYS,
    ),
    *(
        Walk("wordpress", f"pages/{page}")
        for page in ("detail/detail?id=1", "index/index", "readlog/readlog")
    ),
    Walk("wordpress", "pages/usercenter/usercenter", _USER, "getUserInfo", ("maybe:请点击登录",)),
    Walk("wordpress", "pages/topic/topic", taps=("css:.img-menu",)),
    Walk(
        "wordpress",
        "pages/poster/poster?posterImageUrl=https://example.com/poster.png",
        _PHOTOS,
        _SAVE,
        ("保存图片",),
    ),
    Walk("pyg", "pages/cart/cart", "scope.address", "chooseAddress", ("获取收货地址",), once=True),
    Walk("activity", "pages/chargeCard/inputPlateNum?gifCardSerial=1", _USER, "getUserInfo"),
    Walk("activity", "pages/collect_card/index/index", _USER, "getUserInfo"),
    Walk("activity", "pages/collect_card_chengdu/index/index", _USER, "getUserInfo"),
    Walk("activity", "pages/collect_card_chengdu/station/station", _LOCATION, "getLocation"),
    Walk("activity", "pages/collect_card_zhuhai/index/index", _USER, "getUserInfo"),
    Walk("intelli", "pages/home/index", works="getPrivacySetting"),
    Walk(
        "intelli",
        "pages/home/index",
        "scope.addPhoneCalendar",
        "addPhoneCalendar",
        ("css:.schedule-item", "wait:1", "再次创建"),
    ),
    Walk("more", "pages/login/login", _LOCATION, "getLocation"),
    Walk(
        "more",
        "pages/send/send",
        _LOCATION,
        "chooseLocation",
        ("css:#send-msg", "wait:2", "选择地点"),
    ),
    Walk(
        "xpz", "pages/tabBar/movie/index", _LOCATION, "getLocation", beside={"scope.record": True}
    ),
    Walk(
        "xpz", "pages/tabBar/cinema/index", _LOCATION, "getLocation", beside={"scope.record": True}
    ),
    Walk("xpz", "pages/tabBar/user/index", "scope.record", "authorize"),
    *(
        _foosapp(f"pages/{page}", _LOCATION, "getLocation", ("css:.wx-image_rqGA98",))
        for page in (
            "appointment/appointment",
            "myappoints/myappoints",
            "appointment_new/appointment_new",
            "myfbars/myfbars",
        )
    ),
    _foosapp("pages/map/map", _LOCATION, "Map.showLocation"),
    _foosapp("pages/list/place/place", _LOCATION, "getLocation", ("点击导航",)),
    _foosapp("pages/index/index"),
    Walk("lifehelper", "pages/index/index", works="request", files=_PRIVATE_PACKAGES),
    Walk(
        "lifehelper",
        "pages/weather/place/place",
        _LOCATION,
        "chooseLocation",
        ("添加地点",),
        files=_PRIVATE_PACKAGES,
        modal="modalConfirm",
    ),
    Walk(
        "retail",
        "pages/user/address/edit/index",
        "scope.address",
        "chooseAddress",
        ("获取微信收获地址",),
    ),
    Walk(
        "retail",
        "pages/user/address/edit/index",
        works="chooseLocation:fail the api need to be declared",  # which the program forgot
        taps=("css:.map",),
    ),
    Walk(
        "retail",
        "pages/user/address/list/index",
        "scope.address",
        "chooseAddress",
        ("微信地址导入",),
    ),
    _padoo(
        "pages/index/index", "scope.bluetooth", "openBluetoothAdapter:fail:not available", ("打印",)
    ),
    _padoo(
        "pages/bind-staff/bind-staff",
        works="requestSubscribeMessage",
        taps=("wait:1", "确认绑定"),
        modal="modalConfirm",
    ),
    _padoo("pages/login/login", works="requestSubscribeMessage", modal="modalConfirm"),
    Walk(
        "funkong",
        "pages/activity-create/index",
        _LOCATION,
        "chooseLocation",
        ("添加活动地点",),
    ),
    Walk("funkong", "pages/activity-detail/index?ActivityId=1", _LOCATION, "getLocation"),
    Walk(
        "enjoy",
        "house_pkg/pages/locate/index",
        _LOCATION,
        "getLocation",
        prepared="wx.setStorageSync('token', 't')",
    ),
    Walk("enjoy", "repair_pkg/pages/detail/index", works="request"),
    Walk("enjoy", "visitor_pkg/pages/passport/index", _PHOTOS, _SAVE, ("保存到本地",)),
)

_ANYTHING: list[dict[str, object]] = [
    {"url": "/\\.(png|jpe?g|gif|webp)(\\?|$)/", "image": [400, 300]},
    {"url": "*qlogo.cn*", "image": [132, 132]},
    {
        "url": "/^(?!.*\\.(woff2?|ttf|mp4|mp3))/",
        "data": {"code": 0, "errno": 0, "status": 0, "data": {}},
    },
]

ANSWERS: dict[str, list[dict[str, object]]] = {
    "foosapp": [
        {
            "url": "cloud://database/foos_appointment",
            "data": [{"_id": "1", "barid": "b", "bar_name": "B", "players": []}],
        },
        {
            "url": "cloud://database/foos_barlikediscussion",
            "data": [{"barid": "b", "like": [], "discussion": [], "lastUpdateTime": 0}],
        },
    ],
    "funkong": [
        {
            "url": "cloud://container/*",
            "data": {
                "code": 0,
                "data": {
                    "User": {"UserId": "u"},
                    "Club": {},
                    "InsuranceProductList": [],
                    "ActivityList": [],
                    "Activity": {
                        "OwnerUser": {},
                        "Club": {},
                        "ActivitySignUpList": [],
                        "ActivityRule": {"Price": 1},
                        "CoverUrls": {"Items": []},
                        "PicList": {"Items": []},
                        "Location": {"Name": "L", "Point": {"lat": 39.9, "lon": 116.4}},
                        "BeginTime": "2030-01-01",
                        "EndTime": "2030-01-02",
                    },
                },
            },
        }
    ],
    "padoo": [
        {
            "url": "cloud://function/login",
            "data": {"code": 0, "data": {"user": {"role": "admin", "openId": "o"}, "token": "t"}},
        },
        {"url": "cloud://function/bindStaff", "data": {"code": 0, "data": {}}},
        {"url": "cloud://function/*", "data": {"code": 0, "data": []}},
    ],
    "intelli": [
        {
            "url": "*/schedules*",
            "data": [{"id": 1, "title": "T", "startTime": 4102444800000, "location": "L"}],
        }
    ],
    "wxbk": [{"url": "*/login.php*", "data": {"openid": "o", "session_key": "k"}}],
    "wordpress": [
        {
            "url": "/\\/posts\\/1/",
            "data": {
                "id": 1,
                "title": {"rendered": "T"},
                "content": {"rendered": "<p>x</p>"},
                "date": "2020-01-01T00:00:00",
                "tags": [],
                "avatarurls": [],
            },
        },
        {"url": "*/posts*", "data": []},
        {"url": "*/categories*", "data": [{"id": 1, "name": "A", "description": "B"}]},
    ],
    "xpz": [{"url": "*/rgeo*", "data": {"data": {"city": "北京", "lat": 39.9, "lng": 116.4}}}],
    "read": [
        {
            "url": "/\\/book\\/1$/",
            "data": {"_id": "1", "title": "T", "cover": "/c.png", "rating": {"score": "8"}},
        },
        {"url": "*/recommend*", "data": {"ok": True, "books": []}},
    ],
    "watchlife": [
        {
            "url": "*cooperation/shop/product/list*",
            "data": {
                "errcode": 0,
                "products": [],
                "shopInfo": {"latitude": "39.9", "longitude": "116.4", "location": "L"},
            },
        }
    ],
    "litemall": [
        {
            "url": "*groupon/detail*",
            "data": {
                "errno": 0,
                "data": {
                    "groupon": {"shareUrl": "https://example.com/share.png"},
                    "orderInfo": {"id": 1, "handleOption": {}},
                    "joiners": [],
                    "orderGoods": [],
                },
            },
        },
        {"url": "*goods/detail*", "data": {"errno": 1}},
    ],
}
"""What each program's dead server says, by rules as in fixtures; `_ANYTHING` follows."""


def answers(program: str) -> list[dict[str, object]]:
    """The rules of that program."""
    return [*ANSWERS.get(program, []), *_ANYTHING]


def main() -> int:
    return walk(__doc__, REPOSITORIES, "walk_set.py")


if __name__ == "__main__":
    sys.exit(main())
