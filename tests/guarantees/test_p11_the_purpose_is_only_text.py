"""P11: a purpose is shown as text, moves no button and reaches for nothing."""

from PySide6.QtCore import Qt
from PySide6.QtNetwork import QHostAddress, QTcpServer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from miniapp_host.texts import Texts
from tests.guarantees.sheets import Sheet, prompt_of
from tests.guarantees.tally import Tally
from tests.shell.asking.conftest import Watch

PURPOSES = [
    "<b>微信官方</b>",
    "<img src=http://127.0.0.1:{port}/a.png>",
    "<img src='http://127.0.0.1:{port}'/>",
    "<a href=http://127.0.0.1:{port}>Allow</a>",
    "![a](http://127.0.0.1:{port}/a.png)",
    "<style>@import url(http://127.0.0.1:{port})</style>",
    "a<br>b",
    "&lt;b&gt;",
    "[link](file:///etc/passwd)",
    "file:///etc/passwd",
    "<img src=file:///etc/passwd>",
    "<table><tr><td>x",
    "x" * 100_000,
    "名" * 100_000,
    "\n" * 400,
    "a\n" * 400,
    "nul\x00nul",
    "\u202etxt\u202c" * 100,
    "👨‍👩‍👧‍👦" * 100,
    "\ud800",
    "",
]


def test_no_purpose_is_more_than_text(
    screen: QWidget, texts: Texts, watch: Watch, tally: Tally
) -> None:
    server = QTcpServer()
    assert server.listen(QHostAddress.SpecialAddress.LocalHost)
    for purpose in PURPOSES:
        given = purpose.replace("{port}", str(server.serverPort()))
        sheet = Sheet(screen, texts, watch, prompt_of(purpose=given))
        QApplication.processEvents()
        for name in ("reject", "allow"):
            left, top, width, height = sheet.place(name)
            inside = left >= 24 and left + width <= 390 - 24
            tally.add(inside and top + height == 844 - 64, (purpose[:20], name))
        label = sheet.dialog.findChild(QLabel, "purpose")
        plain = label is None or label.textFormat() is Qt.TextFormat.PlainText
        tally.add(plain, purpose[:20])
        sheet.withdraw()
    tally.add(not server.hasPendingConnections(), "somebody connected")
    server.close()
