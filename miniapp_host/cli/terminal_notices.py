"""Writes on the terminal what is told while a command runs, in the command's language."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from miniapp_host.texts import TERMINAL, Texts


@contextmanager
def told_on_terminal(texts: Texts) -> Iterator[None]:
    """Inside, each sentence of `tell_terminal` is a line on standard error."""
    lines = _Lines(texts)
    TERMINAL.addHandler(lines)
    try:
        yield
    finally:
        TERMINAL.removeHandler(lines)


class _Lines(logging.Handler):
    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts

    def emit(self, record: logging.LogRecord) -> None:
        print(f"miniapp-host: {self._texts.said(record.msg)}", file=sys.stderr, flush=True)
