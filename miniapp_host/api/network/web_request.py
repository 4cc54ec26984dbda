"""Turns the arguments of wx.request, downloadFile and uploadFile into requests.

How data becomes a query or a body is documented with wx.request.
"""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, urlsplit

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.files.file_encodings import sent_bytes
from miniapp_host.devices.bounded_network import MOST_SENT
from miniapp_host.devices.network import Purpose, Request
from miniapp_host.programs.media_types import media_type

METHODS = frozenset(
    ["OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "CONNECT", "PATCH"]
)
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"

_USUAL_TIMEOUT_MS = 60_000.0
_LONGEST_TIMEOUT_MS = 86_400_000.0
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_UNSAFE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_LONGEST_URL = 2 * 1024 * 1024
"""Chromium's own limit."""
_MOST_IN_HEADERS = 1024 * 1024
_SHOWN = 2000
"""The most characters of an address in an error."""
_OURS = frozenset({"referer", "host", "content-length", "connection", "accept-encoding"})
"""Headers that only the phone sets, never a program."""
_KEPT_IN_QUERY = "!~*'()"
"""What encodeURIComponent leaves as it is, besides what quote does."""


def make_request(call: Call) -> Request:
    """The request of wx.request; raises CallError for bad arguments."""
    method = call.string("method", "GET").upper()
    if method not in METHODS:
        raise CallError("invalid method", Errno.PARAMETER)
    headers = sent_headers(call)
    kind = headers.setdefault("content-type", JSON)
    url, body = checked_url(call), None
    if method in ("GET", "HEAD"):
        url = with_query(url, call.arguments.get("data"))
    else:
        body = _body(call, kind)
    manual = call.string("redirect") == "manual"
    request = Request(url, method, headers, body, timeout(call), not manual)
    return _of(call, request, Purpose.REQUEST)


def make_download(call: Call) -> Request:
    """The request of wx.downloadFile; raises CallError for bad arguments."""
    request = Request(checked_url(call), "GET", sent_headers(call), timeout=timeout(call))
    return _of(call, request, Purpose.DOWNLOAD)


def make_upload(call: Call, file: Path) -> Request:
    """The multipart form (RFC 7578) that wx.uploadFile sends; raises CallError."""
    if file.stat().st_size > MOST_SENT:
        raise CallError("exceed max file size", Errno.NETWORK)
    boundary = secrets.token_hex(16)
    headers = sent_headers(call)
    headers["content-type"] = f"multipart/form-data; boundary={boundary}"
    body = _form(call, file, boundary)
    request = Request(checked_url(call), "POST", headers, body, timeout(call))
    return _of(call, request, Purpose.UPLOAD)


def _of(call: Call, request: Request, purpose: Purpose) -> Request:
    return replace(request, purpose=purpose, program=call.session.program)


def checked_url(call: Call, schemes: tuple[str, ...] = ("http", "https")) -> str:
    """The argument `url`; raises CallError if it is no address of the network."""
    url = call.string("url").strip()
    _check_length(url)
    try:
        parts = urlsplit(url)
        known = parts.scheme.lower() in schemes and bool(parts.hostname)
    except ValueError:
        known = False
    if not known:
        raise CallError(f'invalid url "{url[:_SHOWN]}"', Errno.INVALID_URL)
    return url


def timeout(call: Call) -> float:
    """The timeout in seconds: the call's own, app.json's for its kind, or a minute."""
    usual = call.session.package.manifest.network_timeout.get(call.name, _USUAL_TIMEOUT_MS)
    given = call.number("timeout", usual)
    return min(given if given > 0 else usual, _LONGEST_TIMEOUT_MS) / 1000


def with_query(url: str, data: object) -> str:
    """`url` with the fields of `data` added to its query; any other data is left out."""
    query = form_encoded(data, _LONGEST_URL - len(url)) if isinstance(data, Mapping) else ""
    if not query:
        return url
    place, hash_mark, fragment = url.partition("#")
    joint = "?" if "?" not in place else "" if place.endswith(("?", "&")) else "&"
    return f"{place}{joint}{query}{hash_mark}{fragment}"


def form_encoded(data: Mapping[str, object], longest: int | None = None) -> str:
    """`a=1&b=2`, as encodeURIComponent writes both sides.

    Raises CallError, before it encodes, if an address would have more characters than `longest`.
    """
    fields = [(name, _word(value)) for name, value in data.items()]
    if longest is not None and sum(len(name) + len(word) + 2 for name, word in fields) > longest:
        raise _too_long()
    return "&".join(f"{_component(name)}={_component(word)}" for name, word in fields)


def _check_length(url: str) -> None:
    if len(url) > _LONGEST_URL:
        raise _too_long()


def _too_long() -> CallError:
    return CallError(f"invalid url, more than {_LONGEST_URL} characters", Errno.INVALID_URL)


def sent_headers(call: Call) -> dict[str, str]:
    """The program's headers, names in lower case, and the phone's Referer.

    Raises CallError if they are too much.
    """
    given = call.arguments.get("header")
    headers = {
        name.lower(): _UNSAFE.sub("", _word(value))
        for name, value in (given.items() if isinstance(given, Mapping) else ())
        if _NAME.fullmatch(name) and name.lower() not in _OURS
    }
    if sum(len(name) + len(value) for name, value in headers.items()) > _MOST_IN_HEADERS:
        raise CallError(f"headers of more than {_MOST_IN_HEADERS} characters", Errno.PARAMETER)
    package = call.session.package
    headers["referer"] = f"https://servicewechat.com/{package.appid}/0/page-frame.html"
    return headers


def _body(call: Call, kind: str) -> bytes:
    raw = sent_bytes(call.arguments)
    if raw is not None:
        return raw
    data = call.arguments.get("data")
    if data is None:
        return b""
    if isinstance(data, Mapping) and kind.lower().startswith(FORM):
        return form_encoded(data).encode()
    return _word(data).encode("utf-8", "replace")


def _word(value: object) -> str:
    """A string as it is, any other value as JSON."""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _component(text: str) -> str:
    return quote(text, safe=_KEPT_IN_QUERY, errors="replace")


def _form(call: Call, file: Path, boundary: str) -> bytes:
    fields = call.arguments.get("formData")
    given = fields.items() if isinstance(fields, Mapping) else ()
    parts = [_part(boundary, f'name="{_quoted(k)}"', _word(v).encode()) for k, v in given]
    about = f'name="{_quoted(call.string("name"))}"; filename="{_quoted(file.name)}"'
    kind = f"\r\nContent-Type: {media_type(file.name)}"
    parts.append(_part(boundary, about + kind, file.read_bytes()))
    return b"".join(parts) + f"--{boundary}--\r\n".encode()


def _part(boundary: str, about: str, body: bytes) -> bytes:
    head = f"--{boundary}\r\nContent-Disposition: form-data; {about}\r\n\r\n"
    return head.encode("utf-8", "replace") + body + b"\r\n"


def _quoted(name: str) -> str:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
