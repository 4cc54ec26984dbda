"""A phone without a screen: every device real, screen, clock and person played by the test."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from miniapp_host import paths
from miniapp_host.api.calls.screen import (
    ActionSheet,
    Confirmation,
    Metrics,
    Modal,
    ModalAnswer,
    Toast,
)
from miniapp_host.api.calls.session import Launch, Session, Taps
from miniapp_host.api.families import make_dispatcher
from miniapp_host.api.network.domains import Domains
from miniapp_host.devices.album import Album, Media
from miniapp_host.devices.avatars import NetworkWithAvatars
from miniapp_host.devices.battery import Battery
from miniapp_host.devices.book import Book, Entry
from miniapp_host.devices.books import Books
from miniapp_host.devices.clipboard import PhoneClipboard
from miniapp_host.devices.conditions import NetworkConditions
from miniapp_host.devices.devices import Devices
from miniapp_host.devices.display import Display
from miniapp_host.devices.favourites import Favourites
from miniapp_host.devices.following_network import FollowingNetwork
from miniapp_host.devices.identity import SimulatedIdentity
from miniapp_host.devices.location import SimulatedLocation
from miniapp_host.devices.motion import Motion
from miniapp_host.devices.network import Head, Receiver, Request
from miniapp_host.devices.place import Place
from miniapp_host.devices.preferences import Preferences
from miniapp_host.devices.profile import SimulatedProfile
from miniapp_host.devices.replay import Replay
from miniapp_host.devices.sockets import SocketListener, SocketRequest
from miniapp_host.devices.steps import SimulatedSteps
from miniapp_host.devices.switches import Switch, Switches
from miniapp_host.devices.traced import TracedNetwork, TracedSockets
from miniapp_host.devices.traffic import Traffic
from miniapp_host.devices.weak_network import WeakNetwork
from miniapp_host.devices.weak_sockets import WeakSockets
from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.prompts import Answer, Prompt
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.phone.square_picture import square_png
from miniapp_host.programs.boot import Arrival
from miniapp_host.programs.files import ProgramFiles
from miniapp_host.programs.open_error import OpenError
from miniapp_host.programs.package import Package
from miniapp_host.programs.storage import ProgramStorage
from miniapp_host.texts import Language, Texts

Result = dict[str, object]


@dataclass
class FakeClock:
    """Time passes only when the test says so."""

    time: float = 1_000_000.0
    _due: list[tuple[float, float | None, Callable[[], None], list[bool]]] = field(
        default_factory=list
    )

    def now(self) -> float:
        return self.time

    def after(self, seconds: float, callback: Callable[[], None]) -> Callable[[], None]:
        return self._add(seconds, None, callback)

    def every(self, seconds: float, callback: Callable[[], None]) -> Callable[[], None]:
        return self._add(seconds, seconds, callback)

    @property
    def running(self) -> int:
        return sum(not cancelled[0] for *_, cancelled in self._due)

    def advance(self, seconds: float) -> None:
        end = self.time + seconds
        while self._due and min(self._due, key=lambda one: one[0])[0] <= end:
            one = min(self._due, key=lambda one: one[0])
            self._due.remove(one)
            self.time, interval, callback, cancelled = one
            if cancelled[0]:
                continue
            if interval is not None:
                self._due.append((self.time + interval, interval, callback, cancelled))
            callback()
        self.time = end

    def _add(
        self, seconds: float, interval: float | None, callback: Callable[[], None]
    ) -> Callable[[], None]:
        cancelled = [False]
        self._due.append((self.time + seconds, interval, callback, cancelled))

        def cancel() -> None:
            cancelled[0] = True

        return cancel


@dataclass
class FakeScreen:
    """Remembers what it was asked to show; the test plays the person."""

    measures: Metrics = field(default_factory=Metrics)
    settings_open: bool = False
    toasts: list[Toast] = field(default_factory=list)
    hidden: list[bool] = field(default_factory=list)
    modals: list[tuple[Modal, Callable[[ModalAnswer], None]]] = field(default_factory=list)
    sheets: list[tuple[ActionSheet, Callable[[int | None], None]]] = field(default_factory=list)
    panels: list[Callable[[], None]] = field(default_factory=list)
    switches: list[tuple[tuple[Switch, ...], Callable[[], None]]] = field(default_factory=list)
    picture_choices: list[tuple[int, Callable[[tuple[Path, ...]], None]]] = field(
        default_factory=list
    )
    place_choices: list[tuple[Place | None, Callable[[Place | None], None]]] = field(
        default_factory=list
    )
    previews: list[tuple[tuple[str, ...], int]] = field(default_factory=list)
    entry_choices: list[tuple[Book, Callable[[Entry | None], None]]] = field(default_factory=list)
    confirmations: list[tuple[Confirmation, Callable[[bool], None]]] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    contracts: int = 0
    saves: list[tuple[str, Callable[[Path | None], None]]] = field(default_factory=list)
    heights: list[int] = field(default_factory=list)
    documents: list[tuple[str, int]] = field(default_factory=list)
    scans: list[Callable[[str | None], None]] = field(default_factory=list)

    def metrics(self) -> Metrics:
        return self.measures

    def show_toast(self, toast: Toast) -> None:
        self.toasts.append(toast)

    def hide_toast(self, loading: bool) -> None:
        self.hidden.append(loading)

    def show_modal(self, modal: Modal, on_answer: Callable[[ModalAnswer], None]) -> None:
        self.modals.append((modal, on_answer))

    def show_action_sheet(
        self, sheet: ActionSheet, on_choice: Callable[[int | None], None]
    ) -> None:
        self.sheets.append((sheet, on_choice))

    def open_settings(self, on_closed: Callable[[], None]) -> None:
        self.settings_open = True
        self.panels.append(on_closed)

    def open_switches(self, wanted: tuple[Switch, ...], on_closed: Callable[[], None]) -> None:
        self.switches.append((wanted, on_closed))

    def choose_pictures(
        self,
        count: int,
        on_chosen: Callable[[tuple[Path, ...]], None],
        media: Media = Media.PICTURES,
    ) -> None:
        self.picture_choices.append((count, on_chosen))
        self.media.append(media)

    def choose_entry(self, book: Book, on_chosen: Callable[[Entry | None], None]) -> None:
        self.entry_choices.append((book, on_chosen))

    def confirm(self, what: Confirmation, on_answer: Callable[[bool], None]) -> None:
        self.confirmations.append((what, on_answer))

    def show_contract(self) -> None:
        self.contracts += 1

    def save_file(self, name: str, on_place: Callable[[Path | None], None]) -> None:
        self.saves.append((name, on_place))

    def ask_for_height(self, height: int) -> None:
        self.heights.append(height)

    def show_document(self, name: str, size: int) -> None:
        self.documents.append((name, size))

    def scan(self, on_scanned: Callable[[str | None], None]) -> None:
        self.scans.append(on_scanned)

    def show_place(self, place: Place) -> None:
        self.places.append(place)

    def choose_place(self, start: Place | None, on_chosen: Callable[[Place | None], None]) -> None:
        self.place_choices.append((start, on_chosen))

    def preview_pictures(self, sources: tuple[str, ...], current: int) -> None:
        self.previews.append((sources, current))

    def press(self, confirm: bool, content: str | None = None) -> None:
        _, on_answer = self.modals[-1]
        on_answer(ModalAnswer(confirm, content))

    def choose(self, entry: Entry | None) -> None:
        _, on_chosen = self.entry_choices[-1]
        on_chosen(entry)

    def answer(self, confirmed: bool) -> None:
        _, on_answer = self.confirmations[-1]
        on_answer(confirmed)

    def leave_settings(self) -> None:
        self.settings_open = False
        self.panels[-1]()


@dataclass
class Exchange:
    """One request that a program sent; the test plays the server."""

    request: Request
    receiver: Receiver
    cancelled: bool = False

    def answer(self, body: bytes = b"", status: int = 200, **headers: str) -> None:
        names = ((name.replace("_", "-"), value) for name, value in headers.items())
        self.receiver.head(Head(status, tuple(names)))
        self.receiver.bytes(body)
        self.receiver.done()


class FakeNetwork:
    """Nothing is answered before the test does."""

    def __init__(self) -> None:
        self.exchanges: list[Exchange] = []

    @property
    def last(self) -> Exchange:
        return self.exchanges[-1]

    def send(self, request: Request, receiver: Receiver) -> Callable[[], None]:
        exchange = Exchange(request, receiver)
        self.exchanges.append(exchange)

        def cancel() -> None:
            exchange.cancelled = True

        return cancel


@dataclass
class FakeSocket:
    """A connection; the test plays the server."""

    request: SocketRequest
    listener: SocketListener
    sent: list[str | bytes] = field(default_factory=list)
    closing: tuple[int, str] | None = None
    dropped: bool = False
    unsent: int = 0

    def send(self, message: str | bytes) -> None:
        self.sent.append(message)

    def close(self, code: int, reason: str) -> None:
        self.closing = (code, reason)

    def drop(self) -> None:
        self.dropped = True


class FakeSockets:
    def __init__(self) -> None:
        self.made: list[FakeSocket] = []

    def open(self, request: SocketRequest, listener: SocketListener) -> FakeSocket:
        self.made.append(FakeSocket(request, listener))
        return self.made[-1]


class FakePrompter:
    """Shows nothing; the test answers with `press`."""

    def __init__(self) -> None:
        self.asked: list[Prompt] = []
        self.withdrawn: list[Prompt] = []
        self._on_answer: Callable[[Answer], None] | None = None

    def ask(self, prompt: Prompt, on_answer: Callable[[Answer], None]) -> None:
        self.asked.append(prompt)
        self._on_answer = on_answer

    def withdraw(self, prompt: Prompt) -> None:
        self.withdrawn.append(prompt)
        self._on_answer = None

    @property
    def shown(self) -> bool:
        return self._on_answer is not None

    def press(self, answer: Answer) -> None:
        assert self._on_answer is not None, "no prompt is shown"
        on_answer, self._on_answer = self._on_answer, None
        on_answer(answer)


@dataclass
class FakeNeighbours:
    """`names` are the other programs by appid; those in `running` can be gone back to."""

    names: dict[str, str] = field(default_factory=dict)
    running: set[str] = field(default_factory=set)
    entered: list[tuple[str, str | None, Arrival]] = field(default_factory=list)

    def name_of(self, appid: str) -> str | None:
        return self.names.get(appid)

    def enter(self, appid: str, page: str | None, arrival: Arrival) -> None:
        if page == "pages/gone":
            raise OpenError("The program has no page pages/gone.")
        self.entered.append((appid, page, arrival))

    def go_back_to(self, appid: str, arrival: Arrival) -> bool:
        self.entered.append((appid, None, arrival))
        return appid in self.running


class OpenProgram:
    """One opened program, and everything it has heard."""

    def __init__(self, phone: "Phone", session: Session, screen: FakeScreen) -> None:
        self.phone = phone
        self.session = session
        self.screen = screen

    events: list[tuple[str, Mapping[str, object]]]
    console: list[tuple[str, str]]

    def call(self, name: str, arguments: object = None) -> list[Result]:
        """The list that the answer will be in, once there is one."""
        answers: list[Result] = []
        self.phone.dispatcher.dispatch(self.session, name, arguments, answers.append)
        return answers

    def result(self, name: str, arguments: object = None) -> Result:
        """The answer of a call that answers at once."""
        (answer,) = self.call(name, arguments)
        json.dumps(answer, allow_nan=False)
        return answer

    def message(self, name: str, arguments: object = None) -> object:
        return self.result(name, arguments)["errMsg"]

    def sync(self, name: str, *arguments: object) -> Result:
        answer = self.phone.dispatcher.answer_sync(self.session, name, list(arguments))
        json.dumps(answer, allow_nan=False)
        return answer

    def tap(self) -> None:
        self.session.taps.record()

    def decide(self, scope: str, granted: bool) -> None:
        decision = Decision.GRANTED if granted else Decision.DENIED
        self.phone.store.decide(self.session.subject, scope, decision, Actor.SETTINGS)

    def decision(self, scope: str) -> Decision:
        return self.phone.store.decision(self.session.subject, scope)

    def temporary(self, body: bytes, suffix: str = ".png") -> str:
        file, url = self.session.files.new_temporary(suffix)
        file.write_bytes(body)
        return url

    def close(self) -> None:
        self.phone.dispatcher.close(self.session)


class Phone:
    """Everything but Qt, in a folder of the test's own."""

    def __init__(self, folder: Path, domains: Domains | None = None) -> None:
        self.folder = folder
        (folder / "album").mkdir()
        self.clock = FakeClock()
        self.texts = Texts(Language.ZH, paths.resources() / "i18n")
        self.preferences = Preferences(folder / "preferences.json")
        self.database = Database(None)
        self.store = PermissionStore(self.database, self._time)
        self.prompter = FakePrompter()
        self.store_errors: list[StoreError] = []
        self.broker = Broker(self.store, self.prompter, self.store_errors.append)
        self.album = Album(folder / "album")
        self.clipboard = PhoneClipboard()
        self.battery = Battery(self.preferences)
        self.display = Display(self.preferences)
        self.identity = SimulatedIdentity(self.preferences)
        self.motion = Motion(self.preferences)
        self.location = SimulatedLocation(self.preferences)
        self.network = FakeNetwork()
        self.sockets = FakeSockets()
        self.owner = SimulatedProfile(self.preferences, folder / "profile")
        self.switches = Switches(self.preferences)
        self.books = Books.of(self.preferences)
        self.steps = SimulatedSteps(self.preferences, self.clock.now)
        self.storage = ProgramStorage(self.database)
        self.conditions = NetworkConditions(self.preferences)
        self.traffic = Traffic(self.clock)
        known = NetworkWithAvatars(self.network, self.owner, square_png, self.clock.after)
        weak = WeakNetwork(known, self.conditions, self.clock)
        devices = Devices(
            album=self.album,
            battery=self.battery,
            books=self.books,
            clipboard=self.clipboard,
            clock=self.clock,
            conditions=self.conditions,
            display=self.display,
            favourites=Favourites(self.preferences),
            identity=self.identity,
            location=self.location,
            motion=self.motion,
            network=TracedNetwork(FollowingNetwork(weak, self.clock), self.traffic),
            profile=self.owner,
            replay=Replay(self.location, self.clock),
            sockets=TracedSockets(
                WeakSockets(self.sockets, self.conditions, self.clock), self.traffic
            ),
            steps=self.steps,
            switches=self.switches,
            traffic=self.traffic,
        )
        self.neighbours = FakeNeighbours()
        self.dispatcher = make_dispatcher(
            devices, self.store, self.broker, self.neighbours, domains
        )

    def _time(self) -> datetime:
        return datetime.fromtimestamp(self.clock.now(), UTC)

    def open(
        self,
        name: str = "nearby",
        version: str = "develop",
        files: Mapping[str, bytes] | None = None,
        screen: FakeScreen | None = None,
        **app: object,
    ) -> OpenProgram:
        """Opens a program with this in its app.json; the app's name is its id."""
        package = Package.open(self._write(name, app, files or {}))
        shown = screen or FakeScreen()
        events: list[tuple[str, Mapping[str, object]]] = []
        console: list[tuple[str, str]] = []
        session = Session(
            subject=Subject(name, version),
            package=package,
            files=ProgramFiles(self.folder / "files" / name),
            storage=self.storage,
            screen=shown,
            taps=Taps(self.clock),
            texts=self.texts,
            emit=lambda event, detail: events.append((event, detail)),
            log=lambda level, text: console.append((level, text)),
            launch=Launch("pages/index/index", {"from": "test"}),
        )
        program = OpenProgram(self, session, shown)
        program.events, program.console = events, console
        return program

    def _write(self, name: str, app: Mapping[str, object], files: Mapping[str, bytes]) -> Path:
        root = self.folder / "programs" / name
        page = root / "pages" / "index"
        page.mkdir(parents=True, exist_ok=True)
        (root / "app.json").write_text(json.dumps({"pages": ["pages/index/index"], **app}))
        (root / "app.js").write_text("App({})")
        project = {"appid": f"wx{name}", "projectname": name.title()}
        (root / "project.config.json").write_text(json.dumps(project))
        for suffix, text in (("wxml", ""), ("js", "Page({})")):
            (page / f"index.{suffix}").write_text(text)
        for path, body in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(body)
        return root
