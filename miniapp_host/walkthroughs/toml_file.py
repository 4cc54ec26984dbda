"""Reads a TOML file with the places of its keys; what is wrong with it is told with its line."""

import re
import tomllib
from pathlib import Path

from miniapp_host.texts import Sentence, reason_of
from miniapp_host.walkthroughs.entries import Entry, Source, WalkthroughError
from miniapp_host.walkthroughs.toml_places import TomlPlaces

_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)\Z")
_VARIABLE = re.compile(r"\(.*\)|(?:'.*'|\".*\")\Z", re.S)
"""What changes from one message of `tomllib` to the next of the same kind."""


def read_toml(file: Path) -> Entry:
    """The whole file as one table; raises WalkthroughError."""
    text = _text_of(file)
    return Entry(Source(file, TomlPlaces(text)), (), _values(file, text))


def _text_of(file: Path) -> str:
    try:
        return file.read_text("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except OSError as error:
        reason = reason_of(error)
        problem = Sentence("it can't be read: {reason}", reason=reason)
    except UnicodeDecodeError:
        problem = Sentence("it can't be read: {reason}", reason=Sentence("it is no UTF-8 text"))
    raise WalkthroughError(str(file), "", problem, Sentence("Give a TOML file."))


def _values(file: Path, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line, mistake = _mistake(text, str(error))
        problem = Sentence("it is no TOML: {mistake}", mistake=mistake)
        raise WalkthroughError(
            f"{file}:{line}", "", problem, Sentence("Correct the TOML.")
        ) from None


def _mistake(text: str, message: str) -> tuple[int, Sentence]:
    """The line that an error of `tomllib` names, and what it says of it."""
    place = _AT_LINE.search(message)
    end = text.rstrip().count("\n") + 1
    line = int(place[1]) if place and place[1] else end
    kind = _AT_LINE.sub("", message)
    if what := _VARIABLE.search(kind):
        return line, Sentence(_VARIABLE.sub("{what}", kind), what=what[0])
    return line, Sentence(kind)
