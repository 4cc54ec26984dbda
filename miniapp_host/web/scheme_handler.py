"""Serves one program's `mp:` requests: files, and `wx.*Sync` calls.

One handler belongs to one profile and so to one program: who asks cannot be forged. The runtime's
own files are there before the program is known.
"""

import binascii
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlSchemeHandler

from miniapp_host import paths
from miniapp_host.programs.program_json import read_program_json
from miniapp_host.programs.tree import PackageError
from miniapp_host.web.long_texts import LongAnswers, LongTexts, TooManyTextsError
from miniapp_host.web.played_web import NETWORK, Fetch
from miniapp_host.web.runtime_files import RUNTIME, runtime_file
from miniapp_host.web.scheme import CONTENT_SECURITY_POLICY
from miniapp_host.web.serving import ServedFile

HOST = "/__host/"
WEB_CHANNEL_SCRIPT = "/__runtime/qwebchannel.js"
SYNC_CALL = "/__host/sync"
MEASURED = "/__host/measured/"
LONG_ANSWER = "/__host/long/"
ROOM = "/__host/room"
PIECES = {
    "/__host/piece/now": ("now", False),
    "/__host/text/now": ("now", True),
    "/__host/piece/later": ("later", False),
    "/__host/text/later": ("later", True),
}
"""The addresses that take pieces of long texts: for a call that waits or for messages, and whether
the text ends with the piece."""
JSON = "application/json"
NOTHING = b"{}"
CALL_HEADER = b"x-call"  # a header, not a body: PySide6 < 6.12 crashes in requestBody()


class Resource(Protocol):
    """A body and its media type."""

    @property
    def body(self) -> bytes: ...
    @property
    def media_type(self) -> str: ...


Serve = Callable[[str], Resource | ServedFile]
AnswerSync = Callable[[str, list[Any]], dict[str, Any]]


@dataclass(frozen=True)
class Waits:
    """What the service waits for, besides answers of calls.

    `for_page` gives, later, what the page answers to a question of that number; `for_room` calls
    back when more texts may be handed over.
    """

    for_page: Callable[[int, Callable[[bytes], None]], None]
    for_room: Callable[[Callable[[], None]], None]
    texts: LongTexts
    answers: LongAnswers


@dataclass(frozen=True)
class Answers:
    """What answers the requests of one program.

    `serve` gives the resource behind a path, `answer_sync` the result of a `wx.*Sync`, `fetch`,
    later, an answer of the web that the host plays.
    """

    serve: Serve
    answer_sync: AnswerSync
    waits: Waits
    fetch: Fetch


class BadCallError(Exception):
    """A program has changed the form in which its `wx.*Sync` calls are sent."""


class SchemeHandler(QWebEngineUrlSchemeHandler):
    """Answers once it has been told by what; requests for more than the runtime wait until then."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._answers: Answers | None = None
        self._early: list[QWebEngineUrlRequestJob] = []
        self._of_sync = LongTexts()
        self._decoder = json.JSONDecoder(parse_constant=self._of_sync.take)

    def answer_with(self, answers: Answers) -> None:
        """Answer what was asked so far, and all that will be, for this program."""
        self._answers = answers
        early, self._early = self._early, []
        for job in early:
            if shiboken6.isValid(job):
                self._answer(job, answers)

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        path = job.requestUrl().path()
        if path == WEB_CHANNEL_SCRIPT:
            _reply(job, web_channel_script(), "text/javascript")
        elif path.startswith(RUNTIME):
            _reply_runtime(job, path)
        elif self._answers is None:
            self._early.append(job)
        else:
            self._answer(job, self._answers)

    def _answer(self, job: QWebEngineUrlRequestJob, answers: Answers) -> None:
        path = job.requestUrl().path()
        try:
            if path.startswith(HOST):
                self._answer_service(job, path, answers)
            elif path.startswith(NETWORK):
                _fetch_later(job, answers.fetch)
            else:
                _reply_with(job, answers.serve(path))
        except (FileNotFoundError, IsADirectoryError):
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        except (PackageError, BadCallError, TooManyTextsError):
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)

    def _answer_service(self, job: QWebEngineUrlRequestJob, path: str, answers: Answers) -> None:
        """Answer what only the service asks."""
        waits = answers.waits
        if path == SYNC_CALL:
            _reply(job, self._sync_answer(job, answers.answer_sync), JSON)
        elif path in PIECES:
            self._keep_piece(job, waits.texts, *PIECES[path])
        elif path == ROOM:
            waits.for_room(partial(_reply_later, job))
        elif path.startswith(MEASURED):
            waits.for_page(_number(path, MEASURED), partial(_reply_later, job))
        elif path.startswith(LONG_ANSWER):
            _reply(job, waits.answers.take(_number(path, LONG_ANSWER)), "text/plain")
        else:
            raise FileNotFoundError(path)

    def _keep_piece(
        self, job: QWebEngineUrlRequestJob, of_messages: LongTexts, line: str, ends: bool
    ) -> None:
        texts = self._of_sync if line == "now" else of_messages
        texts.add(_piece(job), ends=ends)
        _reply(job, NOTHING, JSON)

    def _sync_answer(self, job: QWebEngineUrlRequestJob, answer: AnswerSync) -> bytes:
        """The answer to a call that waits; its long texts were handed over before it."""
        try:
            name, arguments = _call(self._of_sync.rest(_piece(job)), self._decoder)
            return json.dumps(answer(name, arguments)).encode()
        finally:
            self._of_sync.clear()


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


def _reply_runtime(job: QWebEngineUrlRequestJob, path: str) -> None:
    try:
        _reply_with(job, runtime_file(paths.runtime_dir(), path))
    except FileNotFoundError:
        job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)


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


def _number(path: str, prefix: str) -> int:
    try:
        return int(path.removeprefix(prefix))
    except ValueError:
        raise BadCallError from None


def _reply_later(job: QWebEngineUrlRequestJob, body: bytes = NOTHING) -> None:
    if shiboken6.isValid(job):
        _reply(job, body, JSON)


def _piece(job: QWebEngineUrlRequestJob) -> str:
    """The text in a request's header; raises BadCallError if it is no base64 of UTF-8."""
    for name, value in job.requestHeaders().items():
        if bytes(name.data()).lower() == CALL_HEADER:
            try:
                return binascii.a2b_base64(value.data()).decode("utf-8", "replace")
            except binascii.Error:
                raise BadCallError from None
    return ""


def _call(text: str, decoder: json.JSONDecoder) -> tuple[str, list[Any]]:
    """The name and the arguments of a call.

    Raises BadCallError unless it is `[name, arguments]`: the text comes from the program.
    """
    try:
        name, arguments = read_program_json(text, decoder)
    except (ValueError, TypeError, RecursionError):
        raise BadCallError from None
    if not isinstance(name, str) or not isinstance(arguments, list):
        raise BadCallError
    return name, arguments


def _reply_with(job: QWebEngineUrlRequestJob, found: Resource | ServedFile) -> None:
    if isinstance(found, ServedFile):
        _send(job, QFile(str(found.path), job), found.media_type)
    else:
        _reply(job, found.body, found.media_type)


def _reply(job: QWebEngineUrlRequestJob, body: bytes, media_type: str) -> None:
    buffer = QBuffer(job)
    buffer.setData(QByteArray(body))
    _send(job, buffer, media_type)


def _send(job: QWebEngineUrlRequestJob, body: QIODevice, media_type: str) -> None:
    """Answers with what is read from `body`: the job's own, as Qt reads it after this returned."""
    if not body.open(QIODevice.OpenModeFlag.ReadOnly):
        job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        return
    # Qt takes a multi map, so each value is a list; PySide's stubs say otherwise.
    policy = {QByteArray(b"Content-Security-Policy"): [QByteArray(CONTENT_SECURITY_POLICY)]}
    job.setAdditionalResponseHeaders(policy)  # type: ignore[arg-type]
    job.reply(QByteArray(media_type.encode()), body)


def web_channel_script() -> bytes:
    """Qt's own script for the page's end of a QWebChannel."""
    script = QFile(":/qtwebchannel/qwebchannel.js")
    script.open(QIODevice.OpenModeFlag.ReadOnly)
    return bytes(script.readAll().data())
