"""Serves one program's `mp:` requests: files, and `wx.*Sync` calls.

One handler belongs to one profile and so to one program: who asks cannot be forged.
"""

import json
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol
from urllib.parse import unquote

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlSchemeHandler

from miniapp_host.programs.program_json import read_program_json
from miniapp_host.programs.tree import PackageError
from miniapp_host.web.played_web import NETWORK, Fetch
from miniapp_host.web.scheme import CONTENT_SECURITY_POLICY

WEB_CHANNEL_SCRIPT = "/__runtime/qwebchannel.js"
SYNC_CALL = "/__host/sync"
SYNC_PART = "/__host/part"
MEASURED = "/__host/measured/"
LONGEST_CALL = 256 * 1024 * 1024
CALL_HEADER = b"x-call"  # a header, not a body: PySide6 < 6.12 crashes in requestBody()


class Resource(Protocol):
    """A body and its media type."""

    @property
    def body(self) -> bytes: ...
    @property
    def media_type(self) -> str: ...


Serve = Callable[[str], Resource]
WaitForPage = Callable[[int, Callable[[bytes], None]], None]
AnswerSync = Callable[[str, list[Any]], dict[str, Any]]


class BadCallError(Exception):
    """A program has changed the form in which its `wx.*Sync` calls are sent."""


class SchemeHandler(QWebEngineUrlSchemeHandler):
    """`serve` gives the resource behind a path, `answer_sync` the result of a `wx.*Sync`."""

    def __init__(
        self,
        serve: Serve,
        answer_sync: AnswerSync,
        wait_for_page: WaitForPage,
        parent: QObject,
        fetch: Fetch | None = None,
    ) -> None:
        """Two of the functions answer later.

        `wait_for_page` gives the page's answer to the service, `fetch` an answer of the web that
        the host plays.
        """
        super().__init__(parent)
        self._serve = serve
        self._answer_sync = answer_sync
        self._wait_for_page = wait_for_page
        self._fetch = fetch
        self._parts: list[bytes] = []

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        path = job.requestUrl().path()
        try:
            if path == SYNC_CALL:
                _reply(job, self._sync_answer(job), "application/json")
            elif path == SYNC_PART:
                _reply(job, self._keep_part(job), "application/json")
            elif path.startswith(MEASURED):
                self._wait_for_page(_question(path), partial(_reply_later, job))
            elif path == WEB_CHANNEL_SCRIPT:
                _reply(job, web_channel_script(), "text/javascript")
            elif self._fetch is not None and path.startswith(NETWORK):
                _fetch_later(job, self._fetch)
            else:
                found = self._serve(path)
                _reply(job, found.body, found.media_type)
        except (FileNotFoundError, IsADirectoryError):
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        except (PackageError, BadCallError):
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)

    def _sync_answer(self, job: QWebEngineUrlRequestJob) -> bytes:
        parts, self._parts = self._parts, []
        name, arguments = _call(b"".join([*parts, _call_header(job)]))
        return json.dumps(self._answer_sync(name, arguments)).encode()

    def _keep_part(self, job: QWebEngineUrlRequestJob) -> bytes:
        """Keep the beginning of a call that is too long for one header.

        The program waits meanwhile, so the parts of two calls cannot mix. Raises BadCallError for a
        call that is too long.
        """
        self._parts.append(_call_header(job))
        if sum(map(len, self._parts)) > LONGEST_CALL:
            self._parts = []
            raise BadCallError
        return b"{}"


class PlayedRequests(QWebEngineUrlSchemeHandler):
    """Answers redirected requests of a `<web-view>` with `fetch`, and refuses all others."""

    def __init__(self, fetch: Fetch, parent: QObject) -> None:
        super().__init__(parent)
        self._fetch = fetch

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        if job.requestUrl().path().startswith(NETWORK):
            _fetch_later(job, self._fetch)
        else:
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)


def _fetch_later(job: QWebEngineUrlRequestJob, fetch: Fetch) -> None:
    def answer(found: Resource | None) -> None:
        # Qt deletes the job when its page goes; the Python object stays, and using it crashes.
        if not shiboken6.isValid(job):
            return
        if found is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        else:
            _reply(job, found.body, found.media_type)

    fetch(job.requestUrl().path(QUrl.ComponentFormattingOption.FullyEncoded), answer)


def _question(path: str) -> int:
    try:
        return int(path.removeprefix(MEASURED))
    except ValueError:
        raise BadCallError from None


def _reply_later(job: QWebEngineUrlRequestJob, body: bytes) -> None:
    if shiboken6.isValid(job):
        _reply(job, body, "application/json")


def _call_header(job: QWebEngineUrlRequestJob) -> bytes:
    headers = {bytes(k.data()).lower(): bytes(v.data()) for k, v in job.requestHeaders().items()}
    return headers.get(CALL_HEADER, b"")


def _call(header: bytes) -> tuple[str, list[Any]]:
    """The name and the arguments of a call.

    Raises BadCallError unless it is `[name, arguments]`: the header comes from the program.
    """
    try:
        name, arguments = read_program_json(unquote(header.decode("ascii")))
    except (ValueError, TypeError, RecursionError):
        raise BadCallError from None
    if not isinstance(name, str) or not isinstance(arguments, list):
        raise BadCallError
    return name, arguments


def _reply(job: QWebEngineUrlRequestJob, body: bytes, media_type: str) -> None:
    # Qt takes a multi map, so each value is a list; PySide's stubs say otherwise.
    policy = {QByteArray(b"Content-Security-Policy"): [QByteArray(CONTENT_SECURITY_POLICY)]}
    job.setAdditionalResponseHeaders(policy)  # type: ignore[arg-type]
    # The job owns the buffer, which Qt still reads after this function has returned.
    buffer = QBuffer(job)
    buffer.setData(QByteArray(body))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(QByteArray(media_type.encode()), buffer)


def web_channel_script() -> bytes:
    script = QFile(":/qtwebchannel/qwebchannel.js")
    script.open(QIODevice.OpenModeFlag.ReadOnly)
    return bytes(script.readAll().data())
