"""Where an answer redirects a request, by the rules of fetch, which Chromium follows.

https://fetch.spec.whatwg.org/#http-redirect-fetch
"""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

from miniapp_host.devices.network import Head, Request, Trouble

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}
_OF_THE_BODY = frozenset(
    {"content-encoding", "content-language", "content-length", "content-location", "content-type"}
)
_FOR_THAT_SERVER = frozenset({"authorization", "cookie", "proxy-authorization"})


class RedirectError(Exception):
    """The answer redirects to an address that must not be asked; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.name)
        self.trouble = trouble


def redirected(request: Request, head: Head) -> Request | None:
    """The request that `head` wants instead; None if it is the head of an answer.

    Raises RedirectError.
    """
    location = head.header("location").strip()
    if head.status not in _REDIRECTS or not location:
        return None
    url = _target(request.url, location)
    headers = request.headers
    if _origin(urlsplit(url)) != _origin(urlsplit(request.url)):
        headers = _without(headers, _FOR_THAT_SERVER)
    if not _becomes_get(request.method, head.status):
        return replace(request, url=url, headers=headers)
    headers = _without(headers, _OF_THE_BODY)
    return replace(request, url=url, headers=headers, method="GET", body=None)


def _target(url: str, location: str) -> str:
    """The absolute address of `location`; the fragment of `url` goes on if it has none."""
    place, fragment = urldefrag(url)
    try:
        target = urljoin(place, location)
        parts = urlsplit(target)
        _check(urlsplit(location), parts)
    except ValueError as error:
        raise RedirectError(Trouble.INVALID_REDIRECT) from error
    if urlsplit(place).scheme == "https" and parts.scheme == "http":
        raise RedirectError(Trouble.UNSAFE_REDIRECT)
    return f"{target}#{fragment}" if fragment and "#" not in location else target


def _check(given: SplitResult, whole: SplitResult) -> None:
    """Raise RedirectError for another scheme than the web's, or ValueError for no address.

    What is given with a scheme must have a host: `urljoin` would take that of the base.
    """
    if whole.scheme not in _PORTS:
        raise RedirectError(Trouble.UNSAFE_REDIRECT)
    if not whole.hostname or whole.port == 0 or (given.scheme and not given.hostname):
        raise ValueError(whole.geturl())


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)


def _becomes_get(method: str, status: int) -> bool:
    """Whether a request of `method` is not repeated, but its result asked for."""
    if status == 303:
        return method not in ("GET", "HEAD")
    return status in (301, 302) and method == "POST"


def _without(headers: Mapping[str, str], names: frozenset[str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name.lower() not in names}
