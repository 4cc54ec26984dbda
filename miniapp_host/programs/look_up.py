"""Where a reference leads: by an alias, beside its file, from the root, or in miniprogram_npm."""

from collections.abc import Callable, Iterator
from itertools import chain

from miniapp_host.programs.aliases import Aliases, real_reference
from miniapp_host.programs.tree import beside

NPM = "miniprogram_npm"
NO_ALIASES: Aliases = {}


def look_up(
    file: str, reference: str, exists: Callable[[str], bool], aliases: Aliases = NO_ALIASES
) -> str | None:
    """The first place that `exists`, as the phone's tools search: beside, then npm upward.

    Only modules have `aliases`; what is named by one stands there before all other places.
    """
    if not reference:
        return None
    places = chain(_aliased(reference, aliases), _places(file, reference))
    return next((place for place in places if exists(place)), None)


def is_package_name(reference: str) -> bool:
    """Whether a reference may name an npm package: neither `./x`, `../x` nor `/x`."""
    return not reference.startswith((".", "/"))


def _aliased(reference: str, aliases: Aliases) -> Iterator[str]:
    real = real_reference(reference, aliases)
    place = beside("", real) if real else None
    if place:
        yield place


def _places(file: str, reference: str) -> Iterator[str]:
    plain = beside(file, reference)
    if plain:
        yield plain
    if is_package_name(reference):
        for folder in _upward(file):
            packaged = beside(f"{folder}{NPM}/", reference)
            if packaged:
                yield packaged


def _upward(file: str) -> Iterator[str]:
    """Every folder around `file`, nearest first, each with a closing slash; the root is empty."""
    folder = file.rpartition("/")[0]
    while folder:
        yield f"{folder}/"
        folder = folder.rpartition("/")[0]
    yield ""
