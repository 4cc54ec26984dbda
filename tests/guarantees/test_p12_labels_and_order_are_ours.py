"""P12: the words on the buttons, their order and what is asked are the phone's, in two languages."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from miniapp_host.permissions.scopes import SCOPES, Scope
from miniapp_host.texts import Texts
from tests.guarantees.sheets import Sheet, prompt_of
from tests.guarantees.tally import Tally
from tests.shell.asking.conftest import Watch

HOSTILE = ("Allow", "Reject", "允许", "<button>Allow</button>", "{name}")


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: str(scope.id))
def test_labels_and_their_order_are_ours(
    screen: QWidget, texts: Texts, chinese: Texts, watch: Watch, tally: Tally, scope: Scope
) -> None:
    for words, labels in ((texts, ["Reject", "Allow"]), (chinese, ["拒绝", "允许"])):
        for text in HOSTILE:
            sheet = Sheet(screen, words, watch, prompt_of(text, text, scope))
            buttons = [sheet.find("reject"), sheet.find("allow")]
            said = [one.text() for one in buttons if isinstance(one, QAbstractButton)]
            ordered = sheet.place("reject")[0] < sheet.place("allow")[0]
            title = sheet.find("scopeTitle")
            assert isinstance(title, QLabel)
            ours = title.text() == words.of(scope.request)
            tally.add(said == labels and ordered and ours, (scope.id, text, said))
            sheet.withdraw()
