"""The phone that verbs act on: a running one, or the memory of one that is switched off."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from miniapp_host.devices.conditions import NetworkConditions
from miniapp_host.devices.location import SimulatedLocation
from miniapp_host.devices.switches import Switches
from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.programs.library import Program

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

    @property
    def location(self) -> SimulatedLocation:
        """Where the phone is."""
        ...

    @property
    def switches(self) -> Switches:
        """The phone's own switches."""
        ...

    @property
    def conditions(self) -> NetworkConditions:
        """How good its connection is."""
        ...

    def add(self, folder: Path) -> Program:
        """Enter the program in `folder`; raises ToldError."""
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

    @property
    def location(self) -> SimulatedLocation:
        return self._phone.programs.devices.location

    @property
    def switches(self) -> Switches:
        return self._phone.programs.devices.switches

    @property
    def conditions(self) -> NetworkConditions:
        return self._phone.programs.devices.conditions

    def add(self, folder: Path) -> Program:
        """Enter it; an open program of the same appid from another folder is closed."""
        clash = self.memory.library.name_clash(folder)
        program = self.memory.enter(folder)
        if clash is not None and clash.folder != program.folder:
            self._phone.close_program(program.id)
        return program

    def delete(self, program_id: str) -> None:
        self._phone.delete(program_id)


class StoredTarget:
    """The memory of a phone that does not run; the caller holds its claim."""

    def __init__(self, memory: PhoneMemory) -> None:
        self.memory = memory
        self.running: frozenset[str] = frozenset()
        self.location = SimulatedLocation(memory.preferences)
        self.switches = Switches(memory.preferences)
        self.conditions = NetworkConditions(memory.preferences)

    def add(self, folder: Path) -> Program:
        return self.memory.enter(folder)

    def delete(self, program_id: str) -> None:
        self.memory.forget(program_id)
