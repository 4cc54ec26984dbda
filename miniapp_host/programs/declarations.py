"""What app.json declares about permissions: a purpose per scope, and requiredPrivateInfos."""

from miniapp_host.permissions.guards import GUARDS
from miniapp_host.permissions.prompts import PURPOSE_LIMIT, purpose_is_too_long
from miniapp_host.programs.json_document import JsonDocument
from miniapp_host.texts import Sentence

FUZZY = "getFuzzyLocation"
PRECISE = (
    "getLocation",
    "onLocationChange",
    "startLocationUpdate",
    "startLocationUpdateBackground",
)


def read_purposes(app: JsonDocument) -> dict[str, dict[str, str]]:
    """Scope -> language -> purpose, as in `permission`; unknown scopes are kept."""
    found = {scope: _texts(app, scope, entry) for scope, entry in app.mapping("permission").items()}
    return {scope: texts for scope, texts in found.items() if texts}


def _texts(app: JsonDocument, scope: str, entry: object) -> dict[str, str]:
    if isinstance(entry, str):
        entry = {"desc": entry}
    if not isinstance(entry, dict):
        said = Sentence(
            "permission of {scope} must be an object with a desc; it is ignored", scope=scope
        )
        app.warn(scope, said)
        return {}
    texts = {
        key.removeprefix("desc").lstrip("-_").lower(): text.strip()
        for key, text in entry.items()
        if key.startswith("desc") and isinstance(text, str) and text.strip()
    }
    if not texts:
        app.warn(scope, Sentence("permission of {scope} has no desc", scope=scope))
    elif any(map(purpose_is_too_long, texts.values())):
        app.warn(
            scope,
            Sentence(
                "desc of {scope} has more than {most} characters; it is cut "
                "(a Latin letter counts as half of one)",
                scope=scope,
                most=PURPOSE_LIMIT,
            ),
        )
    return texts


def read_private_infos(app: JsonDocument) -> tuple[str, ...] | None:
    """`requiredPrivateInfos`, None if absent.

    Raises ManifestError if it names fuzzy location together with a precise interface.
    """
    declared = app.array("requiredPrivateInfos")
    if declared is None:
        return None
    names = tuple(name for name in declared if isinstance(name, str))
    for name in names:
        if name not in GUARDS.declared:
            said = Sentence(
                "requiredPrivateInfos: {name} is not an interface that needs it", name=name
            )
            app.warn(name, said)
    precise = [name for name in names if name in PRECISE]
    if precise and FUZZY in names:
        problem = Sentence("{one} excludes {others}", one=FUZZY, others=", ".join(precise))
        raise app.error("requiredPrivateInfos", problem, Sentence("Keep one kind of location."))
    return names
