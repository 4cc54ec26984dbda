"""A browser profile for one program that keeps nothing, shares nothing and permits nothing."""

from PySide6.QtCore import QByteArray, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from miniapp_host.web.played_web import Plays, played_path
from miniapp_host.web.scheme import SCHEME, START_PAGE
from miniapp_host.web.scheme_handler import SchemeHandler
from miniapp_host.web.typeface import typeface

OWN_SCHEMES = {SCHEME.decode(), "data", "blob"}
WEB_SCHEMES = {"http", "https"}
_FAMILY = QWebEngineSettings.FontFamily
_TYPE = QWebEngineUrlRequestInfo.ResourceType
SHOWN_FROM_THE_WEB = {
    _TYPE.ResourceTypeImage,
    _TYPE.ResourceTypeMedia,
    _TYPE.ResourceTypeFontResource,
}


class Wall(QWebEngineUrlRequestInterceptor):
    """Lets requests for pictures, media and fonts out to the web and blocks all others.

    Requests that the host plays are redirected to it.
    """

    def __init__(self, parent: QObject, plays: Plays, leads_to_phone: Plays) -> None:
        super().__init__(parent)
        self._plays = plays
        self._leads_to_phone = leads_to_phone

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        scheme = info.requestUrl().scheme()
        shown = scheme in WEB_SCHEMES and info.resourceType() in SHOWN_FROM_THE_WEB
        shown = shown and not self._leads_to_phone(address_of(info))
        if shown and self._plays(address_of(info)):
            info.redirect(played_url(info))
        elif scheme not in OWN_SCHEMES and not shown:
            info.block(True)


def played_url(info: QWebEngineUrlRequestInfo) -> QUrl:
    """The `mp:` URL, on the host of the program's pages, where the host answers the request."""
    picture = info.resourceType() == _TYPE.ResourceTypeImage
    path = played_path(address_of(info), picture=picture)
    return QUrl.fromEncoded(QByteArray(f"mp://{START_PAGE.host()}{path}".encode()))


def address_of(info: QWebEngineUrlRequestInfo) -> str:
    """The requested URL, percent-encoded."""
    return bytes(info.requestUrl().toEncoded().data()).decode("ascii")


class ProgramProfile(QWebEngineProfile):
    """An off-the-record profile; the page that uses it must be destroyed before it.

    `plays` tells for which addresses of the web the host answers, `leads_to_phone` which are the
    phone's own.
    """

    def __init__(self, parent: QObject, plays: Plays, leads_to_phone: Plays) -> None:
        super().__init__(parent)
        self.setPersistentPermissionsPolicy(
            QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime
        )
        # PySide does not know that the parent owns the interceptor: without this reference it
        # collects it.
        self._wall = Wall(self, plays, leads_to_phone)
        self.setUrlRequestInterceptor(self._wall)
        _prefer_typeface(self.settings())


def _prefer_typeface(settings: QWebEngineSettings) -> None:
    """Makes the phone's typeface stand in for fonts that are not installed here."""
    for kind in (_FAMILY.StandardFont, _FAMILY.SansSerifFont):
        settings.setFontFamily(kind, typeface())


def serve_scheme(profile: QWebEngineProfile, handler: SchemeHandler) -> None:
    """Answers the profile's `mp:` requests with `handler`."""
    profile.installUrlSchemeHandler(SCHEME, handler)
