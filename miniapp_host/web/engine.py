"""Prepares Chromium once, when the first program is opened."""

from collections.abc import Iterable

from PySide6.QtWebEngineCore import QWebEngineUrlScheme

from miniapp_host.web.chromium import close_ports, open_to_tools, prepare_chromium
from miniapp_host.web.scheme import SCHEME, register_scheme


def prepare_engine(inspect: int | None = None, own_ports: Iterable[int] = ()) -> None:
    """Set flags and scheme, before the first profile is made; later calls do nothing.

    With `inspect` Chromium's tools may be used from outside, at that port of this computer.
    `own_ports` are those at which the phone listens: no page reaches them.
    """
    if QWebEngineUrlScheme.schemeByName(SCHEME).name() != SCHEME:
        if inspect is not None:
            open_to_tools(inspect)
        close_ports(own_ports)
        prepare_chromium()
        register_scheme()
