"""The walk that is under way on the phone: begins it, feeds it, takes its pictures, reports it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject

from miniapp_host import __version__
from miniapp_host.checks.used_scopes import used_scopes
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.phone.folder_opening import open_folder
from miniapp_host.phone.program import OpenProgram
from miniapp_host.phone.programs import OpenPrograms
from miniapp_host.phone.walk_camera import WalkCamera
from miniapp_host.phone.walk_feed import WalkFeed
from miniapp_host.programs.open_error import OpenError
from miniapp_host.programs.package import Package
from miniapp_host.programs.samples import samples
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.texts import Sentence, ToldError
from miniapp_host.walkthroughs.report import Report, Tested, report_of
from miniapp_host.walkthroughs.report_files import ReportFiles, write_report
from miniapp_host.walkthroughs.shelf import Shelf, shelf_for
from miniapp_host.walkthroughs.walk import Moved, Walk
from miniapp_host.walkthroughs.walkthrough import Offer, Walkthrough
from miniapp_host.walkthroughs.wording import Wording
from miniapp_host.watchers import Unwatch, Watchers


class Walks(QObject):
    """One walk at a time, through the program that was in front when it began."""

    def __init__(
        self,
        programs: OpenPrograms,
        front: Callable[[], OpenProgram | None],
        report_dir: Path,
        parent: QObject,
    ) -> None:
        """`front` gives the program to walk through; reports go to `report_dir` by themselves."""
        super().__init__(parent)
        self.walk: Walk | None = None
        self.files: ReportFiles | None = None
        self._programs = programs
        self._front = front
        self._report_dir = report_dir
        self._brought: tuple[Walkthrough, ...] = ()
        self._read: tuple[Package, tuple[str, ...]] | None = None
        """The package whose scopes were read last, and these: a large one takes a second."""
        self._folder = Path()
        self._tested = Tested("", "", "", "", "", "")
        self._feed: WalkFeed | None = None
        self._camera: WalkCamera | None = None
        self._watchers: Watchers[Walk | None] = Watchers()
        programs.changed.connect(self._on_programs_changed)

    # What a person may choose

    @property
    def program_name(self) -> str:
        """The name of the program that is walked through, or would be; empty if there is none."""
        if self.walk is not None:
            return self._tested.name
        program = self._front()
        return program.session.package.name if program is not None else ""

    @property
    def program_runs(self) -> bool:
        """Whether the program that is walked through is open now."""
        return self._tested.appid in self._programs.running

    def scopes(self) -> tuple[str, ...]:
        """The ids of the scopes that the program in front uses."""
        program = self._front()
        return self._scopes_of(program.session.package) if program is not None else ()

    def shelf(self) -> Shelf:
        """The walkthroughs that suit the program in front."""
        program = self._front()
        if program is None:
            return Shelf((), ())
        package = program.session.package
        shelf = shelf_for(package.folder, package.appid, self._scopes_of(package))
        files = {one.file.absolute() for one in self._brought}
        others = (one for one in shelf.walkthroughs if one.file.absolute() not in files)
        return Shelf((*self._brought, *others), shelf.problems)

    def _scopes_of(self, package: Package) -> tuple[str, ...]:
        if self._read is None or self._read[0] is not package:
            self._read = (package, used_scopes(package))
        return self._read[1]

    def bring(self, walkthrough: Walkthrough) -> None:
        """Put a walkthrough that lies elsewhere in front of the others."""
        self._brought = (walkthrough, *self._brought)
        self._watchers.announce(self.walk)

    def watch(self, callback: Callable[[Walk | None], None]) -> Unwatch:
        """Call `callback` whenever there is another walk, it has moved, or its report is there."""
        return self._watchers.watch(callback)

    # The walk

    def begin(self, walkthrough: Walkthrough, scope: str | None) -> None:
        """Begin a walk through the program in front; a walk that was under way ends."""
        program = self._front()
        if program is None:
            return
        self.end()
        package = program.session.package
        self._folder = package.folder
        self._tested = _tested(package, program.subject.version)
        feed = WalkFeed(self._programs, program.subject, self)
        walk = Walk(walkthrough, scope, feed.present, _now)
        self._camera = WalkCamera(walk, self._programs.parts.window.screen_widget, self)
        self._camera.taken.connect(self._on_camera_taken)
        self.walk, self._feed = walk, feed
        bound_watch(self, walk.watch, self._on_walk_moved)
        feed.begin(walk)
        self._watchers.announce(walk)

    def end(self) -> None:
        """Leave the walk; without a report if none was written."""
        if self._feed is not None and self._camera is not None:
            self._feed.end()
            self._camera.deleteLater()
        self.walk = self.files = self._feed = self._camera = None
        self._watchers.announce(None)

    def close(self) -> None:
        """The phone closes: write the report of a walk that was not finished, and leave it."""
        if self.walk is not None and self.walk.verdicts and self.files is None:
            self.finish()
        self.end()

    def finish(self) -> None:
        """Write the report of the walk as it stands, into the usual folder."""
        if self._camera is not None:
            self._camera.take()
        self.write_report(self._report_dir)

    def write_report(self, folder: Path) -> None:
        """Write the report into a folder; a problem is shown on the phone."""
        report = self.report()
        if report is None:
            return
        try:
            self.files = write_report(report, folder, self._programs.parts.texts)
        except ToldError as problem:
            self._programs.problem_found.emit(problem)
        self._watchers.announce(self.walk)

    def report(self) -> Report | None:
        """The report of the walk as it stands; None if there is no walk."""
        return report_of(self.walk, self._tested, _now()) if self.walk is not None else None

    def wording(self) -> Wording:
        """What the fields in the texts of the walk mean."""
        return Wording(self._tested.name, self.walk.scope if self.walk is not None else None)

    def take_up(self, offer: Offer) -> None:
        """Do what a step offers; a problem is shown on the phone."""
        try:
            self._do(offer)
        except ToldError as problem:
            self._programs.problem_found.emit(problem)

    def _do(self, offer: Offer) -> None:
        appid = self._tested.appid
        scope = self.walk.scope if self.walk is not None else None
        running = self._programs.running.get(appid)
        match offer:
            case Offer.OPEN:
                self._open_again()
            case Offer.RESTART:
                self._programs.restart(appid)
            case Offer.ASK if running is not None and scope is not None:
                running.called("authorize", {"scope": scope}, _hear_nothing)
            case Offer.FORGET if running is not None and scope is not None:
                store, subject = self._programs.parts.memory.store, running.subject
                store.decide(subject, scope, Decision.UNDECIDED, Actor.SETTINGS)
            case Offer.ASK | Offer.FORGET:
                raise OpenError(Sentence("The program is closed. Open it first."))

    def _open_again(self) -> None:
        """Open the program; the phone's own copy is gone once it was deleted, a sample is not."""
        appid = self._tested.appid
        if self._programs.parts.memory.library.program(appid) is not None:
            self._programs.open(appid)
        else:
            open_folder(self._programs, samples().get(appid, self._folder))

    # What happens

    def _on_walk_moved(self, moved: Moved) -> None:
        if self._camera is not None:
            self._camera.hear(moved)
        self.files = None
        self._watchers.announce(self.walk)

    def _on_programs_changed(self) -> None:
        """The program of the walk may have closed, or come back."""
        if self.walk is not None:
            self._watchers.announce(self.walk)

    def _on_camera_taken(self) -> None:
        """The picture of the last step is taken: the report is whole."""
        if self.walk is not None and self.walk.finished and self.files is None:
            self.write_report(self._report_dir)


def _tested(package: Package, kind: str) -> Tested:
    return Tested(
        name=package.name,
        appid=package.appid,
        kind=kind,
        version=package.version or "",
        folder=str(package.folder),
        host=f"MiniApp Host {__version__}",
    )


def _now() -> datetime:
    return datetime.now(UTC)


def _hear_nothing(_result: object) -> None:
    """The answer to a call that the phone made in the program's name."""
