"""What app.json must declare for the interfaces that the scripts use: purposes, private infos."""

from collections.abc import Iterable, Iterator

from miniapp_host.checks.calls import SCOPE_IDS, unknown_scope
from miniapp_host.checks.issues import Issue, error
from miniapp_host.checks.scripts import Kind, Mention
from miniapp_host.permissions.guards import GUARDS
from miniapp_host.permissions.scopes import SCOPES, Scope
from miniapp_host.programs.app_json import APP_JSON
from miniapp_host.programs.declarations import FUZZY, PRECISE
from miniapp_host.programs.package import Package
from miniapp_host.texts import Sentence


def check_declared(package: Package, mentioned: Iterable[Mention]) -> Iterator[Issue]:
    """The issues for a trial or release version, where declarations are mandatory."""
    mentioned = tuple(mentioned)
    asks = any(one.kind is Kind.API and one.name == "authorize" for one in mentioned)
    used = tuple(one for one in mentioned if asks or one.kind is not Kind.ASKED)
    yield from _scopes(package)
    for scope in SCOPES:
        if scope.purpose_required and not package.manifest.purpose(scope.id):
            yield from _purpose(scope, used)
    yield from _private_infos(package, mentioned)


def _scopes(package: Package) -> Iterator[Issue]:
    for scope in package.manifest.purposes:
        if scope not in SCOPE_IDS:
            yield unknown_scope(scope, APP_JSON, package.line_of(APP_JSON, scope))


def _purpose(scope: Scope, mentioned: Iterable[Mention]) -> Iterator[Issue]:
    """The issue of a missing purpose, once per scope, where the scope is needed first."""
    for one in mentioned:
        if _needs(one, scope):
            yield error(
                one.file,
                one.line,
                Sentence(
                    "{name} needs a purpose; without it trial and release versions fail",
                    name=_as_written(one),
                ),
                Sentence(
                    'Add "permission": {entry} to app.json, at most 30 characters, '
                    "or 60 Latin letters.",
                    entry=f'{{"{scope.id}": {{"desc": "…"}}}}',
                ),
            )
            return


def _as_written(one: Mention) -> str:
    match one.kind:
        case Kind.API:
            return f"wx.{one.name}"
        case Kind.MAP:
            return "<map show-location>"
        case _:
            return one.name


def _needs(one: Mention, scope: Scope) -> bool:
    if one.kind is Kind.ASKED:
        return one.name == scope.id
    return one.kind in (Kind.API, Kind.MAP) and one.name in scope.interfaces


def _private_infos(package: Package, mentioned: tuple[Mention, ...]) -> Iterator[Issue]:
    declared = set(package.manifest.required_private_infos or ())
    used = declared | {one.name for one in mentioned if one.kind is Kind.API}
    both = FUZZY in used and not used.isdisjoint(PRECISE)
    for one in mentioned:
        if one.kind is Kind.API and one.name in GUARDS.declared - declared:
            declared.add(one.name)
            text = Sentence(
                "wx.{name} is not declared; without it trial and release versions fail",
                name=one.name,
            )
            excluded = both and one.name in (FUZZY, *PRECISE)
            yield error(one.file, one.line, text, _to_declare(one.name, excluded=excluded))


def _to_declare(name: str, *, excluded: bool) -> Sentence:
    """How to declare an interface; one that is `excluded` can't stand beside another."""
    if excluded:
        return Sentence(
            "Keep one kind of location, {fuzzy} or the precise ones, and declare it.", fuzzy=FUZZY
        )
    return Sentence('Add "{name}" to requiredPrivateInfos in app.json.', name=name)
