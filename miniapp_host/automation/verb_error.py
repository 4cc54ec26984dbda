"""Why a request from outside was not met."""

from collections.abc import Iterable
from enum import Enum

from miniapp_host.nearest import did_you_mean
from miniapp_host.texts import Sentence, ToldError


class Fault(Enum):
    """Whose fault it is: REFUSED, the phone can't do it now; USAGE, the request is wrong."""

    REFUSED = "refused"
    USAGE = "usage"


class VerbError(ToldError):
    """A request that was not met; `str` is one line for whoever asked."""

    def __init__(self, sentence: str, fault: Fault = Fault.REFUSED) -> None:
        super().__init__(sentence if isinstance(sentence, Sentence) else Sentence(sentence))
        self.fault = fault


class FolderError(VerbError):
    """A data folder that can't be made or used."""


class HungUpError(VerbError):
    """The running phone has ended the connection without an answer: it closes, or has closed."""


def no_such(kind: Sentence, word: str, known: Iterable[str]) -> VerbError:
    """The error for a word that is none of `known`; it names the nearest, else all of them."""
    names = list(known)
    every = Sentence("There are {names}.", names=", ".join(names))
    told = Sentence(
        "There is no {kind} {word}. {remedy}",
        kind=kind,
        word=word,
        remedy=did_you_mean(word, names, every),
    )
    return VerbError(told, Fault.USAGE)
