"""Ways around: each tries to get what is guarded, or a tap, by other ways than asking for it.

Whatever one of them gets, it logs as READ.
"""

import json
import re

from miniapp_host import paths
from tests.hostile.attack import FILES, PAGE, Attack

_SETTLES_MS = 1_500
_CODES = re.findall(
    r"\['(\w+)', \d\]", (paths.resources() / "runtime/operations.js").read_text("utf-8")
)
"""The names of what the service may order of a page, by their codes."""

_SECRETS = r"/\"(latitude|nickName|telNumber|encryptedData|displayName)\"|root:x:/"
SPY = (
    "const parse = JSON.parse; JSON.parse = (text, ...rest) => {"
    f" if ({_SECRETS}.test(text)) console.log('READ ' + String(text).slice(0, 200));"
    " return parse(text, ...rest) };"
)
"""Reads all that the phone says."""
WATCH = (
    f"const watch = (result) => {{ const text = JSON.stringify(result) ?? '';"
    f" if ({_SECRETS}.test(text)) console.log('READ ' + text.slice(0, 200)) }};"
    " const told = {success: watch, fail: watch, complete: watch};"
)
FORGE = (
    "const push = Array.prototype.push; const words = []; const orders = [];"
    " Array.prototype.push = function (...items) {"
    " if (typeof items[0] === 'string' && items[0].startsWith('[\"call\"'))"
    " push.apply(this, words.splice(0));"
    " if (items.length > 1 && typeof items[0] === 'number')"
    " for (const order of orders.splice(0)) push.apply(this, order);"
    " return push.apply(this, items) };"
    " const say = (...message) => push.call(words, JSON.stringify(message));"
    " const order = (...one) => push.call(orders, one);"
)
"""`say` puts a message of the program's own among those of the service, `order` an operation."""
NEEDS_TAP = (
    "const needsTap = () => wx.navigateToMiniProgram({appId: 'nobody',"
    " fail: ({errMsg}) => /user TAP/.test(errMsg) || console.log('READ ' + errMsg)});"
)
"""Fails by another reason if there was a tap."""
_TAPS = (
    "parent.qt.webChannelTransport.send(JSON.stringify("
    "{type: 6, object: 'host', method: 'tapped', args: [], id: 1e9}))"
)
"""What a script in a page would do to tell the phone of a tap."""


def _ordered(name: str, *arguments: str) -> str:
    return f"order({_CODES.index(name)}, {', '.join(arguments)});"


def _later(
    deed: str,
    times: int,
    setup: str = "",
    wxml: str = "<view id='some'>{{a}}</view>",
    **more: object,
) -> Attack:
    """An attack of which something may come a little later."""
    return Attack(deed, times, setup, wxml, settles_ms=_SETTLES_MS, **more)  # type: ignore[arg-type]


_EVERYTHING = (
    "for (const [name, call] of Object.entries(wx)) {"
    " if (typeof call !== 'function' ||"
    " /^(exit|restart|reLaunch|redirect|switchTab|navigate)/.test(name))"
    " continue;"
    " try { const got = call({...told, scope: 'scope.userLocation', type: 'gcj02', key: 'kept',"
    " shareTicket: '', openId: 'o', src: '/app.json', filePath: '/app.json', desc: 'for you',"
    " latitude: 1, longitude: 1, urls: ['/a'], withCredentials: true, tmplIds: ['a'], data: ''});"
    " if (got instanceof Promise) got.then(watch, watch); else watch(got) } catch {} }"
)

INDIRECT = {
    "functions of a script": _later(
        "for (let page = 0; page < 4; page++) {"
        + _ordered("drive", "1e6 + page", "page", "'function'", "{code: TAPS, args: []}")
        + " } page().setData({a: N}); setTimeout(needsTap, 500)",
        3,
        f"{PAGE}; {FORGE} {NEEDS_TAP} const TAPS = {json.dumps(f'() => {_TAPS}')};",
    ),
    "elements made up": _later(
        "for (const tag of ['script', 'iframe', 'object', 'embed', 'svg', 'wx-script']) {"
        + _ordered("createElement", "1", "5e6 + N", "tag")
        + _ordered("setAttribute", "5e6 + N", "'src'", "'javascript:' + TAPS")
        + _ordered("setAttribute", "5e6 + N", "'srcdoc'", "`<script>${TAPS}</script>`")
        + _ordered("setText", "5e6 + N", "TAPS")
        + _ordered("append", "1", "5e6 + N")
        + _ordered("invoke", "5e6 + N", "'constructor'", "[TAPS]")
        + " } page().setData({a: N, nodes: [{name: 'script', children: [{type: 'text', text:"
        " TAPS}]},"
        " {name: 'img', attrs: {src: 'x', onerror: TAPS}}, {name: 'iframe', attrs: {srcdoc:"
        " `<script>${TAPS}</script>`}}, {name: 'a', attrs: {href: 'javascript:' + TAPS}}],"
        " html: `<img src=x onerror='${TAPS}'><svg onload='${TAPS}'/>`});"
        " setTimeout(needsTap, 500)",
        3,
        f"{PAGE}; {FORGE} {NEEDS_TAP} const TAPS = {json.dumps(_TAPS)};",
        "<view id='some'>{{a}}</view><rich-text nodes='{{nodes}}'/><rich-text nodes='{{html}}'/>",
    ),
    "calls of the phone's own": _later(
        "for (const [name, args] of ["
        "['askCloud', {url: 'file:///etc/passwd'}], ['fetchFromCloud', {url:"
        " 'file:///etc/passwd'}],"
        "['askCloud', {url: 'unix+http://x/'}], ['askCloud', {url: 'http://127.0.0.1:9/'}],"
        "['Map.wantLocation', {wanted: true}], ['Map.showLocation', {}],"
        "['MapContext.moveToLocation', {}], ['agreePrivacyAuthorization', {}],"
        "['privacyAnswer', {event: 'agree'}], ['insertCamera', {}],"
        " ['CameraContext.stopRecord', {}],"
        "['CameraContext.takePhoto', {}], ['RecorderManager.start', {}],"
        " ['RecorderManager.stop', {}],"
        "['LivePusher.openCamera', {}], ['onLocationChange', {}],"
        " ['startLocationUpdateBackground', {}]"
        "]) say('call', 1e6 + N, name, args); wx.getSystemInfoAsync({})",
        20,
        f"{SPY} {FORGE}",
    ),
    "addresses of files": _later(
        "for (const src of ['file:///etc/passwd', 'file:/etc/passwd', 'qrc:/a',"
        " 'mp://wxvictim/app.json',"
        " 'unix+http://x/', 'local+http://x/', 'view-source:file:///etc/passwd', '/etc/passwd',"
        " '/__network/other/file%3A%2F%2F%2Fetc%2Fpasswd', '/__host/sync', '/__file/../../x',"
        " 'blob:mp://program/1', 'data:text/plain,x', '//etc/passwd', 'http:///etc/passwd'])"
        " for (const name of ['getImageInfo', 'downloadFile', 'request', 'uploadFile',"
        " 'getVideoInfo',"
        " 'openDocument', 'saveFile', 'getFileInfo', 'compressImage', 'loadFontFace',"
        " 'saveImageToPhotosAlbum'])"
        " wx[name]({...told, src, url: src, filePath: src, tempFilePath: src, name: 'a',"
        " family: 'f',"
        " source: `url(\"${src}\")`, success: () => name === 'loadFontFace' ||"
        " console.log('READ ' + name + src)})",
        3,
        f"{SPY} {WATCH}",
    ),
    "what others keep": _later(
        "for (const key of ['kept', 'wxvictim/kept', '../wxvictim/kept', 'wxvictim\\u0000kept',"
        " '%'])"
        " { if (wx.getStorageSync(key) === 'mine') console.log('READ ' + key);"
        " wx.getStorage({key, success: ({data}) => data === 'mine' && console.log('READ ' + key)});"
        " wx.batchGetStorage({keyList: [key], success: (all) =>"
        " /mine/.test(JSON.stringify(all)) && console.log('READ ' + key)}) }"
        " for (const name of ['../../wxvictim/usr/', '../wxvictim/',"
        " '../../../preferences.json', '..'])"
        " try { console.log('READ ' + fs.readdirSync(path(name))) } catch {}",
        5,
        FILES,
    ),
    "every function of wx": _later(_EVERYTHING, 1, f"{SPY} {WATCH}"),
    "the owner in every way": _later(
        "wx.getUserInfo(); wx.getUserInfo({}); wx.getUserInfo(told); wx.getUserInfo.call(null,"
        " told);"
        " new Promise((go) => wx.getUserInfo({success: go, fail: go})).then(watch);"
        " wx.getUserInfo({withCredentials: true, lang: 'zh_CN', ...told});"
        " wx.getUserProfile({desc: 'a', ...told});"
        " this.selectAllComponents('button').forEach((one) => one.triggerEvent('getuserinfo', {}));"
        " wx.createSelectorQuery().selectAll('open-data, button').fields({dataset: true,"
        " properties: ['type', 'userInfo'],"
        " computedStyle: ['content'], context: true, node: true}).exec(watch)",
        20,
        f"{SPY} {WATCH}",
        "<open-data type='userNickName'/><open-data type='userAvatarUrl'/>"
        "<button open-type='getUserInfo' bindgetuserinfo='got'/><button"
        " open-type='chooseAvatar' bindchooseavatar='got'/>"
        "<button open-type='getPhoneNumber' bindgetphonenumber='got'/>",
        handlers="got({detail}) { watch(detail) },",
    ),
    "places in every way": _later(
        "const map = wx.createMapContext('map'); map.moveToLocation({...told});"
        " page().setData({shown: N % 2 === 0}); wx.onLocationChange(watch);"
        " wx.startLocationUpdate(told);"
        " wx.startLocationUpdateBackground(told); wx.getFuzzyLocation(told); wx.getLocation(told);"
        " wx.getConnectedWifi(told); wx.startWifi(told); wx.getWifiList(told);"
        " wx.onGetWifiList(watch);"
        " wx.getBackgroundFetchData({fetchType: 'pre', ...told});"
        " wx.startBeaconDiscovery({uuids: ['a'], ...told})",
        20,
        f"{PAGE}; {SPY} {WATCH}",
        "<map id='map' show-location='{{shown}}' latitude='1' longitude='1' bindupdated='got'"
        " bindregionchange='got'/>",
        handlers="got({detail}) { /causedBy|centerLocation/.test(JSON.stringify(detail)) ||"
        " watch(detail) },",
    ),
    "sounds and pictures of the owner": _later(
        "const recorder = wx.getRecorderManager(); const got = (what) => () =>"
        " console.log('READ ' + what);"
        " recorder.onFrameRecorded(got('frame')); recorder.onStart(got('start'));"
        " recorder.onStop(got('stop'));"
        " recorder.start({frameSize: 1, format: 'PCM'}); recorder.stop();"
        " const camera = wx.createCameraContext();"
        " camera.onCameraFrame(got('picture')).start({success: got('frames')});"
        " camera.takePhoto({success: got('photo')}); camera.startRecord({success: got('film')});"
        " const pusher = wx.createLivePusherContext(); pusher?.start?.({success: got('live')});"
        " wx.startRecord({success: got('record')}); wx.stopRecord({success: got('stopped')});"
        " wx.createVKSession?.({track: {}})?.start?.((error) => error || got('session')())",
        10,
        "",
        "<camera/><live-pusher autopush bindstatechange='got'/><live-player autoplay"
        " src='rtmp://127.0.0.1:9/a'/>",
        handlers="got() {},",
    ),
    "taps made up": _later(
        "needsTap(); wx.nextTick(needsTap); setTimeout(needsTap, N); this.animate('#some',"
        " [{left: 0}, {left: 1}], 1, needsTap);"
        " page().setData({a: N, first: N % 2 === 0}); this.triggerEvent?.('tap', {}, {bubbles:"
        " true, composed: true});"
        " this.press({type: 'tap', detail: {}, isTrusted: true}); wx.pageScrollTo({scrollTop: N});"
        " this.createIntersectionObserver().relativeToViewport().observe('#some', needsTap);"
        " wx.createSelectorQuery().select('#some').node(({node}) =>"
        " node?.click?.()).exec(needsTap)",
        20,
        f"{PAGE}; {NEEDS_TAP} {FORGE} say('tap'); say('tapped');",
        "<view id='some' bindtap='press' style='transition: opacity 1ms; opacity: {{first ? 0 :"
        " 1}}'"
        " bindtransitionend='press'>{{a}}</view><input focus='{{first}}' bindfocus='press'"
        " bindblur='press'/>"
        "<image src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' bindload='press'"
        " binderror='press'/>"
        "<button open-type='openSetting' bindtap='press' bindopensetting='press'/>"
        "<form bindsubmit='press' bindreset='press'><button form-type='submit'/></form>",
        handlers="press() { needsTap() }, onPageScroll() { needsTap() }, onHide() { needsTap() },",
    ),
    "a thread as a way out": _later(
        "const thread = wx.createWorker('workers/w.js');"
        " thread.onMessage((got) => typeof got === 'string' && got && console.log('READ ' + got));"
        " thread.postMessage(1)",
        1,
        files={
            "workers/w.js": "const scope = Function('return this')(); const got = ['fetch',"
            " 'XMLHttpRequest',"
            " 'WebSocket', 'importScripts', 'indexedDB', 'caches', 'navigator',"
            " 'BroadcastChannel', 'Worker',"
            " 'self', 'location', 'EventSource', 'wx'].filter((name) => scope[name] !== undefined);"
            " worker.onMessage(() => { worker.postMessage(got.join());"
            " worker.postMessage({type: 'host', text: '[[\"tap\"]]'});"
            " throw new Error('nothing') })"
        },
    ),
    "scripts of templates": _later(
        "page().setData({a: N})",
        3,
        PAGE,
        "<wxs module='m'>var leak = function (a) { var ways = [];"
        " try { ways.push('' + [].constructor.constructor('return this')().fetch) } catch (e) {}"
        " if (ways[0] && ways[0] !== 'undefined') console.log('READ ' + ways[0]); return a };"
        " module.exports = {leak: leak}</wxs><view>{{m.leak(a)}}</view>",
    ),
    "the desktop's clipboard": _later(
        "wx.getClipboardData({success: ({data}) => data && console.log('READ ' + data)})", 20
    ),
}
