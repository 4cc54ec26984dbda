"""Names under `wx` that this phone or WeChat does not have, and scopes that nobody knows."""

from collections.abc import Iterable, Iterator

from miniapp_host.checks.issues import Issue, error, warning
from miniapp_host.checks.known_names import KnownNames
from miniapp_host.checks.scripts import Kind, Mention
from miniapp_host.nearest import did_you_mean, nearest
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.texts import Sentence

# Withdrawn by WeChat, and in its typings no longer.
_FILE_FUNCTIONS = frozenset(
    ("saveFile", "getFileInfo", "getSavedFileList", "getSavedFileInfo", "removeSavedFile")
)
_WITHDRAWN = {
    **{name: f"wx.getFileSystemManager().{name}" for name in _FILE_FUNCTIONS},
    "createAudioContext": "wx.createInnerAudioContext",
}

SCOPE_IDS = tuple(scope.id for scope in SCOPES)


def check_calls(mentioned: Iterable[Mention], known: KnownNames) -> Iterator[Issue]:
    """The issues, one per file and name."""
    mentioned = tuple(mentioned)
    own = {one.name for one in mentioned if one.kind is Kind.OWN}
    for one in mentioned:
        if one.kind is Kind.API and one.name not in known.supported | own:
            yield _api_issue(one, known)
        elif one.kind is Kind.METHOD and one.name in known.lacking:
            yield lacking(known.lacking[one.name], one.file, one.line)
        elif one.name not in SCOPE_IDS and _is_mistaken(one):
            yield unknown_scope(one.name, one.file, one.line)


def _is_mistaken(one: Mention) -> bool:
    """Whether a name is misspelt, or unknown and called."""
    if one.kind is Kind.SCOPE:
        return nearest(one.name, SCOPE_IDS) is not None
    return one.kind is Kind.ASKED and nearest(one.name, SCOPE_IDS) is None


def unknown_scope(scope: str, file: str, line: int | None) -> Issue:
    """An error for a misspelt scope; a warning for one like no other, maybe another platform's."""
    found = nearest(scope, SCOPE_IDS)
    if found:
        remedy = Sentence("Did you mean {found}?", found=found)
        return error(file, line, Sentence("there is no {name}", name=scope), remedy)
    remedy = Sentence(
        "wx.authorize fails with invalid scope here; use a scope that WeChat documents."
    )
    return warning(file, line, Sentence("{name} is not known", name=scope), remedy)


def unsupported(name: str, file: str, line: int | None) -> Issue:
    """The issue for a name that WeChat documents and this phone lacks."""
    return lacking(f"wx.{name}", file, line)


def lacking(name: str, file: str, line: int | None) -> Issue:
    """The issue for a call that fails only on this phone, under its full name."""
    text = Sentence("{name} is not supported here: it fails with not supported", name=name)
    remedy = Sentence("Handle its fail, and try what follows on a real phone.")
    return warning(file, line, text, remedy)


def _api_issue(one: Mention, known: KnownNames) -> Issue:
    if one.name in known.documented:
        return unsupported(one.name, one.file, one.line)
    if one.name in _WITHDRAWN:
        text = Sentence("WeChat has withdrawn wx.{name}", name=one.name)
        remedy = Sentence("Use {name} instead.", name=_WITHDRAWN[one.name])
        return warning(one.file, one.line, text, remedy)
    otherwise = Sentence("Ask wx.canIUse first, or remove it.")
    remedy = did_you_mean(one.name, known.documented, otherwise)
    text = Sentence("WeChat documents no wx.{name}", name=one.name)
    return warning(one.file, one.line, text, remedy)
