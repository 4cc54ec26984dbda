"""The phone that verbs act on: a running one, or the memory of one that is switched off."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.programs.library import Program
from miniapp_host.programs.openable import is_archive
from miniapp_host.texts import Sentence

if TYPE_CHECKING:
    from miniapp_host.phone.phone import Phone


class Target(Protocol):
    """What differs between the two."""

    @property
    def memory(self) -> PhoneMemory:
        """What the phone keeps."""
        ...

    @property
    def running(self) -> frozenset[str]:
        """The ids of the programs that are open."""
        ...

    def add(self, path: Path) -> tuple[Program, Sentence | None]:
        """Enter the program in a folder or archive; raises ToldError.

        Given back with what the person must know about another one of its appid.
        """
        ...

    def delete(self, program_id: str) -> None:
        """Delete a program with its decisions and data; raises StoreError."""
        ...


class RunningTarget:
    """A running phone: what it shows changes at once."""

    def __init__(self, phone: "Phone") -> None:
        self._phone = phone
        self.memory = phone.memory

    @property
    def running(self) -> frozenset[str]:
        return frozenset(self._phone.running)

    def add(self, path: Path) -> tuple[Program, Sentence | None]:
        """Enter it; an open program is closed if this one takes its place."""
        program, notice = self.memory.add(path)
        if notice is not None or is_archive(path):
            self._phone.close_program(program.id)
        return program, notice

    def delete(self, program_id: str) -> None:
        self._phone.delete(program_id)


class StoredTarget:
    """The memory of a phone that does not run; the caller holds its claim."""

    def __init__(self, memory: PhoneMemory) -> None:
        self.memory = memory
        self.running: frozenset[str] = frozenset()

    def add(self, path: Path) -> tuple[Program, Sentence | None]:
        return self.memory.add(path)

    def delete(self, program_id: str) -> None:
        self.memory.forget(program_id)
