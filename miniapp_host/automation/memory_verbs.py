"""The verbs that a phone's memory alone can do, by method."""

from miniapp_host.automation.device_verbs import DeviceVerbs
from miniapp_host.automation.permission_verbs import PermissionVerbs
from miniapp_host.automation.program_verbs import ProgramVerbs
from miniapp_host.automation.requests import Verb
from miniapp_host.automation.target import StoredTarget, Target
from miniapp_host.permissions.decisions import Actor
from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.phone.options import Options


def verbs_of_memory(memory: PhoneMemory) -> dict[str, Verb]:
    """What can be asked of a phone that does not run."""
    return verbs_of_target(StoredTarget(memory), Options().version, Actor.COMMAND)


def verbs_of_target(target: Target, version: str, actor: Actor) -> dict[str, Verb]:
    """What can be asked of every phone, by `actor`; `version` is meant where a request has none."""
    return {
        **PermissionVerbs(target.memory, version, actor).verbs(),
        **ProgramVerbs(target).verbs(),
        **DeviceVerbs(target.memory).verbs(),
    }
