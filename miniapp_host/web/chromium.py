"""Sets Chromium's flags: its sandbox is on, except as root, where a line on stderr says so."""

import os
import re
from collections.abc import Iterable

from miniapp_host.texts import Sentence, tell_terminal

FLAGS_VARIABLE = "QTWEBENGINE_CHROMIUM_FLAGS"
TOOLS_VARIABLE = "QTWEBENGINE_REMOTE_DEBUGGING"
NO_SANDBOX = "--no-sandbox"
QUIET = "--disable-background-networking"
_WITHOUT = "--disable-features="
_HOSTS = "--host-resolver-rules="
_FLAG = re.compile(r'(?:[^\s"]|"[^"]*")+')
"""One flag, as Qt reads it: what stands between quotation marks may have spaces."""
MEDIA_SESSION = "MediaSessionService"
"""A feature of Chromium: it pauses a page's sound when another ends, and takes media keys."""


def prepare_chromium() -> None:
    """Set Chromium's flags; must be called before the first web page is made."""
    flags = _given()
    if _is_root() and NO_SANDBOX not in flags:
        tell_terminal(Sentence("Running as root, so Chromium's sandbox is off."))
        flags.append(NO_SANDBOX)
    if QUIET not in flags:
        flags.append(QUIET)
    flags = _without_feature(flags, MEDIA_SESSION)
    os.environ[FLAGS_VARIABLE] = " ".join(flags)


def open_to_tools(port: int) -> None:
    """Let tools on this computer attach at `port`; must be called before the first web page.

    Chromium itself refuses requests for other hosts, and WebSockets of pages of the web (those that
    name an `Origin`) but its own: QtWebEngine would let all of them in.
    """
    os.environ[TOOLS_VARIABLE] = f"127.0.0.1:{port}"
    add_flags(f"--remote-allow-origins=http://127.0.0.1:{port}")


def close_ports(ports: Iterable[int]) -> None:
    """Have Chromium find no server at these ports, whatever the host; before the first web page.

    Qt shows no request a second time when a server redirects it: what looks at addresses there does
    not see where a picture leads in the end.
    """
    rules = [f"MAP *:{port} ~NOTFOUND" for port in ports]
    if not rules:
        return
    flags = _given()
    given = [flag.removeprefix(_HOSTS).strip('"') for flag in flags if flag.startswith(_HOSTS)]
    others = [flag for flag in flags if not flag.startswith(_HOSTS)]
    told = ", ".join(dict.fromkeys([*rules, *given]))
    os.environ[FLAGS_VARIABLE] = " ".join([*others, f'{_HOSTS}"{told}"'])


def add_flags(*flags: str) -> None:
    """Add these flags to those that the person gave, each once."""
    os.environ[FLAGS_VARIABLE] = " ".join(dict.fromkeys([*_given(), *flags]))


def _given() -> list[str]:
    return _FLAG.findall(os.environ.get(FLAGS_VARIABLE, ""))


def _without_feature(flags: list[str], feature: str) -> list[str]:
    """The flags with `feature` switched off.

    Chromium reads the last such flag only, so all features must stand in one.
    """
    off = [flag.removeprefix(_WITHOUT) for flag in flags if flag.startswith(_WITHOUT)]
    names = [name for names in off for name in names.split(",")]
    others = [flag for flag in flags if not flag.startswith(_WITHOUT)]
    return [*others, _WITHOUT + ",".join(dict.fromkeys([*names, feature]))]


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
