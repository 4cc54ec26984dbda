"""Prepares Chromium once, when the first program is opened."""

from PySide6.QtWebEngineCore import QWebEngineUrlScheme

from miniapp_host.web.chromium import open_to_tools, prepare_chromium
from miniapp_host.web.scheme import SCHEME, register_scheme


def prepare_engine(inspect: int | None = None) -> None:
    """Set flags and scheme, before the first profile is made; later calls do nothing.

    With `inspect` Chromium's tools may be used from outside, at that port of this computer.
    """
    if QWebEngineUrlScheme.schemeByName(SCHEME).name() != SCHEME:
        if inspect is not None:
            open_to_tools(inspect)
        prepare_chromium()
        register_scheme()
