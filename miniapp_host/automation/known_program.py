"""Finds the program that a request names, and which of its versions."""

from miniapp_host.automation.params import Params
from miniapp_host.automation.verb_error import VerbError, no_such
from miniapp_host.nearest import did_you_mean
from miniapp_host.permissions.decisions import Subject
from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.programs.library import Program
from miniapp_host.texts import Sentence

VERSION_TYPES = ("develop", "trial", "release")


def known_program(memory: PhoneMemory, params: Params) -> Program:
    """The program whose appid is under "appid"; raises VerbError if the phone has none."""
    appid = params.text("appid")
    found = memory.library.program(appid)
    if found is None:
        known = [program.id for program in memory.library.programs()]
        raise VerbError(
            Sentence(
                "There is no program {id} on this phone. {remedy}",
                id=appid,
                remedy=did_you_mean(
                    appid, known, Sentence("miniapp-host programs list names them.")
                ),
            )
        )
    return found


def subject_in(memory: PhoneMemory, params: Params, version: str) -> Subject:
    """The program under "appid" in the version under "versionType", else in `version`."""
    asked = params.text_or_none("versionType") or version
    if asked not in VERSION_TYPES:
        raise no_such(Sentence("version type"), asked, VERSION_TYPES)
    return Subject(known_program(memory, params).id, asked)
