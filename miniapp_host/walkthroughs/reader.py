"""Reads the file of a walkthrough; the format is told in resources/docs/walkthroughs.md."""

from pathlib import Path
from string import Formatter

from miniapp_host.permissions.scopes import SCOPES, Scope, scope_named
from miniapp_host.texts import Sentence, Text
from miniapp_host.walkthroughs.condition_reader import no_scope, read_condition
from miniapp_host.walkthroughs.conditions import switches_of
from miniapp_host.walkthroughs.entries import Entry, Table
from miniapp_host.walkthroughs.toml_file import read_toml
from miniapp_host.walkthroughs.walkthrough import ANY, Audience, Offer, Step, Walkthrough

ALL = "all"
KEYS = ("title", "about", "programs", "steps")
PROGRAM_KEYS = ("scope", "switch")
STEP_KEYS = ("text", "when", "never", "offer")
FIELDS = ("program",)
SCOPE_FIELDS = ("scope", "calls")
"""What a text may name between braces only if the walkthrough is about a scope."""

_OFFERS_FOR_SCOPES = (Offer.ASK, Offer.FORGET)


def read_walkthrough(file: Path) -> Walkthrough:
    """The walkthrough in `file`; raises WalkthroughError."""
    top = read_toml(file).table(KEYS)
    audience = _audience(top)
    steps = tuple(_step(entry, audience) for entry in top.entry("steps").items())
    about = top.find("about")
    return Walkthrough(
        name=file.stem,
        file=file,
        title=top.entry("title").text(),
        about=about.text() if about else Text("", ""),
        audience=audience,
        steps=steps,
    )


def _audience(top: Table) -> Audience:
    entry = top.find("programs")
    if entry is None or entry.value == ALL:
        return Audience()
    match entry.value:
        case list():
            return Audience(appids=tuple(one.string() for one in entry.items()))
        case dict():
            return Audience(scopes=_scopes(entry.table(PROGRAM_KEYS)))
        case _:
            remedy = Sentence('Write "all", ["appid"] or { scope = "any" }.')
            raise entry.error(Sentence("it names no programs"), remedy)


def _scopes(table: Table) -> tuple[Scope, ...]:
    ids = [scope.id for scope in SCOPES]
    named = table.entry("scope").words((ANY, *ids))
    scopes = [scope_named(one) for one in (ids if ANY in named else named)]
    switch = table.find("switch")
    needs_switch = switch is not None and switch.flag()
    return tuple(
        scope
        for scope in scopes
        if scope is not None and (switches_of(scope.id) or not needs_switch)
    )


def _step(entry: Entry, audience: Audience) -> Step:
    table = entry.table(STEP_KEYS)
    when, never, offer = table.find("when"), table.find("never"), table.find("offer")
    about_scope = audience.scopes is not None
    return Step(
        text=_checked(table.entry("text"), about_scope),
        when=read_condition(when, about_scope) if when else None,
        never=read_condition(never, about_scope) if never else None,
        offer=_offer(offer, about_scope) if offer else None,
    )


def _offer(entry: Entry, about_scope: bool) -> Offer:
    offer = Offer(entry.word([one.value for one in Offer]))
    if offer in _OFFERS_FOR_SCOPES and not about_scope:
        raise no_scope(entry)
    return offer


def _checked(entry: Entry, about_scope: bool) -> Text:
    """The text of a step; raises WalkthroughError for a field between braces that there is not."""
    text = entry.text()
    known = (*FIELDS, *SCOPE_FIELDS) if about_scope else FIELDS
    for said in text:
        for field in _fields(entry, said):
            Entry(entry.source, entry.path, field).word(known)
    return text


def _fields(entry: Entry, said: str) -> list[str]:
    try:
        return [field for _, field, _, _ in Formatter().parse(said) if field is not None]
    except ValueError:
        remedy = Sentence("Write {{ and }} for braces that are meant as such.")
        raise entry.error(Sentence("a brace stands alone"), remedy) from None
