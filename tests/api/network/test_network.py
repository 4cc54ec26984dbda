"""What programs send, what they get back, and what their task objects hear on the way."""

import base64
import gc
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from miniapp_host.api.files import file_places
from miniapp_host.api.network.domains import Domains
from miniapp_host.devices.network import Head, Trouble
from miniapp_host.devices.traffic import Outcome
from tests.api.pretend_phone import OpenProgram, Phone

URL = "https://a.example/x"


def sent(phone: Phone, name: str = "request", **arguments: Any) -> Any:
    """The request that this call sends."""
    answers = phone.open().call(name, {"url": URL, **arguments})
    assert phone.network.exchanges, f"nothing was sent: {answers}"
    return phone.network.last.request


def told(program: OpenProgram, event: str) -> list[Any]:
    """What the task objects heard of one kind, oldest first."""
    details: list[Any] = [detail for name, detail in program.events if name == "networkTask"]
    return [detail["detail"] for detail in details if detail["event"] == event]


def test_an_answer_is_told_with_status_headers_and_cookies(phone: Phone) -> None:
    answers = phone.open().call("request", {"url": URL})
    assert answers == []
    exchange = phone.network.last
    headers = (("X-A", "1"), ("x-a", "2"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"))
    exchange.receiver.head(Head(404, headers))
    exchange.receiver.bytes("{“".encode()[:3])
    exchange.receiver.bytes("{“".encode()[3:])
    exchange.receiver.done()
    assert answers == [
        {
            "statusCode": 404,
            "header": {"X-A": "1,2", "Set-Cookie": "a=1,b=2"},
            "cookies": ["a=1", "b=2"],
            "data": "{“",
            "errMsg": "request:ok",
        }
    ]


def test_the_charset_of_the_answer_counts(phone: Phone) -> None:
    for kind, body in (("text/html; charset=gbk", "中".encode("gbk")), ("a/b", "中".encode())):
        answers = phone.open().call("request", {"url": URL})
        phone.network.last.answer(body, Content_Type=kind)
        assert answers[0]["data"] == "中"


def test_bytes_are_base64_where_the_program_wants_them(phone: Phone) -> None:
    answers = phone.open().call("request", {"url": URL, "responseType": "arraybuffer"})
    phone.network.last.answer(b"\x00\xff")
    assert base64.b64decode(str(answers[0]["bytes"])) == b"\x00\xff"
    assert "data" not in answers[0]


@pytest.mark.parametrize(
    ("url", "data", "expected"),
    [
        ("http://a.example", {"a": "b c", "ü": 1}, "http://a.example?a=b%20c&%C3%BC=1"),
        ("http://a.example/?x=1#top", {"y": True}, "http://a.example/?x=1&y=true#top"),
        ("http://a.example/?", {"o": {"p": [1]}}, "http://a.example/?o=%7B%22p%22%3A%5B1%5D%7D"),
        ("http://a.example/", "ignored", "http://a.example/"),
        ("http://a.example/", {}, "http://a.example/"),
    ],
)
def test_data_of_a_get_is_its_query(phone: Phone, url: str, data: object, expected: str) -> None:
    request = sent(phone, url=url, data=data)
    assert (request.method, request.url, request.body) == ("GET", expected, None)


@pytest.mark.parametrize(
    ("data", "kind", "expected"),
    [
        ({"a": "中"}, None, '{"a":"中"}'.encode()),
        ({"a": "b c", "d": 1}, "application/x-www-form-urlencoded; x=1", b"a=b%20c&d=1"),
        ("as it is", None, b"as it is"),
        (None, None, b""),
        (7, "text/plain", b"7"),
    ],
)
def test_data_of_a_post_is_its_body(
    phone: Phone, data: object, kind: str | None, expected: bytes
) -> None:
    header = {"Content-Type": kind} if kind else {}
    request = sent(phone, method="post", data=data, header=header)
    assert (request.method, request.body) == ("POST", expected)
    assert request.headers["content-type"] == (kind or "application/json")


def test_an_array_buffer_is_sent_byte_by_byte(phone: Phone) -> None:
    coded = base64.b64encode(b"\x00\xff").decode()
    assert sent(phone, method="PUT", bytes=coded).body == b"\x00\xff"


def test_headers_are_the_programs_but_for_those_of_the_phone(phone: Phone) -> None:
    given = {"X-A": 1, "Referer": "x", "Host": "x", "Bad Name": "x", "X-B": "a\r\nEvil: 1"}
    headers = sent(phone, header=given).headers
    assert headers == {
        "x-a": "1",
        "x-b": "aEvil: 1",
        "content-type": "application/json",
        "referer": "https://servicewechat.com/wxnearby/0/page-frame.html",
    }


@pytest.mark.parametrize("url", ["", "a.example/x", "ftp://a.example", "file:///etc", "http://"])
def test_what_is_no_address_of_the_network_is_refused(phone: Phone, url: str) -> None:
    for name in ("request", "downloadFile"):
        result = phone.open().result(name, {"url": url})
        assert result == {"errMsg": f'{name}:fail invalid url "{url}"', "errno": 600009}


def test_methods_that_do_not_exist_are_refused(phone: Phone) -> None:
    message = phone.open().message("request", {"url": URL, "method": "STEAL"})
    assert message == "request:fail invalid method"


def test_time_limits_come_from_the_call_or_app_json_or_are_a_minute(phone: Phone) -> None:
    assert sent(phone).timeout == 60
    assert sent(phone, timeout=1500).timeout == 1.5
    program = phone.open("slow", networkTimeout={"request": 3000, "downloadFile": "x"})
    for name, expected in (("request", 3), ("downloadFile", 60)):
        program.call(name, {"url": URL})
        assert phone.network.last.request.timeout == expected


@pytest.mark.parametrize(
    ("trouble", "reason", "number"),
    [
        (Trouble.TIMEOUT, "timeout", 5),
        (
            Trouble.REFUSED,
            "errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED",
            600001,
        ),
    ],
)
@pytest.mark.parametrize("name", ["request", "downloadFile"])
def test_what_does_not_come_fails(
    phone: Phone, name: str, trouble: Trouble, reason: str, number: int
) -> None:
    answers = phone.open().call(name, {"url": URL})
    phone.network.last.receiver.failed(trouble)
    assert answers == [{"errMsg": f"{name}:fail {reason}", "errno": number}]


def test_the_task_hears_of_headers_and_chunks(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("request", {"url": URL, "taskId": 7, "enableChunked": True})
    phone.network.last.answer(b"\x01", 200, X_A="1")
    assert told(program, "headersReceived") == [
        {"statusCode": 200, "header": {"X-A": "1"}, "cookies": []}
    ]
    assert told(program, "chunkReceived") == [{"bytes": "AQ=="}]
    assert answers[0]["data"] == ""


def test_an_aborted_call_fails_once_and_is_ended(phone: Phone) -> None:
    program = phone.open()
    first = program.call("request", {"url": URL, "taskId": 1})
    second = program.call("request", {"url": URL, "taskId": 2})
    assert program.message("abortTask", {"taskId": 1}) == "abortTask:ok"
    assert program.message("abortTask", {"taskId": 1}) == "abortTask:ok"
    assert first == [{"errMsg": "request:fail abort"}]
    assert [one.cancelled for one in phone.network.exchanges] == [True, False]
    phone.network.last.answer(b"x")
    assert second[0]["errMsg"] == "request:ok"


def test_no_program_ends_the_calls_of_another(phone: Phone) -> None:
    phone.open("one").call("request", {"url": URL, "taskId": 1})
    phone.open("two").call("abortTask", {"taskId": 1})
    assert not phone.network.last.cancelled


def test_what_is_under_way_ends_with_the_program(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("request", {"url": URL, "taskId": 1})
    program.call("getImageInfo", {"src": URL})
    program.close()
    assert [one.cancelled for one in phone.network.exchanges] == [True, True]
    assert answers == []


def test_a_download_becomes_a_temporary_file(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("downloadFile", {"url": f"{URL}/a.bin?b", "taskId": 3})
    phone.network.last.answer(b"abcd", 404, Content_Type="image/jpeg", Content_Length="4")
    url = str(answers[0]["tempFilePath"])
    file = program.session.files.resolve(url)
    assert file is not None
    assert (file.read_bytes(), file.suffix) == (b"abcd", ".jpg")
    assert answers[0]["statusCode"] == 404
    assert told(program, "progressUpdate") == [
        {"progress": 100, "totalBytesWritten": 4, "totalBytesExpectedToWrite": 4}
    ]


def test_a_download_beyond_the_room_for_temporary_files_fails(phone: Phone) -> None:
    program = phone.open()
    file, _ = program.session.files.new_temporary()
    with file.open("wb") as sparse:
        sparse.truncate(file_places.TEMPORARY_ROOM - 3)
    answers = program.call("downloadFile", {"url": URL})
    phone.network.last.answer(b"abcd")
    full = "downloadFile:fail the maximum size of the file storage limit is exceeded"
    assert (answers[0]["errMsg"], answers[0]["errno"]) == (full, 1300202)
    assert list(file.parent.iterdir()) == [file]
    answers = program.call("downloadFile", {"url": URL})
    phone.network.last.answer(b"abc")
    assert answers[0]["errMsg"] == "downloadFile:ok"


def test_a_download_goes_where_the_program_wants_it_among_its_own(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("downloadFile", {"url": URL, "filePath": "wxfile://usr/a.bin"})
    phone.network.last.answer(b"abcd")
    assert answers[0]["filePath"] == "wxfile://usr/a.bin"
    assert (program.session.files.user_folder / "a.bin").read_bytes() == b"abcd"
    for path in ("wxfile://tmp_x", "/app.json", "wxfile://usr/../../x"):
        message = program.message("downloadFile", {"url": URL, "filePath": path})
        assert message == f'downloadFile:fail permission denied, open "{path}"'


def test_an_upload_is_a_form_with_the_file(phone: Phone) -> None:
    program = phone.open()
    url = program.temporary(b"\x89PNG", ".png")
    form = {"a": "中", 'b"': 1}
    arguments = {"url": URL, "filePath": url, "name": "pic", "formData": form, "taskId": 4}
    answers = program.call("uploadFile", arguments)
    request = phone.network.last.request
    boundary = request.headers["content-type"].rpartition("boundary=")[2]
    name = Path(str(program.session.files.resolve(url))).name
    assert (
        request.body
        == (
            f'--{boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n中\r\n'
            f'--{boundary}\r\nContent-Disposition: form-data; name="b%22"\r\n\r\n1\r\n'
            f'--{boundary}\r\nContent-Disposition: form-data; name="pic"; filename="{name}"'
        ).encode()
        + b"\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n"
        + f"--{boundary}--\r\n".encode()
    )
    phone.network.last.receiver.sent(50, 200)
    phone.network.last.answer(b"{}")
    assert told(program, "progressUpdate") == [
        {"progress": 25, "totalBytesSent": 50, "totalBytesExpectedToSend": 200}
    ]
    assert (answers[0]["data"], answers[0]["statusCode"]) == ("{}", 200)


def test_only_files_that_are_there_are_uploaded(phone: Phone) -> None:
    arguments = {"url": URL, "filePath": "wxfile://tmp_none", "name": "pic"}
    message = phone.open().message("uploadFile", arguments)
    assert message == "uploadFile:fail file doesn't exist"


def test_the_domain_rule_spares_programs_in_development(make_phone: Callable[..., Phone]) -> None:
    phone = make_phone(Domains({"request": frozenset({"https://a.example:443"})}))
    outside = {"url": "https://b.example/x"}
    assert phone.open().call("request", outside) == []
    program = phone.open(version="trial")
    refused = {"errMsg": "request:fail url not in domain list", "errno": 600002}
    assert program.result("request", outside) == refused
    assert program.result("request", {"url": "http://a.example/x"}) == refused
    assert program.call("request", {"url": "https://a.example/x"}) == []
    assert program.result("downloadFile", {"url": URL})["errno"] == 600002


def test_pictures_that_are_described_must_come_from_the_domains_of_downloads(
    make_phone: Callable[..., Phone],
) -> None:
    phone = make_phone(Domains({"downloadFile": frozenset({"https://a.example:443"})}))
    program = phone.open(version="release")
    why = "getImageInfo:fail download image fail. reason: url not in domain list"
    refused = {"errMsg": why, "errno": 600002}
    assert program.result("getImageInfo", {"src": "https://b.example/x"}) == refused
    assert program.result("getImageInfo", {"src": "http://a.example/x"}) == refused
    last = list(phone.traffic)[-1]
    assert last.rule == "http://a.example is not among the domains of downloadFile"
    assert (last.program, last.outcome) == (program.session.program, Outcome.REFUSED)
    answers = program.call("getImageInfo", {"src": URL})
    phone.network.last.answer(b"moved", 302, Location="https://b.example/x")
    assert answers == [refused]
    answers = program.call("getImageInfo", {"src": URL})
    phone.network.last.answer(png(3, 2))
    assert answers[0]["width"] == 3
    assert phone.open().call("getImageInfo", {"src": "https://b.example/x"}) == []


@pytest.mark.parametrize("name", ["askCloud", "fetchFromCloud"])
@pytest.mark.parametrize("url", [URL, "file:///etc/passwd", "unix+http:x", "CLOUD:x", ""])
def test_a_forged_question_to_the_cloud_reaches_no_other_address(
    phone: Phone, name: str, url: str
) -> None:
    assert phone.open().message(name, {"url": url}).startswith(f"{name}:fail")
    assert phone.network.exchanges == []


def test_the_domain_rule_holds_wherever_a_redirect_leads(
    make_phone: Callable[..., Phone],
) -> None:
    phone = make_phone(Domains({"request": frozenset({"https://a.example:443"})}))
    outside: dict[str, Any] = {"status": 302, "Location": "https://b.example/x"}
    answers = phone.open(version="trial").call("request", {"url": URL})
    phone.network.last.answer(b"moved", **outside)
    assert [one["errMsg"] for one in answers] == ["request:fail url not in domain list"]
    assert answers[0]["errno"] == 600002
    first, second = phone.traffic
    assert (first.trouble, second.outcome) == (Trouble.BLOCKED, Outcome.REFUSED)
    assert (second.url, second.rule) == (
        "https://b.example/x",
        "https://b.example is not among the domains of request",
    )
    phone.open().call("request", {"url": URL})
    phone.network.last.answer(b"moved", **outside)
    phone.clock.advance(0)
    assert phone.network.last.request.url == "https://b.example/x"


def test_a_redirect_is_followed_unless_the_program_wants_it(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("request", {"url": URL, "method": "POST", "data": {"a": 1}})
    phone.network.last.answer(b"moved", 303, Location="/y")
    phone.clock.advance(0)
    request = phone.network.last.request
    assert (request.method, request.url, request.body) == ("GET", "https://a.example/y", None)
    phone.network.last.answer(b"here")
    assert (answers[0]["data"], answers[0]["statusCode"]) == ("here", 200)
    answers = program.call("request", {"url": URL, "redirect": "manual"})
    phone.network.last.answer(b"moved", 303, Location="/y")
    assert (answers[0]["header"], answers[0]["statusCode"]) == ({"Location": "/y"}, 303)


def test_a_download_hears_the_progress_of_the_last_answer_alone(phone: Phone) -> None:
    program = phone.open()
    program.call("downloadFile", {"url": URL, "taskId": 3})
    phone.network.last.answer(b"moved", 302, Location="/y", Content_Length="5")
    phone.clock.advance(0)
    phone.network.last.answer(b"ab", Content_Length="2")
    assert [one["statusCode"] for one in told(program, "headersReceived")] == [200]
    assert [one["totalBytesWritten"] for one in told(program, "progressUpdate")] == [2]


def test_a_task_is_aborted_between_two_addresses(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("request", {"url": URL, "taskId": 3})
    phone.network.last.answer(b"moved", 302, Location="/y")
    program.call("abortTask", {"taskId": 3})
    phone.clock.advance(1)
    assert [one["errMsg"] for one in answers] == ["request:fail abort"]
    assert len(phone.network.exchanges) == 1


def test_network_pictures_are_described_and_kept(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("getImageInfo", {"src": URL})
    assert phone.network.last.request.picture
    phone.network.last.answer(png(3, 2))
    assert (answers[0]["width"], answers[0]["height"], answers[0]["type"]) == (3, 2, "png")
    kept = program.result("getImageInfo", {"src": answers[0]["path"]})
    assert kept["width"] == 3


def test_network_pictures_that_do_not_come_say_why(phone: Phone) -> None:
    program = phone.open()
    reasons = []
    for _ in range(3):
        program.call("getImageInfo", {"src": URL})
    answers = [program.call("getImageInfo", {"src": URL}) for _ in range(3)]
    missing, broken, dead = phone.network.exchanges[-3:]
    missing.answer(b"no", 404)
    broken.answer(b"no picture")
    dead.receiver.failed(Trouble.UNKNOWN_HOST)
    reasons = [str(answer[0]["errMsg"]).removeprefix("getImageInfo:fail ") for answer in answers]
    assert reasons == [
        "download image fail. reason: 404",
        "invalid file type",
        "download image fail. reason: errcode:-105 cronet_error_code:-105 "
        "error_msg:net::ERR_NAME_NOT_RESOLVED",
    ]


def png(width: int, height: int) -> bytes:
    from miniapp_host.devices.drawing import placeholder_png

    return placeholder_png(width, height)


@pytest.mark.parametrize(
    "data", [{"a": "x" * 2_100_000}, {"a": "字" * 10_000_000}, {"a": [], "b": ["x"] * 700_000}]
)
def test_an_address_that_is_too_long_is_refused_before_it_is_made(
    phone: Phone, data: object
) -> None:
    result = phone.open().result("request", {"url": URL, "data": data})
    message = "request:fail invalid url, more than 2097152 characters"
    assert result == {"errMsg": message, "errno": 600009}


def test_headers_have_a_bound(phone: Phone) -> None:
    header = {f"x-{number}": "x" * 300_000 for number in range(4)}
    message = phone.open().message("request", {"url": URL, "header": header})
    assert message == "request:fail headers of more than 1048576 characters"


@pytest.mark.parametrize("end", ["answered", "failed", "aborted"])
def test_nothing_is_left_of_a_task_that_is_over(phone: Phone, end: str) -> None:
    """A body of megabytes goes with its answer, and not when Python searches for what is left."""
    program = phone.open()
    answers = program.call("request", {"url": URL, "taskId": 1})
    exchange = phone.network.exchanges.pop()
    gone = weakref.ref(exchange.receiver)
    gc.disable()
    try:
        exchange.receiver.bytes(bytes(1 << 21))
        if end == "aborted":
            program.call("abortTask", {"taskId": 1})
        elif end == "failed":
            exchange.receiver.failed(Trouble.CLOSED)
        else:
            exchange.receiver.done()
        assert answers
        del exchange
        assert gone() is None
    finally:
        gc.enable()
