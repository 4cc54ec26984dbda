"""What a tool outside pytest needs: an offscreen Qt, and what the host itself complains of."""

import logging
import os
import sys
from types import TracebackType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu")


class HostWarnings(logging.Handler):
    """What the host's own code complained of: log lines and exceptions out of Qt slots."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []
        logging.getLogger().addHandler(self)
        sys.excepthook = self._on_exception

    def emit(self, record: logging.LogRecord) -> None:
        cause = record.exc_info[1] if record.exc_info else None
        self.texts.append(
            f"{record.name}: {record.getMessage()}" + (f" {cause!r}" if cause else "")
        )

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.texts.append(f"exception: {error!r} {_last_place(trace)}")
        sys.__excepthook__(kind, error, trace)


def _last_place(trace: TracebackType | None) -> str:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
