"""Chromium, prepared once and only when a first program is opened."""

from PySide6.QtWebEngineCore import QWebEngineUrlScheme

from miniapp_host.web.chromium import prepare_chromium
from miniapp_host.web.scheme import SCHEME, register_scheme


def prepare_engine() -> None:
    """Must come before the first profile; later calls do nothing."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name() != SCHEME:
        prepare_chromium()
        register_scheme()
