"""All verbs of a running phone, by method."""

from miniapp_host.automation.memory_verbs import verbs_of_target
from miniapp_host.automation.prompt_verbs import PromptVerbs
from miniapp_host.automation.requests import Verb
from miniapp_host.automation.target import RunningTarget
from miniapp_host.automation.window_verbs import WindowVerbs
from miniapp_host.permissions.decisions import Actor
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone


def verbs_of_phone(phone: Phone, options: Options, actor: Actor) -> dict[str, Verb]:
    """What the phone, which was started with `options`, can be asked; `actor` decides."""
    return {
        **WindowVerbs(phone, options).verbs(),
        **PromptVerbs(phone, actor).verbs(),
        **verbs_of_target(RunningTarget(phone), options.version, actor),
    }
