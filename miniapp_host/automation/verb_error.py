"""Why a request from outside was not met."""

from enum import Enum

from miniapp_host.texts import ToldError


class Fault(Enum):
    """Whose fault it is: REFUSED, the phone can't do it now; USAGE, the request is wrong."""

    REFUSED = "refused"
    USAGE = "usage"


class VerbError(ToldError):
    """A request that was not met; `str` is one line for whoever asked."""

    def __init__(self, sentence: str, fault: Fault = Fault.REFUSED) -> None:
        super().__init__(sentence)
        self.fault = fault
