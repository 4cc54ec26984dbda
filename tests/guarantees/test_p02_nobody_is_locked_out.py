"""P2: who clicks without end gets through ten seconds after the prompt came up."""

from PySide6.QtWidgets import QWidget

from miniapp_host.permissions.prompts import Answer
from miniapp_host.texts import Texts
from tests.guarantees.sheets import Sheet
from tests.guarantees.tally import Tally, number
from tests.shell.asking.conftest import Watch


def test_who_clicks_every_moment_gets_through_after_ten_seconds(
    screen: QWidget, texts: Texts, watch: Watch, tally: Tally
) -> None:
    for each in range(number(10, 200)):
        pause = (0.1, 0.2, 0.3, 0.4, 0.49)[each % 5]
        sheet, waited = Sheet(screen, texts, watch), 0.0
        while not sheet.answers and waited < 15.0:
            watch.wait(pause)
            waited += pause
            sheet.click()
        right = sheet.answers == [Answer.ALLOW] and 10.0 <= waited + 0.01 <= 10.0 + 2 * pause
        tally.add(right, (pause, waited))
        sheet.withdraw()
