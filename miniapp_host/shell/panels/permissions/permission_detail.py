"""All about one scope of a program: its state and history, what app.json says, the ways to walk."""

from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.history import Entry
from miniapp_host.shell.inspector.detail import DetailSection, DetailText, Fact, Remedy
from miniapp_host.shell.panels.permissions.permission_row import PermissionRow
from miniapp_host.shell.panels.permissions.permission_words import (
    STATE_WORDS,
    WAY_WORDS,
    said_declared,
    said_in_a_sentence,
    said_purpose,
    said_when,
    said_who,
)
from miniapp_host.texts import Text, Texts

_LABELS = {
    Decision.GRANTED: Text("Allow", "允许"),
    Decision.DENIED: Text("Reject", "拒绝"),
    Decision.UNDECIDED: Text("Ask again", "重新询问"),
}
_MOST_ENTRIES = 20


def detail_of(row: PermissionRow, texts: Texts) -> DetailText:
    """What is said of `row`; a remedy is named after the decision that it makes."""
    remedies = [
        Remedy(decision.value, texts.of(label))
        for decision, label in _LABELS.items()
        if decision is not row.decision
    ]
    facts = [
        Fact(texts("Scope"), row.scope.id, code=True),
        Fact(texts("Interfaces"), ", ".join(row.scope.interfaces), code=True),
        Fact(texts("Purpose"), said_purpose(row, texts)),
        Fact(texts("Declared"), said_declared(row, texts), code=bool(row.declared)),
    ]
    sections = [DetailSection(texts("Ways seen in this run"), _ways(row, texts))]
    if row.history:
        sections.append(DetailSection(texts("History"), _history(row.history, texts)))
    return DetailText(said_in_a_sentence(row, texts), remedies, facts, sections)


def _ways(row: PermissionRow, texts: Texts) -> list[Fact]:
    seen, not_yet = texts("seen"), texts("not yet")
    return [
        Fact(texts.of(WAY_WORDS[way]), seen if way in row.seen else not_yet) for way in row.ways
    ]


def _history(entries: tuple[Entry, ...], texts: Texts) -> list[Fact]:
    """The newest entries, the newest first."""
    return [
        Fact(said_when(entry, texts) or "–", _said_entry(entry, texts))
        for entry in reversed(entries[-_MOST_ENTRIES:])
    ]


def _said_entry(entry: Entry, texts: Texts) -> str:
    old, new = texts.of(STATE_WORDS[entry.old]), texts.of(STATE_WORDS[entry.new])
    return f"{old} → {new}, {said_who(entry, texts)}"
