"""The `mp:` scheme under which a program's files and the runtime are served.

`register_scheme()` runs once, before the application object exists.
"""

from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEngineUrlScheme

SCHEME = b"mp"
START_PAGE = QUrl("mp://program/__runtime/page.html")

CONTENT_SECURITY_POLICY = (
    b"default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval'; worker-src 'self'; "
    b"style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-src 'self'; "
    b"img-src 'self' data: blob: https: http:; font-src 'self' data: https:; "
    b"media-src 'self' blob: https: http:"
)


def register_scheme() -> None:
    """Makes `mp:` a secure origin with a host, so that workers and `fetch` accept it."""
    # Qt freezes the list of schemes with the first profile: a later registration has no effect.
    # CorsEnabled and FetchApiAllowed: else `fetch` and module workers refuse the scheme.
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flag = QWebEngineUrlScheme.Flag
    scheme.setFlags(flag.SecureScheme | flag.CorsEnabled | flag.FetchApiAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)
