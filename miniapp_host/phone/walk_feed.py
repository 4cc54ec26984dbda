"""Tells a walk what happens on the phone, as far as it concerns the walk's program."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from miniapp_host.api.calls.journal import CallRecord
from miniapp_host.devices.switches import Switch
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Change, Decision, Subject
from miniapp_host.permissions.prompts import Prompt
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.phone.program import OpenProgram
from miniapp_host.phone.programs import OpenPrograms
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.walkthroughs.conditions import TextCondition
from miniapp_host.walkthroughs.happenings import (
    Decided,
    Happening,
    PageSeen,
    PromptSeen,
    Switched,
    TextSeen,
    Turn,
)
from miniapp_host.walkthroughs.walk import Moved, Walk


class WalkFeed(QObject):
    """Listens from `begin` on; the program may close and come back meanwhile."""

    def __init__(self, programs: OpenPrograms, subject: Subject, parent: QObject) -> None:
        super().__init__(parent)
        self._programs = programs
        self._parts = programs.parts
        self._subject = subject
        self._walk: Walk | None = None
        self._program: OpenProgram | None = None
        self._in_library = True
        self._text_watched = False

    def present(self) -> Iterator[Happening]:
        """What holds now: decisions, switches, the prompt on the screen, the page in front."""
        yield from self._decisions()
        switches = self._parts.devices.switches
        yield from (Switched(switch, switches.is_on(switch)) for switch in Switch)
        prompt = self._parts.broker.shown
        if prompt is not None and prompt.subject == self._subject:
            yield PromptSeen(prompt.scope.id, prompt.purpose)
        if self._program is not None:
            yield PageSeen(self._program.page)

    def begin(self, walk: Walk) -> None:
        """Tell `walk` from now on what happens."""
        self._walk = walk
        parts = self._parts
        bound_watch(self, parts.journal.watch, self._on_call)
        bound_watch(self, parts.memory.store.watch, self._on_store_change)
        bound_watch(self, parts.broker.watch_shown, self._on_prompt_shown)
        bound_watch(self, parts.devices.switches.watch, self._on_switch_turned)
        bound_watch(self, parts.memory.library.watch, self._on_library_change)
        bound_watch(self, walk.watch, self._on_walk_moved)
        parts.window.program_shown.connect(self._on_window_program_shown)
        parts.window.program_hidden.connect(self._on_window_program_hidden)
        self._programs.changed.connect(self._on_programs_changed)
        self._follow(self._programs.running.get(self._subject.program))
        walk.begin()
        self._watch_text()

    def end(self) -> None:
        """Listen no longer."""
        self._walk = None
        self._watch_text()
        self.deleteLater()

    # What it hears

    def _tell(self, happening: Happening) -> None:
        if self._walk is not None:
            self._walk.hear(happening)

    def _on_call(self, call: CallRecord) -> None:
        if call.subject == self._subject:
            self._tell(call)

    def _on_store_change(self, change: Change) -> None:
        if change.subject == self._subject:
            self._tell(Decided(change.scope, change.decision, change.actor))

    def _on_prompt_shown(self, prompt: Prompt | None) -> None:
        if prompt is not None and prompt.subject == self._subject:
            self._tell(PromptSeen(prompt.scope.id, prompt.purpose))

    def _on_switch_turned(self, switch: Switch) -> None:
        self._tell(Switched(switch, self._parts.devices.switches.is_on(switch)))

    def _on_library_change(self, program: str) -> None:
        """Tells of a deletion once; the library speaks of every use, too."""
        if program != self._subject.program:
            return
        was_there, self._in_library = self._in_library, self._is_in_library()
        if was_there and not self._in_library:
            self._tell(Turn.DELETED)

    def _on_programs_changed(self) -> None:
        running = self._programs.running.get(self._subject.program)
        if running is self._program:
            return
        was_running = self._program is not None
        self._follow(running)
        if was_running:
            self._tell(Turn.CLOSED)
        if running is not None:
            self._tell(Turn.STARTED)

    def _on_window_program_shown(self, program: str) -> None:
        if program == self._subject.program:
            self._tell(Turn.CAME_BACK)

    def _on_window_program_hidden(self, program: str) -> None:
        if program == self._subject.program:
            self._tell(Turn.LEFT)

    def _on_screen_url_changed(self) -> None:
        if self._program is not None:
            self._tell(PageSeen(self._program.page))

    def _on_program_restarted(self) -> None:
        self._text_watched = False
        self._watch_text()
        self._tell(Turn.RESTARTED)

    def _on_view_text_shown(self, text: str) -> None:
        if self._program is not None:
            self._tell(TextSeen(self._program.page, text))

    def _on_walk_moved(self, _moved: Moved) -> None:
        self._watch_text()

    # How

    def _decisions(self) -> Iterator[Decided]:
        """The states of all scopes; none if the store can't be read, which is told elsewhere."""
        try:
            known = self._parts.memory.store.decisions(self._subject)
        except StoreError:
            return
        for scope in SCOPES:
            yield Decided(scope.id, known.get(scope.id, Decision.UNDECIDED))

    def _is_in_library(self) -> bool:
        try:
            return self._parts.memory.library.program(self._subject.program) is not None
        except StoreError:
            return self._in_library

    def _follow(self, program: OpenProgram | None) -> None:
        self._program, self._text_watched = program, False
        if program is not None:
            program.screen.url_changed.connect(self._on_screen_url_changed)
            program.restarted.connect(self._on_program_restarted)
            self._watch_text()

    def _watch_text(self) -> None:
        """Have the page tell its text while the step that is due waits for one."""
        step = self._walk.step if self._walk is not None else None
        conditions = (step.when, step.never) if step is not None else ()
        wanted = any(isinstance(one, TextCondition) for one in conditions)
        if self._program is None or wanted is self._text_watched:
            return
        self._text_watched = wanted
        view = self._program.view
        if wanted:
            view.text_shown.connect(self._on_view_text_shown)
        else:
            view.text_shown.disconnect(self._on_view_text_shown)
        view.watch_text(wanted)
