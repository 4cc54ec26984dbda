"""Asks the phone of a data folder, whether it runs or not."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from miniapp_host.automation.claim import Claim
from miniapp_host.automation.params import Params
from miniapp_host.automation.reach import folder_of, reach
from miniapp_host.automation.requests import Verb
from miniapp_host.automation.verb_error import VerbError
from miniapp_host.memory.database import PATIENT_SECONDS
from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.texts import Sentence, tell_terminal

if TYPE_CHECKING:
    from miniapp_host.automation.local_line import LocalLine

_PAUSE_SECONDS = 0.1

Ask = Callable[[str, Mapping[str, object]], object]
"""Asks for a method with its parameters and gives the result; raises ToldError."""


@contextmanager
def asking(data_dir: Path | None, starts_within: float = 0.0) -> Iterator[Ask]:
    """Inside, the running phone can be asked, or else its memory; raises ToldError.

    A phone that is not yet there is waited for so many seconds. While its memory is asked no phone
    starts over it.
    """
    claim = Claim(folder_of(data_dir))
    line = _reach_within(claim, starts_within)
    if line is not None:
        yield line.ask
        line.close()
        return
    try:
        with _memory_of(claim.folder) as ask:
            yield ask
    finally:
        claim.release()


def _reach_within(claim: Claim, seconds: float) -> "LocalLine | None":
    end = time.monotonic() + seconds
    while (line := reach(claim)) is None and time.monotonic() < end:
        claim.release()  # else no phone could start
        time.sleep(_PAUSE_SECONDS)
    return line


@contextmanager
def _memory_of(folder: Path) -> Iterator[Ask]:
    from miniapp_host.automation.memory_verbs import verbs_of_memory

    memory = PhoneMemory(folder, PATIENT_SECONDS)
    for notice in memory.notices:  # the next phone finds everything mended, and says nothing
        tell_terminal(notice)
    verbs = verbs_of_memory(memory)

    def ask(method: str, params: Mapping[str, object]) -> object:
        return _verb(verbs, method, folder)(Params(params))

    try:
        yield ask
    finally:
        memory.close()


def _verb(verbs: Mapping[str, Verb], method: str, folder: Path) -> Verb:
    verb = verbs.get(method)
    if verb is None:
        raise VerbError(Sentence("No phone runs over {folder}. Start it first.", folder=folder))
    return verb
