"""All verbs, by method: those of a running phone, and those that its memory alone can do."""

from miniapp_host.automation.requests import Verb
from miniapp_host.automation.window_verbs import WindowVerbs
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone


def verbs_of_phone(phone: Phone, options: Options) -> dict[str, Verb]:
    """What a running phone can be asked."""
    return WindowVerbs(phone, options).verbs()
