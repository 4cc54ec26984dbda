"""The kinds of prompts, as people and scripts write them."""

from miniapp_host.api.calls.screen import Matter
from miniapp_host.automation.verb_error import no_such
from miniapp_host.texts import Sentence

AUTHORIZE, MODAL = "authorize", "modal"
KINDS = (AUTHORIZE, *(matter.value for matter in Matter), MODAL)


def kind_named(word: str) -> str:
    """A kind of prompt; raises VerbError for another word."""
    if word not in KINDS:
        raise no_such(Sentence("kind"), word, KINDS)
    return word
