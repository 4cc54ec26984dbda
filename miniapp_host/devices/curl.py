"""A logged request as a command line for curl, so that it can be tried in a terminal."""

import base64
import shlex

from miniapp_host.devices.network import Purpose
from miniapp_host.devices.traffic import Exchange


def curl_command(exchange: Exchange) -> str:
    """One command for a POSIX shell; empty for what is no address of the network.

    A body that is no text comes to curl through a pipe; of a body that is not kept whole the
    beginning is sent.
    """
    if exchange.url.startswith("cloud:"):
        return ""
    words = ["curl", exchange.url]
    if exchange.purpose is Purpose.SOCKET:
        words.append("--no-buffer")
    elif exchange.method == "HEAD":
        words.append("--head")
    elif exchange.method != "GET" or exchange.sent.size:
        words += ["--request", exchange.method]
    for name, value in exchange.headers.items():
        words += ["--header", f"{name}: {value}"]
    pipe, body = _body_of(exchange.sent.content)
    return pipe + shlex.join([*words, *body])


def _body_of(content: bytes) -> tuple[str, list[str]]:
    """What goes before curl, and curl's own words."""
    if not content:
        return "", []
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = "\0"
    # No argument of a program can hold a NUL, and a leading @ would name a file.
    if "\0" not in text:
        return "", ["--data-raw", text]
    coded = base64.b64encode(content).decode("ascii")
    return f"printf %s {coded} | base64 -d | ", ["--data-binary", "@-"]
