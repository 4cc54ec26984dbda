"""The flows as a suite of minitest, for the program that the environment names."""

import os
from collections.abc import Callable
from typing import Any

import minium
from minium.miniprogram.base_driver import minium_log

from tests.clients.minium_flows import FLOWS, Flow

minium_log.existFlag = 1  # nothing is reported to its makers


class FlowTest(minium.MiniTest):
    """One test for each flow; minitest runs them by name, so that the names keep the order."""


def _test_of(flow: Flow) -> Callable[[Any], None]:
    def test(self: Any) -> None:  # minitest reads its source: no partial method
        flow(self.mini)

    return test


for _number, _flow in enumerate(FLOWS[os.environ["PROGRAM"]]):
    setattr(FlowTest, f"test_{_number:02}_{_flow.__name__}", _test_of(_flow))
