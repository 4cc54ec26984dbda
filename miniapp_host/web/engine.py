"""Prepares Chromium once, when the first program is opened."""

from PySide6.QtWebEngineCore import QWebEngineUrlScheme

from miniapp_host.web.chromium import prepare_chromium
from miniapp_host.web.scheme import SCHEME, register_scheme


def prepare_engine() -> None:
    """Set flags and scheme, before the first profile is made; later calls do nothing."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name() != SCHEME:
        prepare_chromium()
        register_scheme()
