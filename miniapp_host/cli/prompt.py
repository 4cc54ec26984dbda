"""`miniapp-host prompt`: sees and answers what a running phone asks the person."""

import argparse
from typing import Any

from miniapp_host.automation.prompt_words import kind_named
from miniapp_host.automation.scope_words import scope_named
from miniapp_host.cli.verb import REFUSED, run_verb, tell
from miniapp_host.cli.words import add_verb, add_verbs, seconds
from miniapp_host.texts import ToldError

ANSWERS = {
    "allow": "allows what the prompt asks for",
    "deny": "rejects it",
    "dismiss": "closes it without a decision: the next call asks again",
}


def add_words(parser: argparse.ArgumentParser) -> None:
    """Describes the sub-command and the words it understands."""
    parser.description = "Sees and answers what a running phone asks the person on its screen."
    parser.epilog = (
        "Without --scope and --kind any prompt is meant but a dialog of the program (kind modal). "
        "Exit code: 0 done, 1 no such prompt is open or no phone runs, 2 wrong words, unknown "
        "scope or kind."
    )
    verbs = add_verbs(parser)
    add_verb(verbs, "status", "says what the open prompts ask for, topmost first")
    for name, told in ANSWERS.items():
        verb = add_verb(verbs, name, told)
        meant = verb.add_mutually_exclusive_group()
        meant.add_argument("--scope", metavar="SCOPE", help="only a prompt for this scope")
        meant.add_argument("--kind", metavar="KIND", help="only one of this kind, such as privacy")
        verb.add_argument(
            "--timeout",
            type=seconds,
            default=0.0,
            metavar="SECONDS",
            help="how long to wait for the phone and the prompt (default: it must be open)",
        )


def run(words: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    if words.verb == "status":
        found: list[Any] = []
        code = run_verb(words, "Host.getPrompts", {}, lambda prompts: _told(prompts, found))
        return code or (0 if found or words.json else REFUSED)
    try:
        scope = scope_named(words.scope) if words.scope is not None else None
        kind = kind_named(words.kind) if words.kind is not None else None
    except ToldError as error:  # told before a wait for the phone
        return tell(error, words.texts)
    params = {
        "answer": words.verb,
        "scope": scope,
        "kind": kind,
        "timeout": words.timeout,
    }
    return run_verb(words, "Host.answerPrompt", params, lambda prompt: [_line(prompt)])


def _told(prompts: list[Any], found: list[Any]) -> list[str]:
    found += prompts
    return [_line(prompt) for prompt in prompts] or ["No prompt is open."]


def _line(prompt: Any) -> str:
    asks = prompt["scope"] or prompt["kind"]
    said = prompt["purpose"] if prompt["scope"] else _joined(prompt)
    return f"{asks}  {prompt['name']} ({prompt['appid']})  {said}".rstrip()


def _joined(prompt: Any) -> str:
    facts = (f"{label}: {value}" for label, value in prompt["facts"].items())
    return "; ".join(one for one in (prompt["title"], prompt["purpose"], *facts) if one)
