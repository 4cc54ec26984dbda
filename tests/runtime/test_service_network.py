"""The program's end of a network call: its task object, what it hears on the way, what comes back."""

import base64
from typing import Any

from tests.runtime.recording import Record, RecordedProgram, record

__all__ = ["record"]

SAY = "const say = (...all) => console.log(all.map((one) => JSON.stringify(one)).join(' '))\n"


def start(record: Record, script: str, **answers: Any) -> RecordedProgram:
    files = {"index.wxml": "<view/>", "index.js": SAY + f"Page({{ onReady() {{ {script} }} }})"}
    return record(
        files, {name: lambda _, answer=answer: answer for name, answer in answers.items()}
    )


def test_a_task_hears_of_its_own_call_until_it_is_over(record: Record) -> None:
    running = start(
        record,
        """const first = wx.request({ url: 'https://a.example/', data: { q: 1 }, success: (result) => say('first', result) })
        const second = wx.downloadFile({ url: 'https://b.example/', complete: ({ errMsg }) => say('second', errMsg) })
        first.onHeadersReceived(({ statusCode }) => say('headers', statusCode))
        const gone = () => say('never')
        second.onProgressUpdate(gone); second.offProgressUpdate(gone)
        second.onProgressUpdate(({ progress }) => { say('progress', progress); second.abort() })
        say('promise', first instanceof Promise, wx.request({ url: 'x' }) instanceof Promise)""",
        request=None,
        downloadFile=None,
        abortTask={"errMsg": "abortTask:ok"},
    )
    running.wait(lambda: len(running.waiting) == 3, "three calls")
    assert running.calls[0] == (
        "request",
        {"url": "https://a.example/", "data": {"q": 1}, "taskId": 1},
    )
    emit = running.view.link.emit
    emit("networkTask", {"task": 1, "event": "headersReceived", "detail": {"statusCode": 200}})
    emit("networkTask", {"task": 2, "event": "progressUpdate", "detail": {"progress": 50}})
    running.said('"progress" 50')
    running.wait(lambda: ("abortTask", {"taskId": 2}) in running.calls, "the abort")
    running.waiting[0]({"errMsg": "request:ok", "statusCode": 200, "data": '{"a": [1]}'})
    running.waiting[1]({"errMsg": "downloadFile:fail abort"})
    running.said('"first" {"errMsg":"request:ok","statusCode":200,"data":{"a":[1]}}')
    running.said('"second" "downloadFile:fail abort"')
    running.said('"headers" 200')
    running.said('"promise" false false')
    assert not any("never" in line.text for line in running.lines)


def test_bytes_travel_both_ways(record: Record) -> None:
    sent = {
        "errMsg": "request:ok",
        "statusCode": 200,
        "bytes": base64.b64encode(b"\x01\xff").decode(),
    }
    running = start(
        record,
        """wx.request({ url: 'https://a.example/', method: 'POST', data: new Uint8Array([1, 2, 255]).buffer, responseType: 'arraybuffer',
          success: ({ data, bytes }) => say('bytes', data instanceof ArrayBuffer, [...new Uint8Array(data)], bytes === undefined) })""",
        request=sent,
    )
    running.said('"bytes" true [1,255] true')
    ((_, arguments),) = running.calls
    assert (arguments["bytes"], "data" in arguments) == ("AQL/", False)


def test_text_that_is_not_json_or_not_wanted_as_json_stays_text(record: Record) -> None:
    running = start(
        record,
        """wx.request({ url: 'x', success: ({ data }) => say('plain', data) })
        wx.request({ url: 'x', dataType: 'text', success: ({ data }) => say('text', data) })""",
        request={"errMsg": "request:ok", "statusCode": 200, "data": "[1"},
    )
    running.said('"plain" "[1"')
    running.said('"text" "[1"')


def test_canvases_draw_pictures_that_the_host_fetched(record: Record) -> None:
    running = start(
        record,
        """const picture = wx.createOffscreenCanvas({ width: 1, height: 1 }).createImage()
        picture.onload = () => say('loaded', picture.width)
        picture.onerror = ({ errMsg }) => say('failed', errMsg)
        picture.src = 'https://a.example/b.png'""",
        getImageInfo={"errMsg": "getImageInfo:fail no network"},
    )
    running.said('"failed" "getImageInfo:fail no network"')
    assert running.calls == [("getImageInfo", {"src": "https://a.example/b.png"})]
