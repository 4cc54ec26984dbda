"""wx.request, downloadFile and uploadFile: calls that a task object of the program belongs to.

The service numbers the tasks (`taskId`); `abortTask` ends one. An ArrayBuffer is base64 under
`bytes` in place of `data`, both ways; whether text is JSON decides the service.
"""

import base64
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.endpoint import DATA, Endpoint, Parameter
from miniapp_host.api.calls.session import Session
from miniapp_host.api.files.file_places import (
    make_room_for,
    make_temporary_room,
    refused,
    writable_file,
)
from miniapp_host.api.files.local_files import local_file
from miniapp_host.api.network.domains import DomainRule
from miniapp_host.api.network.network_task import Answer, NetworkTask, Wishes, described
from miniapp_host.api.network.web_request import make_download, make_request, make_upload
from miniapp_host.devices.network import Download, Head, Network, Request
from miniapp_host.programs.media_types import suffix_of

ABORTED = "abort"
_CHARSET = re.compile(r"charset=\"?([\w.:-]+)", re.I)

OnEnd = Callable[[Answer], None]


class NetworkCalls:
    """Keeps the tasks under way, while their program is open and they have no answer."""

    def __init__(self, network: Network, domains: DomainRule) -> None:
        self._network = network
        self._domains = domains
        self._tasks: dict[tuple[Session, object], NetworkTask] = {}

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        url = Parameter("url")
        upload = (url, Parameter("filePath"), Parameter("name"))
        return (
            Endpoint("request", self.request, parameters=(url,), long=DATA),
            Endpoint("downloadFile", self.download, parameters=(url,)),
            Endpoint("uploadFile", self.upload, parameters=upload, long=frozenset({"formData"})),
            Endpoint("abortTask", self.abort, internal=True),
        )

    def request(self, call: Call) -> None:
        """Send a request; any answer of a server is a success, whatever its status.

        Raises CallError for bad arguments.
        """
        chunked = call.flag("enableChunked")

        def on_end(answer: Answer) -> None:
            download = Download(answer.head, answer.body.read())
            data = _binary(download) if call.string("responseType") == "arraybuffer" else None
            call.ok({**described(answer.head), **(data or {"data": _text(download)})})

        self._start(call, make_request(call), Wishes(chunks=chunked), on_end)

    def download(self, call: Call) -> None:
        """Download into a temporary file, or to `filePath`; raises CallError for bad arguments."""
        wanted = call.string("filePath")
        target = writable_file(call.session, wanted) if wanted else None

        def on_end(answer: Answer) -> None:
            head, body = answer.head, answer.body
            about = {"statusCode": head.status, "dataLength": _size(body)}
            if target is None:
                make_temporary_room(call.session, _size(body))
                file, url = _new_file(call.session, call.string("url"), head)
                _copy(body, file)
                call.ok({"tempFilePath": url, **about})
            else:
                _put(call.session, target, wanted, body)
                call.ok({"filePath": wanted, **about})

        self._start(call, make_download(call), Wishes(received=True), on_end)

    def upload(self, call: Call) -> None:
        """Send one file and the fields of a form; raises CallError for bad arguments."""
        file = local_file(call.session, call.string("filePath"))

        def on_end(answer: Answer) -> None:
            data = _text(Download(answer.head, answer.body.read()))
            call.ok({**described(answer.head), "data": data})

        self._start(call, make_upload(call, file), Wishes(sent=True), on_end)

    def abort(self, call: Call) -> None:
        """End a task for the program; one that has ended stays as it is."""
        task = self._tasks.get((call.session, call.arguments.get("taskId")))
        if task is not None:
            task.stop(ABORTED)
        call.ok()

    def _start(self, call: Call, request: Request, wishes: Wishes, on_end: OnEnd) -> None:
        request = self._domains.bound(call, request)
        key = (call.session, call.arguments.get("taskId"))

        def over() -> None:
            forget()
            if self._tasks.get(key) is task:
                del self._tasks[key]

        task = NetworkTask(call, wishes, call.later(on_end), over)
        task.cancel = self._network.send(request, task)
        forget = call.session.when_closed(lambda: task.stop(ABORTED))
        self._tasks[key] = task


def keep_download(session: Session, url: str, download: Download) -> str:
    """The URL of a new temporary file with that body; type or address give its suffix.

    Raises CallError if the program has too many of them.
    """
    make_temporary_room(session, len(download.body))
    file, kept = _new_file(session, url, download.head)
    file.write_bytes(download.body)
    return kept


def _new_file(session: Session, url: str, head: Head) -> tuple[Path, str]:
    """A new temporary path and its URL, for the answer of that address."""
    kind = head.header("content-type").partition(";")[0].strip().lower()
    return session.files.new_temporary(suffix_of(kind) or Path(urlsplit(url).path).suffix)


def _size(body: IO[bytes]) -> int:
    size = body.seek(0, os.SEEK_END)
    body.seek(0)
    return size


def _copy(body: IO[bytes], file: Path) -> None:
    with file.open("wb") as written:
        shutil.copyfileobj(body, written)


def _put(session: Session, target: Path, given: str, body: IO[bytes]) -> None:
    make_room_for(session, target, _size(body))
    try:
        _copy(body, target)
    except OSError as error:
        raise refused(error, given) from error


def _text(download: Download) -> str:
    """The body as text, in the charset of its Content-Type or else UTF-8."""
    return download.body.decode(_charset(download.head), "replace").removeprefix("\ufeff")


def _charset(head: Head) -> str:
    found = _CHARSET.search(head.header("content-type"))
    try:
        "".encode(found[1] if found else "utf-8")
    except LookupError:
        return "utf-8"
    return found[1] if found else "utf-8"


def _binary(download: Download) -> dict[str, object]:
    return {"bytes": base64.b64encode(download.body).decode("ascii")}
