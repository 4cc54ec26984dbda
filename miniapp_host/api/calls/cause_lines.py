"""The lines in a program's console that say why its calls were refused: one for each cause.

A program may repeat a refused call without end, so the line is only made when it is new.
"""

from weakref import WeakKeyDictionary

from miniapp_host.api.calls.journal import CallNote, How
from miniapp_host.api.calls.session import Session
from miniapp_host.api.calls.why import Explainer
from miniapp_host.permissions.decisions import Change
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.texts import Sentence

MOST_LINES = 200
"""Lines that one run of a program gets."""

Cause = tuple[str, str | None, How | None]


class CauseLines:
    """Remembers what each run was told; a new decision about a scope makes a new cause."""

    def __init__(self, store: PermissionStore) -> None:
        self._explainer = Explainer(store.history)
        self._told: WeakKeyDictionary[Session, set[Cause]] = WeakKeyDictionary()
        store.watch(self._on_store_change)

    def tell(self, session: Session, note: CallNote) -> None:
        """Tell the program's console why the call was refused, unless it was told already."""
        told = self._told.setdefault(session, set())
        cause = (note.name, note.scope, note.how)
        if cause in told or len(told) == MOST_LINES:
            return
        told.add(cause)
        why = self._explainer.why(note.record, session.texts)
        session.log_once("info", Sentence("{call}: {why}", call=note.name, why=why.sentence))

    def _on_store_change(self, change: Change) -> None:
        for session, told in self._told.items():
            if session.subject == change.subject:
                told.difference_update({one for one in told if one[1] == change.scope})
