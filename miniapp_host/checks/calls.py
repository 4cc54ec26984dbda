"""Names under `wx` that this phone or WeChat does not have, and scopes that nobody knows."""

from collections.abc import Iterable, Iterator

from miniapp_host.checks.issues import Issue, error, warning
from miniapp_host.checks.known_names import KnownNames
from miniapp_host.checks.scripts import Kind, Mention
from miniapp_host.nearest import did_you_mean, nearest
from miniapp_host.permissions.scopes import SCOPES

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
    if nearest(scope, SCOPE_IDS):
        remedy = did_you_mean(scope, SCOPE_IDS, "")
        return error(file, line, f"there is no {scope}", remedy)
    remedy = "wx.authorize fails with invalid scope here; use a scope that WeChat documents."
    return warning(file, line, f"{scope} is not known", remedy)


def unsupported(name: str, file: str, line: int | None) -> Issue:
    """The issue for a name that WeChat documents and this phone lacks."""
    return lacking(f"wx.{name}", file, line)


def lacking(name: str, file: str, line: int | None) -> Issue:
    """The issue for a call that fails only on this phone, under its full name."""
    text = f"{name} is not supported here: it fails with not supported"
    return warning(file, line, text, "Handle its fail, and try what follows on a real phone.")


def _api_issue(one: Mention, known: KnownNames) -> Issue:
    if one.name in known.documented:
        return unsupported(one.name, one.file, one.line)
    if one.name in _WITHDRAWN:
        text = f"WeChat has withdrawn wx.{one.name}"
        return warning(one.file, one.line, text, f"Use {_WITHDRAWN[one.name]} instead.")
    remedy = did_you_mean(one.name, known.documented, "Ask wx.canIUse first, or remove it.")
    return warning(one.file, one.line, f"WeChat documents no wx.{one.name}", remedy)
