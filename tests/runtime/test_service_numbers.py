"""Numbers that are none, or out of range: ignored, with nothing on the console and nothing thrown."""

import json
from pathlib import Path

import pytest

from miniapp_host.phone.phone import Phone
from tests.conftest import OpenProgram
from tests.program_folder import write_program
from tests.runtime.notes import NOTE, noted
from tests.runtime.sounds import tone

ODD = "[NaN, Infinity, -Infinity, undefined, null, 'abc', '', -1, 1e9, 1e21, -1e308, 0.5, {}, [], true]"

ATTEMPTS = """
const attempts = (page, odd) => ({
  seek: () => wx.createVideoContext('video').seek(odd),
  rate: () => wx.createVideoContext('video').playbackRate(odd),
  sound: () => wx.createAudioContext('audio').seek(odd),
  points: () => wx.createMapContext('map').includePoints({ points: [{ longitude: odd, latitude: odd }], padding: [odd], complete() {} }),
  player: () => Object.assign(wx.createInnerAudioContext(), { src: '/none.mp3', volume: odd, playbackRate: odd, startTime: odd, currentTime: odd }).seek(odd),
  background: () => Object.assign(wx.getBackgroundAudioManager(), { title: 'x', startTime: odd, playbackRate: odd }).seek(odd),
  scroll: () => wx.pageScrollTo({ scrollTop: odd, duration: odd }),
  scrollTo: () => wx.pageScrollTo({ selector: '#box', offsetTop: odd, duration: odd }),
  frames: () => page.animate('#box', [{ opacity: odd, offset: odd, translateX: odd, width: odd, ease: odd }, odd, { opacity: 1 }], odd, () => {}),
  noFrames: () => page.animate('#box', odd, 100),
  motion: () => page.setData({ motion: wx.createAnimation({ duration: odd, delay: odd, timingFunction: odd }).translateX(odd).rotate(odd).width(odd).step({ duration: odd }).export() }),
  thresholds: () => page.createIntersectionObserver({ thresholds: [odd, 0.5], initialRatio: odd }).relativeToViewport({ bottom: odd }).observe('#box', () => {}),
  margins: () => page.createIntersectionObserver({ thresholds: odd }).relativeTo('#port', odd).observe('#box', () => {}),
  media: () => wx.createMediaQueryObserver().observe({ minWidth: odd }, () => {}),
  canvas: () => Object.assign(wx.createOffscreenCanvas({ type: '2d', width: odd, height: odd }), { width: odd, height: odd }).getContext('2d'),
  oldCanvas: () => wx.createOffscreenCanvas(odd, odd),
  pixels: () => wx.canvasGetImageData({ canvasId: 'old', x: odd, y: odd, width: odd, height: odd, complete() {} }),
  put: () => wx.canvasPutImageData({ canvasId: 'old', x: odd, y: odd, width: odd, height: odd, data: new Uint8ClampedArray(4), complete() {} }),
  file: () => wx.canvasToTempFilePath({ canvasId: 'old', x: odd, y: odd, width: odd, height: odd, destWidth: odd, destHeight: odd, quality: odd, complete() {} }),
  pen: () => {
    const pen = wx.createCanvasContext('old')
    pen.setFontSize(odd); pen.setLineWidth(odd); pen.arc(odd, odd, odd, odd, odd); pen.setFillStyle(pen.createCircularGradient(odd, odd, odd))
    pen.setLineDash(odd, odd); pen.setGlobalAlpha(odd); pen.drawImage('/none.png', odd, odd, odd, odd); pen.setShadow(odd, odd, odd, 'red'); pen.draw()
  },
  badge: () => wx.setTabBarBadge({ index: odd, text: 'x', complete() {} }),
  back: () => wx.navigateBack({ delta: odd, complete() {} }),
  sensor: () => wx.startAccelerometer({ interval: odd }),
  random: () => wx.getRandomValues({ length: odd, complete() {} }),
  tick: () => wx.nextTick(odd),
  port: () => page.createSelectorQuery().select('#port').node(({ node }) => { node.scrollTo({ top: odd, left: odd }); node.scrollIntoView('#inner', { offset: odd }) }).exec(),
  read: () => wx.getFileSystemManager().read({ fd: 'x', arrayBuffer: new ArrayBuffer(4), offset: odd, length: odd, position: odd, complete() {} }),
  squeeze: () => wx.compressImage({ src: '/none.png', quality: odd, compressedWidth: odd, complete() {} }),
  base64: () => wx.arrayBufferToBase64(odd),
  toast: () => wx.showToast({ title: 'x', duration: odd, complete() {} }),
  query: () => page.createSelectorQuery().select('#box').fields({ properties: odd, computedStyle: odd }).exec(),
})
"""
COMPONENTS = """<view id="said">{{said}}</view><view id="box" animation="{{motion}}" hover-class="x" hover-start-time="{{odd}}" hover-stay-time="{{odd}}">box</view>
<scroll-view id="port" scroll-x scroll-y enhanced style="height:50px" scroll-top="{{odd}}" scroll-left="{{odd}}" upper-threshold="{{odd}}" lower-threshold="{{odd}}" refresher-threshold="{{odd}}"><view id="inner" style="height:300px">x</view></scroll-view>
<swiper current="{{odd}}" interval="{{odd}}" duration="{{odd}}" display-multiple-items="{{odd}}" style="height:40px" autoplay><swiper-item>1</swiper-item><swiper-item>2</swiper-item></swiper>
<movable-area scale-area style="height:50px;width:90px"><movable-view x="{{odd}}" y="{{odd}}" damping="{{odd}}" friction="{{odd}}" scale scale-min="{{odd}}" scale-max="{{odd}}" scale-value="{{odd}}" direction="all"/></movable-area>
<icon type="success" size="{{odd}}"/><progress percent="{{odd}}" stroke-width="{{odd}}" border-radius="{{odd}}" font-size="{{odd}}" duration="{{odd}}" active show-info/>
<slider min="{{odd}}" max="{{odd}}" step="{{odd}}" value="{{odd}}" block-size="{{odd}}" show-value/><slider min="0" max="{{odd}}" step="1" value="5"/>
<input value="{{odd}}" maxlength="{{odd}}" cursor="{{odd}}" selection-start="{{odd}}" selection-end="{{odd}}"/><textarea value="{{odd}}" maxlength="{{odd}}" cursor="{{odd}}" auto-height/>
<picker mode="selector" range="{{['a','b']}}" value="{{odd}}"><view>p</view></picker><picker mode="multiSelector" range="{{[['a'],['b']]}}" value="{{[odd,odd]}}"><view>p</view></picker>
<picker-view value="{{[odd]}}" style="height:60px"><picker-view-column><view>1</view><view>2</view></picker-view-column></picker-view>
<video id="video" initial-time="{{odd}}" duration="{{odd}}" src="/none.mp4" style="height:30px"/><audio id="audio" src="/none.mp3"/>
<map id="map" longitude="{{odd}}" latitude="{{odd}}" scale="{{odd}}" min-scale="{{odd}}" max-scale="{{odd}}" markers="{{[{id:odd,longitude:odd,latitude:odd,width:odd,height:odd,iconPath:'/none.png'}]}}" circles="{{[{longitude:odd,latitude:odd,radius:odd}]}}" polyline="{{[{points:[{longitude:odd,latitude:odd},{longitude:1,latitude:1}],width:odd}]}}" include-points="{{[{longitude:odd,latitude:odd}]}}" style="height:60px"/>
<canvas canvas-id="old" style="height:30px"/><cover-view scroll-top="{{odd}}">c</cover-view>"""


def test_nothing_that_takes_a_number_minds_what_is_none(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": COMPONENTS,
            "index.js": NOTE
            + ATTEMPTS
            + f"""const turn = () => new Promise((resolve) => setTimeout(resolve, 40))
            Page({{ data: {{ odd: 1, motion: null, said: '' }}, async onReady() {{
              for (const odd of {ODD}) {{
                this.setData({{ odd }})
                await turn()
                for (const [name, run] of Object.entries(attempts(this, odd))) {{
                  try {{ run() }} catch (error) {{ note('thrown', name, String(odd), error.message) }}
                }}
                await turn()
              }}
              this.setData({{ odd: 1, said: 'there' }})
              note('done')
            }} }})""",
        }
    )
    assert noted(page, "done") == []
    page.wait_text("#said", "there")
    assert [entry.text for entry in page.log() if entry.text != 'note ["done"]'] == [
        'Setting data field "odd" to undefined is invalid.'
    ]


def test_a_sound_keeps_what_it_had(phone: Phone, tmp_path: Path, open_folder: OpenProgram) -> None:
    folder = write_program(
        tmp_path / "program",
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + """const audio = wx.createInnerAudioContext()
            Object.assign(audio, { src: '/sound.wav', volume: 0.3, playbackRate: 1.5, startTime: 0.1 })
            const is = () => [audio.volume, audio.playbackRate, audio.startTime]
            for (const odd of [undefined, null, NaN, 'abc', -1, 100]) Object.assign(audio, { volume: odd, playbackRate: odd })
            note('kept', ...is())
            Object.assign(audio, { volume: '0.5', playbackRate: 2, startTime: '3' })
            note('taken', ...is())
            audio.startTime = 0
            audio.onSeeked(() => note('at', audio.currentTime))
            audio.onCanplay(() => { audio.offCanplay(); audio.seek(0.5); audio.seek(undefined); audio.seek('abc') })
            Page({})""",
        },
    )
    (folder / "sound.wav").write_bytes(tone(1))
    page = open_folder(phone, folder)
    assert noted(page, "kept") == [0.3, 1.5, 0.1]
    assert noted(page, "taken") == [0.5, 2, 3]
    assert noted(page, "at") == [0.5]
    assert page.errors() == []


@pytest.mark.parametrize(
    ("given", "sizes"),
    [("{ width: NaN, height: -5 }", [300, 150]), ("{ width: '40', height: 20.7 }", [40, 20])],
)
def test_a_canvas_keeps_its_size(run_program: OpenProgram, given: str, sizes: list[int]) -> None:
    page = run_program(
        {
            "index.wxml": '<canvas id="canvas" type="2d" style="width: 30px; height: 10px"/>',
            "index.js": NOTE
            + f"""const canvas = wx.createOffscreenCanvas({given})
            for (const odd of [NaN, undefined, 'x', -1, 1e9]) canvas.width = canvas.height = odd
            note('size', canvas.width, canvas.height)
            Page({{ onReady() {{ wx.createSelectorQuery().select('#canvas').node(({{ node }}) => {{
              node.width = 30 * undefined
              node.height = 20
              note('node', node.width, node.height, node.getContext('2d').canvas === node)
            }}).exec() }} }})""",
        }
    )
    assert noted(page, "size") == sizes
    assert noted(page, "node") == [30, 20, True]


def test_key_frames_leave_out_what_is_no_style(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="box">x</view>',
            "index.js": """Page({ onReady() { this.animate('#box', [
              { opacity: 1, translateX: 0, ease: 'no such', offset: 'abc' },
              { opacity: 0.5, translateX: 20, rotate: NaN, scale: undefined, backgroundColor: 7, offset: 9 },
            ], 10, () => this.setData({ done: true })) } })""",
        }
    )
    page.wait(lambda: page.style("#box", "opacity") == "0.5", "the end")
    assert page.style("#box", "transform") == "matrix(1, 0, 0, 1, 20, 0)"
    assert json.dumps(page.log_lines()) == "[]"
