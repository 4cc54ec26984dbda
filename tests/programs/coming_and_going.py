"""A second process that installs and deletes one program for ever; a test kills it.

`python -m tests.programs.coming_and_going DATA_FOLDER PROGRAM_FOLDER` says a line after each.
"""

import sys
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.programs.library import Library
from miniapp_host.programs.storage import ProgramStorage

APPID = "wx0123456789abcdef"
SUBJECT = Subject(APPID, "develop")


class Phone:
    """All that keeps something about a program."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder / "phone.sqlite")
        self.store = PermissionStore(self.database)
        self.storage = ProgramStorage(self.database)
        self.library = Library(self.database, folder / "programs")
        self.library.removals.background.wait()

    def bring(self, program: Path) -> None:
        """Install the program, decide and store something, write a file; in no single step."""
        self.library.install(program)
        self.store.decide(SUBJECT, "scope.userLocation", Decision.GRANTED, Actor.PROMPT)
        self.storage.set(APPID, "key", "1")
        files = self.library.files_dir(APPID)
        files.mkdir(parents=True, exist_ok=True)
        (files / "own.txt").write_text("mine", "utf-8")

    def delete(self) -> None:
        """As the application does it."""
        with self.database.transaction():
            self.store.forget(APPID)
            self.storage.forget(APPID)
            self.library.delete(APPID)

    def traces(self) -> dict[str, bool]:
        """What there is of the program."""
        program = self.library.program(APPID)
        return {
            "entry": program is not None,
            "folder": program is not None and (program.folder / "app.json").exists(),
            "decision": self.store.decisions(SUBJECT) != {},
            "value": self.storage.get(APPID, "key") is not None,
            "file": (self.library.files_dir(APPID) / "own.txt").exists(),
        }


def main(folder: str, program: str) -> None:
    phone = Phone(Path(folder))
    while True:
        phone.bring(Path(program))
        sys.stdout.write("there\n")
        sys.stdout.flush()
        phone.delete()
        sys.stdout.write("gone\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
