"""`miniapp-host permissions`: lists, sets and resets what was decided about a program's scopes."""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from miniapp_host.automation.verb_error import Fault, VerbError
from miniapp_host.cli.verb import local_time, run_verb, table, tell
from miniapp_host.cli.words import APPID, Verbs, add_verb, add_verbs, add_version_type
from miniapp_host.texts import Sentence, ToldError

_SCOPES = "a scope, with or without “scope.”, or “all”"


def add_words(parser: argparse.ArgumentParser) -> None:
    """Describes the sub-command and the words it understands."""
    parser.description = "Lists, sets and resets what was decided about a program's scopes."
    parser.epilog = "Exit code: 0 done, 1 refused or not found, 2 wrong words or unknown scope."
    verbs = add_verbs(parser)
    _add(verbs, "list", "every scope with its state, since when and by whom")
    grant = _add(verbs, "grant", "allows scopes")
    deny = _add(verbs, "deny", "denies scopes", aliases=["revoke"])
    for verb in (grant, deny):
        verb.add_argument("scopes", nargs="+", metavar="SCOPE", help=_SCOPES)
    reset = _add(verbs, "reset", "takes decisions back, so that programs ask again")
    reset.add_argument("scopes", nargs="*", metavar="SCOPE", help=f"{_SCOPES} (default: all)")
    states = _add(verbs, "set", "gives several scopes their states at once")
    states.add_argument(
        "states",
        nargs="*",
        metavar="SCOPE=STATE",
        help="granted, denied or undecided (also unset, prompt); all=STATE for the others",
    )
    states.add_argument(
        "--from", dest="file", type=Path, metavar="FILE", help="states in a JSON object by scope"
    )


def run(words: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    try:
        method, params = _request(words)
    except ToldError as error:
        return tell(error, words.texts)
    whole = {"appid": words.appid, "versionType": words.version_type, **params}
    return run_verb(words, method, whole, _lines)


def _add(
    verbs: Verbs, name: str, told: str, aliases: Sequence[str] = ()
) -> argparse.ArgumentParser:
    verb = add_verb(verbs, name, told, aliases)
    verb.add_argument("appid", metavar="APPID", help=APPID)
    add_version_type(verb, None)
    return verb


def _request(words: argparse.Namespace) -> tuple[str, dict[str, object]]:
    """The method and what it needs beside the program."""
    match words.verb:
        case "list":
            return "Host.getPermissions", {}
        case "grant":
            return "Host.setPermissions", {"states": dict.fromkeys(words.scopes, "granted")}
        case "deny" | "revoke":
            return "Host.setPermissions", {"states": dict.fromkeys(words.scopes, "denied")}
        case "reset":
            return "Host.resetPermissions", {"scopes": words.scopes or None}
        case _:
            return "Host.setPermissions", {"states": _states(words.file, words.states)}


def _states(file: Path | None, pairs: list[str]) -> dict[str, str]:
    """The states in the file, and over them those of the command line; raises VerbError."""
    if file is None and not pairs:
        told = Sentence("Nothing is to be set: give SCOPE=STATE, or a file of states with --from.")
        raise VerbError(told, Fault.USAGE)
    states = read_states(file) if file is not None else {}
    return {**states, **dict(map(_state, pairs))}


def _state(pair: str) -> tuple[str, str]:
    scope, _, state = pair.partition("=")
    if not state:
        told = Sentence("{scope} has no state: write {scope}=denied, for example.", scope=scope)
        raise VerbError(told, Fault.USAGE)
    return scope, state


def read_states(file: Path) -> dict[str, str]:
    """The states by scope in a JSON file; raises VerbError."""
    try:
        states = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        told = Sentence("{file} can't be read: {reason}", file=file, reason=Sentence(reason))
        raise VerbError(told, Fault.USAGE) from problem
    if not isinstance(states, Mapping) or not all(isinstance(one, str) for one in states.values()):
        told = Sentence("{file}: it must be a JSON object of states by scope.", file=file)
        raise VerbError(told, Fault.USAGE)
    return dict(states)


def _lines(result: Any) -> list[str]:
    return table(
        [
            (scope, one["state"], local_time(one["since"]), one["actor"] or "")
            for scope, one in result["scopes"].items()
        ]
    )
