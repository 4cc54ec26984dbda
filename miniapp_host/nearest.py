"""The known word that a misspelt one probably means."""

from collections.abc import Collection

from miniapp_host.texts import Sentence

_CLOSE = 0.8


def nearest(word: str, known: Collection[str]) -> str | None:
    """The most similar of `known`, regardless of case; None if none is similar."""
    from difflib import get_close_matches  # an idle phone, which knows all words, can do without

    folded = {each.casefold(): each for each in known}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=_CLOSE)
    return folded[found[0]] if found else None


def did_you_mean(word: str, known: Collection[str], otherwise: Sentence) -> Sentence:
    """A remedy that names the nearest known word, else `otherwise`."""
    found = nearest(word, known)
    return otherwise if found is None else Sentence("Did you mean {found}?", found=found)
