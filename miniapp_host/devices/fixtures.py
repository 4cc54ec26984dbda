"""A network that answers from a file of fixtures; no request leaves the computer.

Format and examples: resources/docs/network.md. What no rule answers fails like a dead server;
where only a picture will do, there is a placeholder.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from miniapp_host.devices.drawing import placeholder_png
from miniapp_host.devices.fixture_file import FixtureError, read_rules
from miniapp_host.devices.network import Cancel, Head, Receiver, Request, Trouble
from miniapp_host.texts import Sentence

_KEYS = ("url", "method", "status", "header", "data", "file", "image")
_BODIES = ("data", "file", "image")
_PICTURE = re.compile(r"\.(png|jpe?g|gif|webp|bmp)$", re.I)
_PLACEHOLDER = (320, 240)
_LARGEST = 4096
_LARGEST_BODY_MB = 256
_CHUNK = 64 * 1024
_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".html": "text/html",
    ".txt": "text/plain",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
}


@dataclass(frozen=True)
class Fixture:
    """One canned answer; `body` makes its bytes when it is asked for.

    `name` tells a person which one it is: a sentence, or file, place and pattern.
    """

    url: re.Pattern[str]
    method: str | None
    head: Head
    body: Callable[[], bytes]
    name: str = ""

    def answers(self, request: Request) -> bool:
        """Whether this fixture is the answer to `request`."""
        wanted = self.method is None or self.method == request.method
        return wanted and self.url.search(request.url) is not None


class FixtureNetwork:
    """A network of canned answers: the first rule that fits wins."""

    def __init__(
        self,
        fixtures: Iterable[Fixture],
        after: Callable[[float, Callable[[], None]], Cancel],
    ) -> None:
        self._fixtures = tuple(fixtures)
        self._after = after

    def send(self, request: Request, receiver: Receiver) -> Cancel:
        """Answer as soon as the caller has returned."""
        fixture = next((one for one in self._fixtures if one.answers(request)), None)
        if fixture is None and wants_picture(request):
            fixture = PLACEHOLDER
        return self._after(0, lambda: play(fixture, request, receiver))


def media_suffix(media_type: str) -> str:
    """The suffix (`.png`) of files of this media type; empty for one that is not known here."""
    kind = media_type.partition(";")[0].strip().lower()
    return next((suffix for suffix, known in _TYPES.items() if known == kind), "")


def wants_picture(request: Request) -> bool:
    """Whether the caller can use only a picture, or the address ends like one."""
    return request.picture or _PICTURE.search(urlsplit(request.url).path) is not None


def read_fixtures(file: Path) -> tuple[Fixture, ...]:
    """The rules in `file`, in their order; raises FixtureError."""
    return fixtures_of(read_rules(file), file)


def fixtures_of(rules: Iterable[object], file: Path) -> tuple[Fixture, ...]:
    """The rules that `read_rules` found in `file`; raises FixtureError."""
    return tuple(_Rule(file, index, rule).fixture() for index, rule in enumerate(rules))


class _Rule:
    """One entry of the file, with its place in it for error messages."""

    def __init__(self, file: Path, index: int, rule: object) -> None:
        self._file = file
        self._index = index
        if not isinstance(rule, dict):
            raise self._error(
                "", Sentence("it is no object"), Sentence('Write {"url": "…", "data": …}.')
            )
        self._rule: dict[str, object] = rule

    def fixture(self) -> Fixture:
        for key in self._rule:
            if key not in _KEYS:
                raise self._error(
                    key,
                    Sentence("there is no such key"),
                    Sentence("Use {keys}.", keys=", ".join(_KEYS)),
                )
        if sum(key in self._rule for key in _BODIES) > 1:
            raise self._error(
                "data", Sentence("more than one body"), Sentence("Give data, file or image.")
            )
        body, kind = self._body()
        head = Head(self._status(), self._headers(kind))
        name = f"{self._file.name} [{self._index}] {self._rule.get('url')}"
        return Fixture(self._url(), self._method(), head, body, name)

    def _url(self) -> re.Pattern[str]:
        url = self._rule.get("url")
        if not isinstance(url, str) or not url:
            raise self._error(
                "url",
                Sentence("it must be a pattern"),
                Sentence("Write an address with *, or /an expression/."),
            )
        if len(url) < 3 or not (url.startswith("/") and url.endswith("/")):
            parts = map(re.escape, url.split("*"))
            return re.compile(rf"\A{'.*'.join(parts)}\Z", re.S)
        try:
            return re.compile(url[1:-1])
        except re.error as error:
            problem = Sentence("bad expression: {mistake}", mistake=error)
            raise self._error("url", problem, Sentence("Correct it.")) from error

    def _method(self) -> str | None:
        method = self._rule.get("method")
        if method is not None and not isinstance(method, str):
            raise self._error(
                "method", Sentence("it must be a string"), Sentence('Write "GET", say.')
            )
        return method.upper() if method else None

    def _status(self) -> int:
        status = self._rule.get("status", 200)
        if not isinstance(status, int) or isinstance(status, bool) or not 100 <= status <= 599:
            problem = Sentence("it must be a number from 100 to 599")
            raise self._error("status", problem, Sentence("Write 200, say."))
        return status

    def _headers(self, kind: str) -> tuple[tuple[str, str], ...]:
        given = self._rule.get("header", {})
        if not isinstance(given, Mapping):
            remedy = Sentence('Write {"Name": "value"}.')
            raise self._error("header", Sentence("it must be an object"), remedy)
        headers = {str(name): str(value) for name, value in given.items()}
        if kind and "content-type" not in {name.lower() for name in headers}:
            headers["Content-Type"] = kind
        return tuple(headers.items())

    def _body(self) -> tuple[Callable[[], bytes], str]:
        """The function that makes the body, and its media type."""
        if "file" in self._rule:
            return self._from_file()
        if "image" in self._rule:
            width, height = self._size()
            return (lambda: placeholder_png(width, height)), "image/png"
        data = self._rule.get("data", "")
        if isinstance(data, str):
            text = data.encode("utf-8", "replace")
            return (lambda: text), "text/plain; charset=utf-8" if text else ""
        coded = json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")
        return (lambda: coded), "application/json; charset=utf-8"

    def _from_file(self) -> tuple[Callable[[], bytes], str]:
        name = self._rule["file"]
        found = self._file.parent / name if isinstance(name, str) and name else None
        if found is None or not found.is_file():
            problem = Sentence("there is no file {name}", name=name)
            raise self._error("file", problem, Sentence("Give its path from here."))
        if found.stat().st_size > _LARGEST_BODY_MB * 1024 * 1024:
            problem = Sentence("it is larger than {most} MB", most=_LARGEST_BODY_MB)
            raise self._error("file", problem, Sentence("Choose another file."))
        return found.read_bytes, _TYPES.get(found.suffix.lower(), "application/octet-stream")

    def _size(self) -> tuple[int, int]:
        size = self._rule["image"]
        if not isinstance(size, list) or len(size) != 2 or not all(_is_length(one) for one in size):
            remedy = Sentence("Write [320, 240], to {most}.", most=_LARGEST)
            raise self._error("image", Sentence("it must be a size"), remedy)
        return size[0], size[1]

    def _error(self, key: str, problem: Sentence, remedy: Sentence) -> FixtureError:
        place = f"[{self._index}].{key}" if key else f"[{self._index}]"
        return FixtureError(str(self._file), place, problem, remedy)


PLACEHOLDER = Fixture(
    re.compile(""),
    None,
    Head(200, (("Content-Type", "image/png"),)),
    lambda: placeholder_png(*_PLACEHOLDER),
    Sentence("no fixture fits: a grey picture stands in"),
)


def _is_length(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _LARGEST


def play(fixture: Fixture | None, request: Request, receiver: Receiver) -> None:
    """Answers at once; without a fixture as a server that is dead."""
    if fixture is None:
        receiver.failed(Trouble.REFUSED)
        return
    try:
        body = fixture.body()
    except OSError:
        receiver.failed(Trouble.CLOSED)
        return
    if request.body:
        receiver.sent(len(request.body), len(request.body))
    length = ("Content-Length", str(len(body)))
    receiver.head(Head(fixture.head.status, (*fixture.head.headers, length), fixture.name))
    for start in range(0, 0 if request.method == "HEAD" else len(body), _CHUNK):
        receiver.bytes(body[start : start + _CHUNK])
    receiver.done()
