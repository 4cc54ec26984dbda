"""Runs a verb of the command line on a phone, prints its result and turns it into an exit code.

0 done, 1 refused or not found, 2 the words are wrong.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from miniapp_host.texts import Texts, ToldError

DONE, REFUSED, USAGE = 0, 1, 2

Lines = Callable[[Any], Iterable[str]]
"""The lines for people that tell a result."""


def run_verb(
    words: argparse.Namespace, method: str, params: Mapping[str, object], lines: Lines
) -> int:
    """Ask for `method`, print what came of it, and return the exit code."""
    try:
        result = _result(words.data_dir, method, params)
    except ToldError as error:
        return tell(error, words.texts)
    for line in [json.dumps(result, ensure_ascii=False)] if words.json else lines(result):
        print(line)
    return DONE


def _result(data_dir: Path | None, method: str, params: Mapping[str, object]) -> Any:
    from miniapp_host.phone.plain_imports import plain_imports

    with plain_imports():
        from miniapp_host.automation.asking import asking

        wait = float(str(params.get("timeout", 0.0)))
        end = time.monotonic() + wait
        with asking(data_dir, starts_within=wait) as ask:
            left = {"timeout": max(0.0, end - time.monotonic())} if wait > 0 else {}
            return ask(method, {**params, **left})


def tell(error: ToldError, texts: Texts) -> int:
    """Print the error as one line on standard error, and return the exit code."""
    from miniapp_host.automation.verb_error import Fault, VerbError

    print(f"miniapp-host: {texts.line(error)}", file=sys.stderr)
    wrong = isinstance(error, VerbError) and error.fault is Fault.USAGE
    return USAGE if wrong else REFUSED


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as lines with their columns below each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def local_time(moment: str | None) -> str:
    """A moment of the wire (ISO 8601) by the person's clock; "" for None."""
    if moment is None:
        return ""
    return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M:%S")
