"""The language in which a command speaks on the terminal."""

import locale
from collections.abc import Mapping, Sequence

from miniapp_host import paths
from miniapp_host.cli.words import WordsParser, add_language
from miniapp_host.texts import Texts, language_of


def terminal_texts(
    given: Sequence[str], environment: Mapping[str, str]
) -> tuple[Texts, Sequence[str]]:
    """What the terminal is spoken to with, and the words that are left without `--lang`.

    The language is that of `--lang`, which may stand anywhere, else of the environment's locale.
    """
    parser = WordsParser(prog="miniapp-host", add_help=False, allow_abbrev=False)
    add_language(parser)
    found, others = parser.parse_known_args(given)
    named = found.lang or _locale(environment)
    return Texts(language_of(named), paths.resources() / "i18n"), others


def _locale(environment: Mapping[str, str]) -> str:
    """The locale for messages, as POSIX names it; Windows tells it to Python instead."""
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, named), None) or locale.getlocale()[0] or ""
