"""Lists, adds and deletes programs."""

from miniapp_host.automation.known_program import known_program
from miniapp_host.automation.params import Params
from miniapp_host.automation.requests import Verb
from miniapp_host.automation.target import Target
from miniapp_host.programs.library import Program

LIST = "Host.getPrograms"
ADD = "Host.addProgram"
DELETE = "Host.deleteProgram"


class ProgramVerbs:
    """The verbs over one phone."""

    def __init__(self, target: Target) -> None:
        self._target = target

    def verbs(self) -> dict[str, Verb]:
        """The verbs by method."""
        return {LIST: self.list, ADD: self.add, DELETE: self.delete}

    def list(self, _params: Params) -> object:
        """Every program, the last used first."""
        return [self._told(program) for program in self._target.memory.library.programs()]

    def add(self, params: Params) -> object:
        """Enter the program in "folder", which stays where it is, or unpack the archive there."""
        program, notice = self._target.add(params.path("folder"))
        return {**self._told(program), "notice": str(notice) if notice else None}

    def delete(self, params: Params) -> object:
        """Delete the program "appid" with its decisions and data; a person's folder stays."""
        program = known_program(self._target.memory, params)
        told = self._told(program)
        self._target.delete(program.id)
        return told

    def _told(self, program: Program) -> dict[str, object]:
        used = program.last_used
        return {
            "appid": program.id,
            "name": program.name,
            "folder": str(program.folder),
            "owned": program.owned,
            "lastUsed": used.isoformat(timespec="milliseconds") if used else None,
            "running": program.id in self._target.running,
        }
