"""The program that clients of the wire drive."""

from miniapp_host.automation.verb_error import VerbError
from miniapp_host.permissions.decisions import Subject
from miniapp_host.phone.phone import Phone
from miniapp_host.phone.program import OpenProgram
from miniapp_host.texts import Sentence


class Driven:
    """One program on `phone`, whichever of its runs is the present one."""

    def __init__(self, phone: Phone, program_id: str) -> None:
        self.phone = phone
        self.id = program_id

    @property
    def subject(self) -> Subject:
        """The program in the version that runs."""
        return self.phone.programs.subject(self.id)

    @property
    def program(self) -> OpenProgram:
        """The program while it is open; raises VerbError."""
        running = self.phone.running.get(self.id)
        if running is None:
            raise VerbError(Sentence("The program is not open."))
        return running
