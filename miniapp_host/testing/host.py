"""What all tests of one run share: how the phone is built, and for which program."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import build
from miniapp_host.phone.spare_watchers import SpareWatchers
from miniapp_host.shell.kit.theme import set_motion
from miniapp_host.testing.beginning import Begun, begin
from miniapp_host.testing.known_scopes import KnownScopes
from miniapp_host.testing.person import Person
from miniapp_host.testing.tested_phone import TestedPhone
from miniapp_host.testing.waiting import PATIENCE_SECONDS

A_LOOK_SECONDS = 0.3
"""What the quickest person takes to see what came of a tap."""


@dataclass(frozen=True)
class Wishes:
    """What the person asks of a run; `slow` and `patience` in seconds.

    `templates` is a folder in which compiled templates wait for the next run.
    """

    folder: Path | None = None
    options: Options = field(default_factory=Options)
    headed: bool = False
    slow: float = 0.0
    patience: float = PATIENCE_SECONDS
    templates: Path | None = None


class MiniAppHost:
    """Makes phones for tests, all in this process; `folder` is the program's."""

    def __init__(self, wishes: Wishes, pictures: Path, begun: Begun | None = None) -> None:
        """Begin a run, unless one has `begun`; `close` ends it."""
        self._begun = begun or begin()
        self._known_scopes = KnownScopes()
        self._watchers = SpareWatchers()
        self._wishes = wishes
        self._pictures = pictures
        self._people: list[Person] = []

    @property
    def folder(self) -> Path:
        """The folder of the program that is tested; raises ValueError if none was named."""
        if self._wishes.folder is None:
            raise ValueError(
                "no program is named: call pytest --miniapp FOLDER, "
                "or write miniapp = FOLDER into pytest's settings"
            )
        return self._wishes.folder

    def person(self, data_dir: Path) -> Person:
        """Somebody at a phone with the memory of `data_dir`, who has opened the program.

        `leave` closes the phone; what is still on at the end of the run is closed then.
        """
        person = Person(self.phone(data_dir))
        person.tested.open(self.folder)
        self._people.append(person)
        return person

    def expect_last(self) -> None:
        """Make nothing ready for a later test: the next phone is the last."""
        self._begun.spare.expect_last()

    def close(self) -> None:
        """Close the phones of everybody who has not left."""
        for person in self._people:
            person.leave()
        self._begun.spare.close()
        self._watchers.close()

    def phone(self, data_dir: Path, *, by_hand: bool = False) -> TestedPhone:
        """A phone with the memory of `data_dir`, new if that is empty; its `close` ends it.

        The sample programs are not on it, and what it keeps need not outlast a power cut. What all
        phones of the run share is no program's: its templates are compiled once, and a runtime is
        ready before the next program is opened. With `by_hand` a person's time passes after all
        that is done: what programs begin by timers of their own, a person sees before they go on.
        """
        options = replace(
            self._wishes.options,
            data_dir=data_dir,
            guard_ms=0,
            samples=False,
            waits_for_disk=False,
            templates=self._wishes.templates or self._pictures.with_name("templates"),
            spare=self._begun.spare,
            watchers=self._watchers,
        )
        phone = build(options)
        set_motion(phone.window.screen_widget, on=self._wishes.headed)
        phone.window.show()
        return TestedPhone(
            phone,
            self._pictures,
            slow=max(self._wishes.slow, A_LOOK_SECONDS if by_hand else 0.0),
            patience=self._wishes.patience,
            known_scopes=self._known_scopes,
        )
