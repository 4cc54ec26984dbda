"""P10: whatever a program calls itself, the prompt stays as it is and shows no hidden character."""

import unicodedata

from PySide6.QtWidgets import QLabel, QWidget

from miniapp_host.texts import Texts
from tests.guarantees.sheets import Sheet, prompt_of
from tests.guarantees.tally import Tally
from tests.shell.asking.conftest import Watch

CONTROLS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff"
NAMES = [
    *(f"{mark}微信{mark}支付" for mark in CONTROLS),
    *(mark * 50 for mark in CONTROLS),
    "\U000e0041\U000e0042\U000e007f",
    "a" + "\u0301" * 300,
    "\u0301\u0302",
    "x" * 5_000,
    "W" * 5_000,
    "名" * 5_000,
    "two\nlines\n" * 50,
    "\r\n\t\v\f\x85\u2028\u2029",
    "   ",
    "",
    "\x00",
    "nul\x00nul",
    "微信",
    "微信支付官方" * 100,
    "WeChat",
    "👨‍👩‍👧‍👦" * 40,
    "🏳️‍🌈" * 40,
    "مرحبا بالعالم" * 20,
    "שלום",
    "<h1>Allow</h1>",
    "<img src=x>",
    "&lt;b&gt;",
    "\u115f\u1160\u3164\uffa0",
    "\u2800" * 30,
    "\ufff9\ufffa\ufffb",
    "\ud800",
    "%s%n{0}",
    "a\u034fb",
]


def test_no_name_moves_or_hides_anything(
    screen: QWidget, texts: Texts, watch: Watch, tally: Tally
) -> None:
    plain = Sheet(screen, texts, watch)
    usual = [plain.place(each) for each in ("reject", "allow", "scopeTitle")]
    height = plain.dialog.panel.height()
    plain.withdraw()
    for name in NAMES:
        sheet = Sheet(screen, texts, watch, prompt_of(name=name))
        same = [sheet.place(each) for each in ("reject", "allow", "scopeTitle")] == usual
        label = sheet.find("programName")
        assert isinstance(label, QLabel)
        left, _, width, _ = sheet.place("requesterInfo")
        fits = left + width <= 390 and sheet.dialog.panel.height() == height
        tally.add(same and fits and is_honest(label.text()), (name[:20], label.text()))
        sheet.withdraw()


def is_honest(shown: str) -> bool:
    hidden = [one for one in shown if unicodedata.category(one)[0] == "C"]
    return bool(shown.strip()) and not hidden and len(shown) <= 20


def test_the_true_id_is_a_click_away(
    screen: QWidget, texts: Texts, watch: Watch, tally: Tally
) -> None:
    for name in ("微信", "WeChat", "", "\u202e"):
        sheet = Sheet(screen, texts, watch, prompt_of(name=name))
        sheet.click("requesterInfo")
        shown = sheet.find("appid")
        assert isinstance(shown, QLabel)
        tally.add(shown.isVisible() and shown.text() == "wx0123456789abcdef", name)
        sheet.withdraw()
