"""Names that app.json gives to folders (`resolveAlias`): `require` takes them for the folders.

`{"@lib/*": "shared/lib/*"}` makes `@lib/a.js` mean `shared/lib/a.js`. Source: WeChat's app.json.
"""

from collections.abc import Mapping

from miniapp_host.programs.json_document import JsonDocument
from miniapp_host.texts import Sentence

Aliases = Mapping[str, str]
"""Prefix of a reference -> folder from the root that replaces it, the longest prefix first."""

_REST = "/*"
_MOST = 200
"""Every reference is compared with each alias."""


def read_aliases(app: JsonDocument) -> Aliases:
    """The aliases of app.json; one without `/*` at the end of both sides gives a warning."""
    found = {}
    for name, folder in app.mapping("resolveAlias").items():
        if name.endswith(_REST) and isinstance(folder, str) and folder.endswith(_REST):
            found[name[:-1]] = f"/{folder[:-1].removeprefix('/')}"
        else:
            said = Sentence(
                "resolveAlias: {name} and its folder must end in {end}; it is ignored",
                name=name,
                end=_REST,
            )
            app.warn(name, said)
        if len(found) > _MOST:
            said = Sentence(
                "resolveAlias has more than {most} names; the rest is ignored", most=_MOST
            )
            app.warn("resolveAlias", said)
            break
    return dict(sorted(found.items(), key=lambda one: -len(one[0])))


def real_reference(reference: str, aliases: Aliases) -> str | None:
    """The path from the root that an alias in `reference` stands for; None without an alias."""
    for name, folder in aliases.items():
        if reference.startswith(name):
            return folder + reference.removeprefix(name)
    return None
