"""The domains that a program may talk to once it is no longer in development, as in WeChat.

HTTPS (WSS for sockets) and listed, by kind of call; on the phone a console page holds the list.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.devices.network import Request
from miniapp_host.devices.sockets import SocketRequest
from miniapp_host.devices.traffic import Traffic
from miniapp_host.texts import FileError, Sentence, reason_of

WEB_VIEW = "web-view"
_DOWNLOAD = "downloadFile"
KINDS = ("request", "uploadFile", _DOWNLOAD, "connectSocket", WEB_VIEW)
_LISTS = {"getImageInfo": _DOWNLOAD}
"""The list that counts for a call which has none of its own name.

https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.getImageInfo.html
"""
_SECURE = {"https": 443, "wss": 443}


class DomainsError(FileError):
    """A file of domains that can't be used."""


@dataclass(frozen=True)
class Domains:
    """The lists of origins by kind of call; an origin is `https://host` or `https://host:port`."""

    listed: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def allow(self, kind: str, url: str) -> bool:
        """Whether the list for this kind of call has the origin of `url`."""
        return _origin(urlsplit(url)) in self.listed.get(kind, frozenset())


class DomainRule:
    """Refuses what programs send to domains that are not listed, and logs it in `traffic`."""

    def __init__(self, domains: Domains | None, traffic: Traffic) -> None:
        """Let everything pass if `domains` is None."""
        self._domains = domains
        self._traffic = traffic

    def check(self, call: Call, request: Request | SocketRequest) -> None:
        """Raise CallError for a domain not listed; programs in development may use any."""
        if not self.allows(call, request):
            raise outside_the_list()

    def bound(self, call: Call, request: Request) -> Request:
        """The request, which follows redirects to listed domains only; raises as `check` does."""
        self.check(call, request)
        return replace(request, may_lead_to=partial(self.allows, call))

    def allows(self, call: Call, request: Request | SocketRequest) -> bool:
        """Whether `call` may send the request; one that it may not is logged."""
        if self._domains is None or call.session.version == "develop":
            return True
        kind = _LISTS.get(call.name, call.name)
        if self._domains.allow(kind, request.url):
            return True
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(request.url))
        rule = Sentence("{origin} is not among the domains of {name}", origin=origin, name=kind)
        self._traffic.refuse(request, rule)
        return False


def outside_the_list() -> CallError:
    """The failure of what leads to a domain that is not listed."""
    return CallError("url not in domain list", Errno.DOMAIN)


def allows_page(domains: Domains | None, version: str, url: str) -> bool:
    """Whether a `<web-view>` may show `url`: the list of the program's business domains."""
    return domains is None or version == "develop" or domains.allow(WEB_VIEW, url)


def read_domains(file: Path) -> Domains:
    """The lists that `{"request": ["https://…"], …}` in `file` gives; raises DomainsError."""
    try:
        lists = json.loads(file.read_text("utf-8"))
    except OSError as error:
        reason = reason_of(error)
        problem = Sentence("it can't be read: {reason}", reason=reason)
        raise DomainsError(str(file), "", problem, Sentence("Give a JSON file.")) from error
    except ValueError as error:
        problem = Sentence("it is no JSON: {mistake}", mistake=error)
        raise DomainsError(str(file), "", problem, Sentence("Correct the JSON.")) from error
    if not isinstance(lists, dict):
        remedy = Sentence('Write {"request": ["https://…"]}.')
        raise DomainsError(str(file), "", Sentence("it holds no object"), remedy)
    return Domains({kind: _origins(file, kind, urls) for kind, urls in lists.items()})


def _origins(file: Path, kind: str, urls: object) -> frozenset[str]:
    if kind not in KINDS:
        remedy = Sentence("Use {keys}.", keys=", ".join(KINDS))
        raise DomainsError(str(file), kind, Sentence("there is no such kind"), remedy)
    secure = "wss" if kind == "connectSocket" else "https"
    given = urls if isinstance(urls, list) else [urls]
    origins = {_origin(urlsplit(url)) for url in given if isinstance(url, str)}
    if len(origins) < len(given) or not all(one.startswith(f"{secure}:") for one in origins):
        remedy = Sentence("Write {scheme}://host.", scheme=secure)
        raise DomainsError(str(file), kind, Sentence("every entry must be a domain"), remedy)
    return frozenset(origins)


def _origin(parts: SplitResult) -> str:
    """The origin of a URL; empty if it is not secure, so that no list contains it."""
    try:
        port = parts.port or _SECURE.get(parts.scheme, 0)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.hostname}:{port}" if parts.scheme in _SECURE else ""
