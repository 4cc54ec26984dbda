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
    """A program has meddled with how its `wx.*Sync` calls travel."""


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
        """Two answer later: `wait_for_page` what the service has asked its page, `fetch` what the
        page asks of the web, if the host plays it.
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
        """The beginning of a call that is too long for one header; the program waits meanwhile."""
        self._parts.append(_call_header(job))
        if sum(map(len, self._parts)) > LONGEST_CALL:
            self._parts = []
            raise BadCallError
        return b"{}"


class PlayedRequests(QWebEngineUrlSchemeHandler):
    """Where nothing but the web is asked for, and `fetch` answers for it."""

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
    """Raises BadCallError unless it is `[name, arguments]`: the header comes from the program."""
    try:
        name, arguments = read_program_json(unquote(header.decode("ascii")))
    except (ValueError, TypeError, RecursionError):
        raise BadCallError from None
    if not isinstance(name, str) or not isinstance(arguments, list):
        raise BadCallError
    return name, arguments


def _reply(job: QWebEngineUrlRequestJob, body: bytes, media_type: str) -> None:
    # A multi map: Qt wants lists, its stubs say otherwise.
    policy = {QByteArray(b"Content-Security-Policy"): [QByteArray(CONTENT_SECURITY_POLICY)]}
    job.setAdditionalResponseHeaders(policy)  # type: ignore[arg-type]
    buffer = QBuffer(job)
    buffer.setData(QByteArray(body))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(QByteArray(media_type.encode()), buffer)


def web_channel_script() -> bytes:
    script = QFile(":/qtwebchannel/qwebchannel.js")
    script.open(QIODevice.OpenModeFlag.ReadOnly)
    return bytes(script.readAll().data())
