"""A receiver for tests."""

from dataclasses import dataclass, field
from typing import Any

from miniapp_host.devices.network import Head, Trouble


@dataclass
class Heard:
    """Writes down all that is said of one request."""

    words: list[Any] = field(default_factory=list)

    def sent(self, count: int, total: int) -> None:
        self.words.append(("sent", count, total))

    def head(self, head: Head) -> None:
        self.words.append(("head", head.status))

    def bytes(self, chunk: bytes) -> None:
        self.words.append(("bytes", chunk))

    def done(self) -> None:
        self.words.append("done")

    def failed(self, trouble: Trouble) -> None:
        self.words.append(trouble)
