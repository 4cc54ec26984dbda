"""An answer of the network, put into a file of fixtures so that it can be played from then on.

The format is that of resources/docs/network.md, which `devices/fixtures.py` reads.
"""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from miniapp_host.devices.fixture_file import FixtureError, read_rules
from miniapp_host.devices.fixtures import fixtures_of, media_suffix
from miniapp_host.devices.network import Head, Purpose, Request
from miniapp_host.devices.traffic import Exchange, Outcome
from miniapp_host.memory.durable import replace_file
from miniapp_host.texts import Sentence, ToldError, reason_of

Rule = dict[str, object]

_OF_THE_TRANSPORT = frozenset(
    ["connection", "content-encoding", "content-length", "date", "keep-alive", "transfer-encoding"]
)
"""Headers that belong to one transmission, not to the answer."""


def why_not_saved(exchange: Exchange) -> Sentence | None:
    """Why this exchange can't be a fixture; None if it can."""
    if exchange.purpose is Purpose.SOCKET:
        return Sentence("Fixtures have no sockets.")
    if exchange.outcome is not Outcome.ANSWERED or exchange.head is None:
        return Sentence("There is no answer to save.")
    if not exchange.received.whole:
        return Sentence("The answer is too long, or too old: not all of it is kept.")
    return None


def save_fixture(exchange: Exchange, file: Path) -> int:
    """Put the answer into `file`, which is made if it is not there; the place of its rule.

    All rules that are there stay. The new one goes before the first that answers the same request,
    as the first one counts; if that is the same rule already, nothing is changed. What is neither
    text nor JSON goes into a file beside. Raises FixtureError if `file` is no file of fixtures,
    ToldError if it can't be written or the exchange has no answer.
    """
    if reason := why_not_saved(exchange):
        raise ToldError(reason)
    rules = read_rules(file) if os.path.lexists(file) else []
    asked = Request(exchange.url, exchange.method)
    answering = (index for index, one in enumerate(fixtures_of(rules, file)) if one.answers(asked))
    place = next(answering, len(rules))
    try:
        rule = _rule_of(exchange, file.parent)
        if place == len(rules) or rules[place] != rule:
            _write(file, [*rules[:place], rule, *rules[place:]])
    except OSError as error:
        problem = Sentence("it can't be written: {reason}", reason=reason_of(error))
        raise FixtureError(str(file), "", problem, Sentence("Choose another place.")) from error
    return place


def _rule_of(exchange: Exchange, folder: Path) -> Rule:
    head, body = exchange.head or Head(0), exchange.received.content
    kind = head.header("content-type")
    usual, content = _content(exchange, body, folder)
    rule: Rule = {"url": exchange.url, "method": exchange.method}
    if head.status != 200:
        rule["status"] = head.status
    if header := _header(head, usual):
        rule["header"] = header
    return {**rule, **content} if body or kind else rule


def _content(exchange: Exchange, body: bytes, folder: Path) -> tuple[str, Rule]:
    """The media type that a fixture would have by itself, and its body."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return "", {"file": _put_beside(exchange, body, folder)}
    value = _json_value(text)
    # A text that is JSON, a lone string, is data of the kind text: it stays as it was sent.
    if value is None or isinstance(value, str):
        return "text/plain; charset=utf-8" if text else "", {"data": text}
    return "application/json; charset=utf-8", {"data": value}


def _json_value(text: str) -> Any:
    """The value of a JSON text; None if it is none, or not written back as it was meant."""
    try:
        value = json.loads(text, parse_constant=_refuse_constant)
        json.dumps(value, ensure_ascii=False).encode("utf-8")  # fails for half a surrogate pair
    except (ValueError, RecursionError):
        return None
    return value


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _header(head: Head, usual: str) -> dict[str, str]:
    """The headers worth keeping; of one name they are joined by commas, as programs get them."""
    kept: dict[str, str] = {}
    for name, value in head.headers:
        if name.lower() in _OF_THE_TRANSPORT or _is_usual(name, value, usual):
            continue
        kept[name] = f"{kept[name]},{value}" if name in kept else value
    return kept


def _is_usual(name: str, value: str, usual: str) -> bool:
    return name.lower() == "content-type" and value.replace(" ", "").lower() == usual.replace(
        " ", ""
    )


def _put_beside(exchange: Exchange, body: bytes, folder: Path) -> str:
    """Writes the body into a folder beside the fixtures, named after what is in it."""
    head = exchange.head or Head(0)
    suffix = (
        media_suffix(head.header("content-type")) or Path(exchange.url.partition("?")[0]).suffix
    )
    name = f"answers/{hashlib.sha256(body).hexdigest()[:16]}{suffix[:8]}"
    (folder / "answers").mkdir(exist_ok=True)
    replace_file(folder / name, _writer(body))
    return name


def _write(file: Path, rules: list[object]) -> None:
    try:
        content = json.dumps(rules, ensure_ascii=False, indent=2).encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair, which only an escape can write
        content = json.dumps(rules, indent=2).encode("ascii")
    replace_file(file, _writer(content + b"\n"))


def _writer(content: bytes) -> Callable[[Path], None]:
    def write(new: Path) -> None:
        new.write_bytes(content)

    return write
