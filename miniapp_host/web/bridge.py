"""The QWebChannel object between a program's runtime and the host; both sides exchange texts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot


class Bridge(QObject):
    """The runtime calls `exchange` and listens to `sent`; all texts are batches of JSON messages.

    Only the page says `tapped`, of itself: no text that comes out of a program can be a tap.
    """

    sent = Signal(str)
    all_read = Signal()
    """The batch whose answer began with UNREAD has been read to its end."""
    text_wanted = Signal(bool)
    """Whether the page must tell what it shows from now on."""
    page_opened = Signal()
    """The page listens now; what was said before, it has not heard."""
    text_shown = Signal(str)
    """The text of the page in front; only while it is wanted."""

    page_masked = Signal(int, bool)
    """A sheet with a mask has come up in the page of that number, or goes."""
    page_grounded = Signal(int, bool)
    """The page of that number is dark at its bottom now, or light."""

    page_settled = Signal()
    """The page in front is the only one that is seen: the one before has slid away."""

    spoke_early = False
    """Whether something was said before it was known who hears it."""
    _exchange: Callable[[str], str] | None = None
    _closed = False
    _on_tap: Callable[[], None]
    _on_measured: Callable[[int, str], None]

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted_functions: list[str] = []

    def want_function(self, code: str) -> None:
        """Let the page run this function, once, for a script that drives the program."""
        self._wanted_functions.append(code)

    def lead_to(
        self,
        exchange: Callable[[str], str],
        on_tap: Callable[[], None],
        on_measured: Callable[[int, str], None],
    ) -> None:
        """Let these hear what is said from now on."""
        self._exchange = exchange
        self._on_tap = on_tap
        self._on_measured = on_measured

    @Slot(str, result=str)
    def exchange(self, text: str) -> str:
        """What the host answers to `text` at once; empty if nothing, and after `close`.

        The page says nothing more until a batch is read: see `RuntimeLink.exchange`.
        """
        self.spoke_early = self.spoke_early or not (self._exchange or self._closed)
        return self._exchange(text) if self._exchange else ""

    @Slot()
    def tapped(self) -> None:
        """The person has tapped something of the program's that listens to taps."""
        if self._exchange:
            self._on_tap()

    @Slot(str, result=bool)
    def takes_function(self, code: str) -> bool:
        """Whether the page may run this function: the program can order any, and wants none."""
        wanted = code in self._wanted_functions
        if wanted:
            self._wanted_functions.remove(code)
        return wanted

    @Slot(int, str)
    def measured(self, question: int, facts: str) -> None:
        """The page answers a question of the waiting service; `facts` is JSON."""
        if self._exchange:
            self._on_measured(question, facts)

    @Slot()
    def opened(self) -> None:
        """The page half has connected its slots."""
        self.page_opened.emit()

    @Slot(str)
    def shows(self, text: str) -> None:
        """The page in front shows `text` now."""
        if self._exchange:
            self.text_shown.emit(text)

    @Slot(int, bool)
    def masked(self, page: int, up: bool) -> None:
        """A sheet has come up in the page of that number, or goes."""
        if self._exchange:
            self.page_masked.emit(page, up)

    @Slot()
    def settled(self) -> None:
        """The page before the one in front is not seen any more."""
        if self._exchange:
            self.page_settled.emit()

    @Slot(int, bool)
    def grounded(self, page: int, dark: bool) -> None:
        """The page of that number is dark at its bottom now, or light."""
        if self._exchange:
            self.page_grounded.emit(page, dark)

    def close(self) -> None:
        """Ignore everything that arrives from now on."""
        self._closed = True
        self._exchange = None
