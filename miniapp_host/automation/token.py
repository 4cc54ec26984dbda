"""The secret word that a client of the wire says before the phone's own verbs do what it asks.

Everybody on this machine can reach the port; only the person can read the word's file.
"""

import hmac
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from miniapp_host.automation.params import Params
from miniapp_host.automation.requests import Verb
from miniapp_host.automation.verb_error import Fault, VerbError

FILE = "automation.token"
_ONLY_MINE = 0o600


def make_token(folder: Path) -> str:
    """A new token, kept in `folder` in a file that nobody else may read; raises OSError."""
    token = secrets.token_urlsafe(24)
    file = folder / FILE
    file.unlink(missing_ok=True)  # an old file would keep its rights
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_MINE), "w") as opened:
        opened.write(token)
    return token


def with_token(verbs: Mapping[str, Verb], token: str) -> dict[str, Verb]:
    """The same verbs, which refuse a request whose parameter "token" is another."""
    return {method: _guarded(method, verb, token) for method, verb in verbs.items()}


def _guarded(method: str, verb: Verb, token: str) -> Verb:
    def guarded(params: Params) -> object:
        given = params.text_or_none("token") or ""
        if not hmac.compare_digest(given.encode("utf-8", "replace"), token.encode()):
            told = f"{method} needs the token of {FILE} in the phone's data folder"
            raise VerbError(told, Fault.USAGE)
        return verb(params)

    return guarded
