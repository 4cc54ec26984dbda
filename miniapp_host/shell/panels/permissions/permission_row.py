"""What the panel says of one scope, read afresh from its owners each time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from miniapp_host.api.calls.ways import Way, Ways, ways_of
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Decision, Subject
from miniapp_host.permissions.history import Entry
from miniapp_host.permissions.questions import Question
from miniapp_host.permissions.scopes import SCOPES, Scope
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.programs.manifest import AppManifest
from miniapp_host.texts import Text


@dataclass(frozen=True)
class PermissionRow:
    """One scope of one program; `decision` is None if the store could not be read.

    `purpose` is app.json's text. `declarable` are the interfaces that requiredPrivateInfos must
    name, `declared` those of them that it names. `ways` are all there are, `seen` those that this
    run has seen. `asking` says that the person is being asked about it.
    """

    scope: Scope
    decision: Decision | None
    history: tuple[Entry, ...]
    purpose: Text
    declarable: tuple[str, ...]
    declared: tuple[str, ...]
    ways: tuple[Way, ...]
    seen: frozenset[Way]
    asking: bool

    @property
    def last(self) -> Entry | None:
        """What made the present state, if that is kept."""
        return self.history[-1] if self.history else None

    @property
    def has_purpose(self) -> bool:
        """Whether app.json says what for, in any language."""
        return any(text.strip() for text in self.purpose)

    @property
    def lacks_purpose(self) -> bool:
        """Whether trial and release versions fail because app.json does not say what for."""
        return self.scope.purpose_required and not self.has_purpose


@dataclass(frozen=True)
class PermissionSources:
    """Where the rows come from."""

    store: PermissionStore
    ways: Ways
    questions: Callable[[], Iterable[Question]]
    """The open questions of all programs."""

    def rows(
        self, subject: Subject, manifest: AppManifest, used: Iterable[str]
    ) -> Sequence[PermissionRow]:
        """The scopes that the program uses or declares, and those it was decided or asked about."""
        asked = self._asked(subject)
        wanted = {*used, *asked, *self._decided(subject), *self.ways.scopes(subject)}
        found = [self._row(subject, manifest, scope) for scope in SCOPES if scope.id in wanted]
        return [replace(row, asking=row.scope.id in asked) for row in found]

    def _asked(self, subject: Subject) -> frozenset[str]:
        prompts = (question.prompt for question in self.questions())
        return frozenset(one.scope.id for one in prompts if one.subject == subject)

    def _decided(self, subject: Subject) -> Iterable[str]:
        try:
            entries = self.store.history.entries(subject.program)
        except StoreError:
            return ()
        return (entry.scope for entry in entries if entry.subject == subject)

    def _row(self, subject: Subject, manifest: AppManifest, scope: Scope) -> PermissionRow:
        declarable = tuple(guard.interface for guard in scope.guards if guard.declared)
        named = manifest.required_private_infos or ()
        return PermissionRow(
            scope=scope,
            decision=self._decision(subject, scope),
            history=self._history(subject, scope),
            purpose=manifest.purpose_text(scope.id),
            declarable=declarable,
            declared=tuple(name for name in declarable if name in named),
            ways=ways_of(scope),
            seen=self.ways.seen(subject, scope.id),
            asking=False,
        )

    def _decision(self, subject: Subject, scope: Scope) -> Decision | None:
        try:
            return self.store.decision(subject, scope.id)
        except StoreError:
            return None

    def _history(self, subject: Subject, scope: Scope) -> tuple[Entry, ...]:
        try:
            return self.store.history.of(subject, scope.id)
        except StoreError:
            return ()
