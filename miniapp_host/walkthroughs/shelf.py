"""The walkthroughs that there are: those that ship, and a program's own beside it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from miniapp_host import paths
from miniapp_host.texts import Sentence
from miniapp_host.walkthroughs.entries import WalkthroughError
from miniapp_host.walkthroughs.reader import read_walkthrough
from miniapp_host.walkthroughs.walkthrough import Walkthrough

FOLDER = "walkthroughs"
_ENDING = ".toml"
_FIRST = (
    "first-ask",
    "refuse-and-recover",
    "dismiss",
    "two-at-once",
    "declared-purpose",
    "switched-off",
    "restart-remembers",
    "delete-and-reinstall",
)
"""The order of those that ship; others follow by name."""


@dataclass(frozen=True)
class Shelf:
    """Walkthroughs that suit a program, and what is wrong with files that can't be read."""

    walkthroughs: tuple[Walkthrough, ...]
    problems: tuple[WalkthroughError, ...]


def shelf_for(folder: Path, appid: str, scopes: Collection[str]) -> Shelf:
    """What suits the program in `folder`, its own first; `scopes` are the ids that it uses."""
    found: list[Walkthrough] = []
    problems: list[WalkthroughError] = []
    for file in (*_files(folder / FOLDER), *_files(shipped_dir())):
        try:
            walkthrough = read_walkthrough(file)
        except WalkthroughError as problem:
            problems.append(problem)
        else:
            if suits(walkthrough, appid, scopes):
                found.append(walkthrough)
    return Shelf(tuple(found), tuple(problems))


def suits(walkthrough: Walkthrough, appid: str, scopes: Collection[str]) -> bool:
    """Whether a program is among those that the walkthrough is for."""
    audience = walkthrough.audience
    if audience.appids and appid not in audience.appids:
        return False
    return audience.scopes is None or bool(choices(walkthrough, scopes))


def choices(walkthrough: Walkthrough, scopes: Iterable[str]) -> tuple[str, ...]:
    """The ids among `scopes`, in their order, that the walkthrough can be about."""
    fitting = {scope.id for scope in walkthrough.audience.scopes or ()}
    return tuple(scope for scope in scopes if scope in fitting)


def named_walkthrough(word: str, folder: Path) -> Walkthrough:
    """The walkthrough that `word` means: a file, or the name of one of the program or shipped.

    Raises WalkthroughError.
    """
    file = Path(word)
    if file.is_file() or file.suffix == _ENDING:
        return read_walkthrough(file)
    known = {one.stem: one for one in (*_files(shipped_dir()), *_files(folder / FOLDER))}
    if word not in known:
        problem = Sentence("there is no walkthrough of this name")
        remedy = Sentence("Give a file, or one of: {words}.", words=", ".join(sorted(known)))
        raise WalkthroughError(word, "", problem, remedy)
    return read_walkthrough(known[word])


def shipped_dir() -> Path:
    """The folder of the walkthroughs that ship."""
    return paths.resources() / FOLDER


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob(f"*{_ENDING}"), key=_place)


def _place(file: Path) -> tuple[int, str]:
    place = _FIRST.index(file.stem) if file.stem in _FIRST else len(_FIRST)
    return place, file.name
