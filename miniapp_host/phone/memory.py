"""What the phone keeps, all in one folder: settings, programs, decisions, what programs stored.

The stores that only an open program reads are made when the first one is opened.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from miniapp_host.devices.battery import Battery
from miniapp_host.devices.conditions import NetworkConditions
from miniapp_host.devices.display import Display
from miniapp_host.devices.preferences import Preferences
from miniapp_host.memory.database import Database
from miniapp_host.programs.library import Library, Program, clash_notice
from miniapp_host.programs.openable import is_archive
from miniapp_host.programs.samples import samples
from miniapp_host.shell.settings.appearance import Appearance
from miniapp_host.texts import Sentence, ToldError

if TYPE_CHECKING:
    from miniapp_host.devices.own_devices import OwnDevices
    from miniapp_host.permissions.decisions import Subject
    from miniapp_host.permissions.store import PermissionStore
    from miniapp_host.programs.files import ProgramFiles
    from miniapp_host.programs.package import Package
    from miniapp_host.programs.starts import Starts
    from miniapp_host.programs.storage import ProgramStorage


PREFERENCES = "preferences.json"
BUSY_SECONDS = 0.06
"""The screen stands still while a statement waits for another process: longer than this is seen.

What did not come through by then failed, and the person may do it again.
"""
OPENING_SECONDS = 0.8
"""A start that can't get the file says so within a second."""
CLOSING_SECONDS = 0.8
"""A start right after the end waits no longer than a second for the folder."""


class PhoneMemory:
    """Everything that is durable, opened; raises StoreError if it can't be read.

    `busy_seconds` is how long a statement waits for another process, `templates` the folder of the
    compiled templates of all programs, `waits_for_disk` as for `Database`.
    """

    def __init__(
        self,
        folder: Path,
        busy_seconds: float = BUSY_SECONDS,
        templates: Path | None = None,
        *,
        waits_for_disk: bool = True,
    ) -> None:
        self.folder = folder
        self.templates = templates or folder / "cache"
        self.database = Database(
            folder / "phone.sqlite", busy_seconds, OPENING_SECONDS, waits_for_disk=waits_for_disk
        )
        self.library = Library(self.database, folder / "programs")
        self.preferences = Preferences(folder / PREFERENCES)
        self.battery = Battery(self.preferences)
        self.conditions = NetworkConditions(self.preferences)
        self.display = Display(self.preferences)
        self.appearance = Appearance(self.preferences)
        self._starts: dict[str, Starts] = {}

    @cached_property
    def store(self) -> "PermissionStore":
        from miniapp_host.permissions.store import PermissionStore

        return PermissionStore(self.database)

    @cached_property
    def own_devices(self) -> "OwnDevices":
        """The devices that the phone's own settings show."""
        from miniapp_host.devices.own_devices import make_own_devices

        return make_own_devices(self.preferences, self.folder)

    @cached_property
    def storage(self) -> "ProgramStorage":
        from miniapp_host.programs.storage import ProgramStorage

        return ProgramStorage(self.database)

    @property
    def notices(self) -> tuple[Sentence, ...]:
        """Messages for the person about damaged data that was put aside."""
        return tuple(said for said in (self.database.notice, self.preferences.notice) if said)

    def missing_samples(self) -> list[Path]:
        """The folders of the sample programs that are not on the phone."""
        known = self.library.program
        return [folder for appid, folder in samples().items() if known(appid) is None]

    def install_samples(self) -> None:
        """Install the sample programs that are missing.

        Raises StoreError, PackageError or ManifestError.
        """
        for folder in self.missing_samples():
            self.library.install(folder)

    def install_samples_once(self) -> None:
        """Install all sample programs on the phone's first start.

        Raises like `install_samples`, and PreferencesError.
        """
        if self.preferences.get("samples") is not True:
            for folder in samples().values():
                self.library.install(folder)
            self.preferences.set("samples", True)

    def enter(self, package: "Package") -> tuple[Program, Sentence | None]:
        """Enter the program of a person's folder into the library; raises ToldError.

        Given back with what the person must know if it took the place of another program.
        One with the same files as the phone's copy takes its place without a word: whoever opens a
        sample from its folder may change it there.
        """
        known = self.library.program(package.appid)
        copy = known if known is not None and known.owned else None
        if copy is not None and copy.folder == package.folder:
            return copy, None  # the copy itself, which entering it from elsewhere would delete
        clash = self.library.clash(package)
        is_same = clash is not None and copy is not None and _has_same_files(copy, package)
        program = self.library.enter(package)
        return program, None if clash is None or is_same else clash_notice(program, clash)

    def add(self, path: Path) -> tuple[Program, Sentence | None]:
        """Enter the program of a folder, as `enter`, or of an archive; raises ToldError."""
        if is_archive(path):
            from miniapp_host.programs.unpacking import install_archive, replaced_notice

            program, before = install_archive(self.library, path)
            return program, replaced_notice(program, before)
        from miniapp_host.programs.reading import read_package

        return self.enter(read_package(path))

    def forget(self, program_id: str) -> None:
        """Delete a program with its decisions and data, all or nothing; raises StoreError."""
        from miniapp_host.programs.template_cache import TemplateCache

        with self.database.transaction():
            self.store.forget(program_id)
            self.storage.forget(program_id)
            self.library.delete(program_id)
        self.database.scrub(program_id)
        TemplateCache(self.templates, program_id).delete()

    def ask_again(self, subject: "Subject") -> None:
        """Take back all decisions about a program, and its privacy contract, as the person wants.

        Raises StoreError or OSError.
        """
        from miniapp_host.api.calls.privacy import agreement_mark
        from miniapp_host.permissions.decisions import Actor

        self.store.take_back(subject, Actor.SETTINGS)
        self.files(subject.program).drop_mark(agreement_mark(subject.version))

    def clear_data(self, program_id: str) -> None:
        """Remove what a program stored and its files; its decisions and the program stay.

        Raises StoreError or OSError.
        """
        self.storage.forget(program_id)
        self.files(program_id).clear()

    def files(self, program_id: str) -> "ProgramFiles":
        """The files that a program makes; very many of them are removed without a wait."""
        from miniapp_host.programs.files import ProgramFiles

        return ProgramFiles(
            self.library.files_dir(program_id), self.library.removals.background.take
        )

    def starts(self, program_id: str) -> "Starts":
        """The starts of a program that the person keeps by name; they are deleted with it."""
        from miniapp_host.programs.starts import Starts

        if program_id not in self._starts:
            self._starts[program_id] = Starts(self.library.files_dir(program_id))
        return self._starts[program_id]

    def close(self) -> None:
        """Close the database; a second call does nothing.

        What is still being removed after a moment is left to the next start.
        """
        self.library.removals.background.wait(CLOSING_SECONDS)
        self.database.close()


def _has_same_files(copy: Program, package: "Package") -> bool:
    """Whether the phone's copy has these very files; a damaged one has not."""
    from miniapp_host.programs.reading import read_package

    try:
        return read_package(copy.folder).same_files(package)
    except ToldError:
        return False
