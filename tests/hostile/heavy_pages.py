"""Heavy pages: each makes Chromium or the phone work as long as it can, by what a page may hold."""

from tests.hostile.attack import PAGE, Attack

HEAVY_PAGES = {
    "calls that wait": Attack(
        "wx.setStorageSync('k' + N % 100, N); wx.getSystemInfoSync(); wx.getStorageInfoSync()",
        5_000,
    ),
    "promises without end": Attack(
        "(function again() { Promise.resolve().then(again) })()", 1, ends=False
    ),
    "deep trees": Attack(
        "page().setData({html: '<div>'.repeat(MANY) + 'deep'})",
        5,
        PAGE,
        "<rich-text nodes='{{html}}'/>",
        many=20_000,
    ),
    "long rich texts": Attack(
        "page().setData({html: '<b style=\"color: red\">word</b> '.repeat(MANY)})",
        5,
        PAGE,
        "<rich-text nodes='{{html}}'/>",
        many=50_000,
    ),
    "fonts": Attack(
        "wx.loadFontFace({family: 'f' + N, global: true,"
        ' source: `url("http://127.0.0.1:9/${N}")`})',
        2_000,
    ),
    "markers": Attack(
        "page().setData({markers: Array.from({length: MANY}, (_, id) =>"
        " ({id, latitude: id % 80, longitude: id % 170 + N, iconPath: '/a.png', title: 'm' + id,"
        " callout: {content: 'c' + id, display: 'ALWAYS'}}))})",
        5,
        PAGE,
        "<map markers='{{markers}}'/>",
        many=5_000,
    ),
    "styles": Attack(
        "page().setData({css: 'filter: ' + 'blur(9px) '.repeat(MANY) + ';box-shadow:'"
        " + '0 0 90px red,'.repeat(MANY) + '0 0 1px red'})",
        20,
        PAGE,
        "<view style='{{css}}; width: 300px; height: 300px'>{{css.length}}</view>",
        many=500,
    ),
    "subscriptions": Attack("wx.requestSubscribeMessage({tmplIds: ['a' + N]})", 5_000),
    "films": Attack(
        "page().setData({films: Array.from({length: MANY}, (_, at) =>"
        " `http://127.0.0.1:9/${N}/${at}`)})",
        5,
        PAGE,
        "<video wx:for='{{films}}' src='{{item}}' autoplay/>",
        many=300,
    ),
    "events of the phone": Attack(
        "wx.onNetworkStatusChange(() => 0); wx.onAccelerometerChange(() => 0);"
        " wx.startAccelerometer({interval: 'game'}); wx.onCompassChange(() => 0);"
        " wx.startGyroscope({interval: 'game'}); wx.onWindowResize(() => 0); wx.onAppHide(() => 0)",
        5_000,
    ),
    "colours of the bars": Attack(
        "wx.setNavigationBarColor({frontColor: '#ffffff', backgroundColor:"
        " '#' + (N % 1_000_000).toString().padStart(6, '0'), animation: {duration: 5_000}});"
        " wx.showNavigationBarLoading(); wx.setBackgroundColor({backgroundColor: '#123456'});"
        " wx.setBackgroundTextStyle({textStyle: N % 2 ? 'dark' : 'light'})",
        5_000,
    ),
}
