"""The row in which the person types a delay and a rate of their own."""

from PySide6.QtCore import Signal

from miniapp_host.devices.conditions import NetworkConditions
from miniapp_host.shell.inspector.tool_band import ToolBand
from miniapp_host.shell.inspector.tool_button import ToolButton
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.device.limit_fields import LimitFields
from miniapp_host.texts import Texts

_WIDTH = 110


class LimitBand(ToolBand):
    """Shows what holds, and says `wished` with the conditions that the person wants."""

    wished = Signal(object)

    def __init__(self, conditions: NetworkConditions, texts: Texts) -> None:
        super().__init__()
        self.setObjectName("networkLimits")
        self._fields = LimitFields("network", texts, self)
        self._fields.wished.connect(self.wished)
        fields = (self._fields.latency, self._fields.rate)
        for title, field in zip(self._fields.titles, fields, strict=True):
            self.row.addWidget(PlainLabel(title, pixels=13, tone="fg_1"))
            field.setFixedWidth(_WIDTH)
            self.row.addWidget(field)
        close = ToolButton("close", texts("Close"))
        close.setObjectName("networkLimitsClose")
        close.clicked.connect(self.hide)
        self.row.addStretch(1)
        self.row.addWidget(close)
        bound_watch(self._fields, conditions.watch, self._fields.show_conditions)
        self._fields.show_conditions(conditions.present)

    def begin(self) -> None:
        """Show the row with the focus in its first field."""
        self.show()
        self._fields.latency.setFocus()
