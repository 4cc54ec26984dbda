"""The one QWebChannel object between a program's runtime and the host: text in, text out."""

from PySide6.QtCore import QObject, Signal, Slot


class Bridge(QObject):
    """`received` carries what the runtime says, `sent` what the host says; both are JSON texts."""

    received = Signal(str)
    sent = Signal(str)

    @Slot(str)
    def receive(self, text: str) -> None:
        self.received.emit(text)
