"""Where a reference in a program's file leads: beside it, from the root, or in miniprogram_npm."""

from collections.abc import Callable, Iterator

from miniapp_host.programs.tree import beside

NPM = "miniprogram_npm"


def look_up(file: str, reference: str, exists: Callable[[str], bool]) -> str | None:
    """The first place that `exists`, as the phone's tools search: beside, then npm upward."""
    if not reference:
        return None
    return next((place for place in _places(file, reference) if exists(place)), None)


def is_package_name(reference: str) -> bool:
    """Whether a reference may name an npm package: neither `./x`, `../x` nor `/x`."""
    return not reference.startswith((".", "/"))


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
