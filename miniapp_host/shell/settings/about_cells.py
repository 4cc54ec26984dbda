"""What the phone is, as rows of its settings: the version, the first steps, the licences."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from miniapp_host import __version__
from miniapp_host.shell.kit.cell import Cell, CellGroup
from miniapp_host.texts import Texts


class AboutCells(CellGroup):
    """The licences open over `screen`."""

    first_steps_wished = Signal()

    def __init__(self, screen: QWidget, texts: Texts) -> None:
        super().__init__(texts("About"))
        self._screen = screen
        self._texts = texts
        self.add(Cell("MiniApp Host", note=__version__)).setObjectName("hostVersion")
        steps = Cell(texts("Show the first steps"), clickable=True, chevron=True)
        steps.setObjectName("hostFirstSteps")
        steps.clicked.connect(self.first_steps_wished)
        licences = Cell(texts("Open-source licences"), clickable=True, chevron=True)
        licences.setObjectName("hostLicences")
        licences.clicked.connect(self._on_licences_clicked)
        self.add(steps)
        self.add(licences)

    def _on_licences_clicked(self) -> None:
        from miniapp_host.shell.settings.licences_page import LicencesPage

        LicencesPage(self._screen, self._texts).open()
